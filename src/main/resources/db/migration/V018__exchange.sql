-- What the portal writes for people to take away: exports that take a while, and the methodologists' words in the city's analytical note (R6.4).

-- Somebody has asked for a file; whoever asked watches it being written and takes it. It goes with its file, which nobody attaches: after a day.
create table export (
  id         bigint       not null default nextval('portal_id'),
  account_id bigint       not null,
  title      varchar(300) not null,
  name       varchar(200) not null,
  asked_at   timestamptz  not null,
  -- When it was last worked on: a portal that died meanwhile says nothing any more.
  seen_at    timestamptz  not null,
  done       integer      not null default 0,
  total      integer      not null default 0,
  failed     boolean      not null default false,
  file_id    bigint,
  constraint export_pk primary key (id),
  constraint export_account_fk foreign key (account_id) references account (id),
  constraint export_file_fk foreign key (file_id) references stored_file (id) on delete cascade,
  constraint export_done_of_total check (done between 0 and total),
  constraint export_failed_or_written check (not failed or file_id is null)
);
create index export_of_account on export (account_id, id desc);
create index export_of_file on export (file_id);

-- The methodologists' own words in the analytical note of an academic year; everything else in it is counted.
create table analytical_note (
  id            bigint   not null default nextval('portal_id'),
  -- The calendar year in which the academic year begins.
  academic_year smallint not null,
  assessment    varchar(20000),
  conclusions   varchar(20000),
  proposals     varchar(20000),
  version       integer  not null default 0,
  constraint analytical_note_pk primary key (id),
  constraint analytical_note_of_year unique (academic_year),
  constraint analytical_note_year_plausible check (academic_year between 2000 and 2099)
);
