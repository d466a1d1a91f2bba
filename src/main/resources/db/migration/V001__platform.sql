-- What every module stands on: Russian order of words, one source of identifiers, sessions, submissions.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- «№ 2» before «№ 10», «ё» beside «е».
create collation russian (provider = icu, locale = 'ru-u-kn-true');

-- One source of identifiers; Hibernate takes fifty at a time.
create sequence portal_id increment by 50 start with 1000;

-- Search forgives «ё» and case.
create function searchable(words text) returns text
  language sql immutable parallel safe
  return translate(lower(words collate russian), 'ё', 'е');

-- Raised by triggers that keep what must never change.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: the table only grows', tg_op, tg_table_name
    using errcode = 'restrict_violation', constraint = tg_table_name || '_only_grows';
end $$;

create table spring_session (
  primary_id            char(36) not null,
  session_id            char(36) not null,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval int      not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100),
  constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36)     not null,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
  constraint spring_session_attributes_fk foreign key (session_primary_id) references spring_session (primary_id) on delete cascade
);

-- A form carries a token; the second click on its button finds the first one's answer here.
create table submission (
  token       uuid        not null,
  received_at timestamptz not null,
  location    varchar(500),
  constraint submission_pk primary key (token)
);
create index submission_received on submission (received_at);
