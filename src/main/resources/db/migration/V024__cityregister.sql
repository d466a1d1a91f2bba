-- City registers of the department: what their search reads, and the views that people keep.

-- Words as the full text search knows them: by their stems, with «ё» as «е». A database of the locale C takes «» and № for letters.
create function searched_words(words text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('pg_catalog.russian'::regconfig, translate(searchable(coalesce(words, '')), '«»„“”№–—…', '         '));

-- The same words in Latin letters, one for one: pg_trgm finds no letters in Russian words where the locale of the database is C, as that of
-- the embedded one. What is alike is alike so whatever the database.
create function letters(words text) returns text
  language sql immutable parallel safe
  return translate(searchable(words), 'абвгдежзийклмнопрстуфхцчшщъыьэюя«»№', 'abvgdejziyklmnoprstufhcwxq012345   ');

alter table organisation add column search_words tsvector generated always as (searched_words(short_name || ' ' || full_name)) stored;
alter table participant add column search_words tsvector generated always as (searched_words(position)) stored;
alter table mentor add column search_words tsvector
  generated always as (searched_words(coalesce(competences, '') || ' ' || coalesce(achievements, '') || ' ' || coalesce(category, ''))) stored;
alter table mentee add column search_words tsvector generated always as (searched_words(request)) stored;
alter table programme add column search_words tsvector
  generated always as (searched_words(title || ' ' || coalesce(goal, '') || ' ' || coalesce(difficulties, ''))) stored;

create index participant_search_words on participant using gin (search_words);
create index mentor_search_words on mentor using gin (search_words);
create index mentee_search_words on mentee using gin (search_words);
create index programme_search_words on programme using gin (search_words);
create index organisation_letters on organisation using gin (letters(search_name) gin_trgm_ops);
create index participant_letters on participant using gin (letters(search_name) gin_trgm_ops);
create index mentor_letters on mentor using gin (letters(competences) gin_trgm_ops);
create index mentee_letters on mentee using gin (letters(request) gin_trgm_ops);
create index programme_letters on programme using gin (letters(title) gin_trgm_ops);
create index partner_organisation_letters on partner_organisation using gin (letters(name) gin_trgm_ops);

-- A register as somebody has set it up: its filters, columns and order, as the address says them.
create table saved_view (
  id         bigint        not null default nextval('portal_id'),
  account_id bigint        not null,
  register   varchar(20)   not null,
  name       varchar(100)  not null,
  query      varchar(2000) not null,
  -- Its place among the account's views of a register: so the table itself holds how many there may be.
  place      smallint      not null,
  version    integer       not null default 0,
  constraint saved_view_pk primary key (id),
  constraint saved_view_account_fk foreign key (account_id) references account (id),
  constraint saved_view_register_known check (register in ('mentors', 'mentees', 'programmes', 'curators', 'partners', 'organisations')),
  constraint saved_view_named check (name ~ '\S'),
  constraint saved_view_twenty_at_most check (place between 1 and 20),
  constraint saved_view_place_unique unique (account_id, register, place)
);
create unique index saved_view_name_unique on saved_view (account_id, register, searchable(name));
