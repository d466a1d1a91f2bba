-- Personalised programmes (DOMAIN 4). A row is an edition; the editions of one programme share a series.

create table programme (
  organisation_id  bigint        not null,
  id               bigint        not null default nextval('portal_id'),
  mentorship_id    bigint        not null,
  series_id        bigint        not null,
  edition          integer       not null,
  status           varchar(12)   not null,
  title            varchar(300)  collate russian not null,
  goal             varchar(2000),
  tasks            varchar(4000),
  difficulties     varchar(4000),
  expected_results varchar(4000),
  final_results    varchar(4000),
  starts_on        date          not null,
  ends_on          date          not null,
  approved_on      date,
  act_number       varchar(50),
  superseded_on    date,
  closed_on        date,
  close_reason     varchar(500),
  annulled_on      date,
  annulment_reason varchar(500),
  version          integer       not null default 0,
  constraint programme_pk primary key (organisation_id, id),
  constraint programme_of_mentorship unique (organisation_id, id, mentorship_id),
  constraint programme_edition_unique unique (organisation_id, series_id, edition),
  constraint programme_mentorship_fk foreign key (organisation_id, mentorship_id) references mentorship (organisation_id, id),
  constraint programme_series_fk foreign key (organisation_id, series_id) references programme (organisation_id, id) deferrable initially deferred,
  constraint programme_first_edition check ((edition = 1) = (series_id = id)),
  constraint programme_status_known check (status in ('DRAFT', 'APPROVED', 'SUPERSEDED', 'COMPLETED', 'CANCELLED', 'ANNULLED')),
  constraint programme_period check (ends_on >= starts_on),
  constraint programme_approved_with_act check ((approved_on is null) = (act_number is null)),
  constraint programme_status_and_approval check (status = 'ANNULLED' or (status = 'DRAFT') = (approved_on is null)),
  constraint programme_status_and_superseding check (status = 'ANNULLED' or (status = 'SUPERSEDED') = (superseded_on is not null)),
  constraint programme_status_and_closing check (status = 'ANNULLED' or (status in ('COMPLETED', 'CANCELLED')) = (closed_on is not null)),
  constraint programme_status_and_annulment check ((status = 'ANNULLED') = (annulled_on is not null)),
  constraint programme_cancelled_with_reason check (status <> 'CANCELLED' or close_reason is not null),
  constraint programme_closed_after_approval check (closed_on >= approved_on and closed_on >= starts_on),
  constraint programme_superseded_after_approval check (superseded_on >= approved_on),
  constraint programme_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null)),
  constraint programme_one_edition_in_force exclude using gist
    (organisation_id with =, series_id with =, daterange(approved_on, superseded_on, '[)') with &&)
    where (status in ('APPROVED', 'SUPERSEDED', 'COMPLETED', 'CANCELLED'))
);
create unique index programme_one_open_edition on programme (organisation_id, series_id) where status = 'DRAFT';
create index programme_of_mentorship_index on programme (organisation_id, mentorship_id);

-- A programme covers mentees of its own mentorship only.
create table programme_mentee (
  organisation_id bigint not null,
  programme_id    bigint not null,
  mentorship_id   bigint not null,
  mentee_id       bigint not null,
  constraint programme_mentee_pk primary key (organisation_id, programme_id, mentee_id),
  constraint programme_mentee_programme_fk foreign key (organisation_id, programme_id, mentorship_id)
    references programme (organisation_id, id, mentorship_id) on delete cascade,
  constraint programme_mentee_mentee_fk foreign key (organisation_id, mentorship_id, mentee_id)
    references mentorship_mentee (organisation_id, mentorship_id, mentee_id)
);
create index programme_mentee_of_mentee on programme_mentee (organisation_id, mentee_id);
-- Hibernate reads the parts of a programme by its identifier alone.
create index programme_mentee_of_programme on programme_mentee (programme_id);

create table programme_activity (
  organisation_id bigint        not null,
  id              bigint        not null default nextval('portal_id'),
  programme_id    bigint        not null,
  position        integer       not null,
  what            varchar(1000) not null,
  form            varchar(300),
  planned_term    varchar(200),
  result          varchar(1000),
  done_on         date,
  constraint programme_activity_pk primary key (organisation_id, id),
  constraint programme_activity_programme_fk foreign key (organisation_id, programme_id) references programme (organisation_id, id) on delete cascade,
  constraint programme_activity_position_unique unique (organisation_id, programme_id, position) deferrable initially deferred,
  constraint programme_activity_position_positive check (position > 0)
);
create index programme_activity_of_programme on programme_activity (programme_id);
