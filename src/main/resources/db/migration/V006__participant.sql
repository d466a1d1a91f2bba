-- People who take part: one row a person, a row more for each role.

create table participant (
  organisation_id bigint       not null,
  id              bigint       not null default nextval('portal_id'),
  last_name       varchar(80)  collate russian not null,
  first_name      varchar(80)  collate russian not null,
  patronymic      varchar(80)  collate russian,
  born_on         date,
  position        varchar(200),
  workplace       varchar(20)  not null,
  -- The other educational organisation, university or college.
  employer_name   varchar(300),
  partner_id      bigint,
  teaching_since  date,
  left_on         date,
  search_name     text generated always as (searchable(last_name || ' ' || first_name || coalesce(' ' || patronymic, ''))) stored,
  version         integer      not null default 0,
  constraint participant_pk primary key (organisation_id, id),
  constraint participant_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint participant_partner_fk foreign key (organisation_id, partner_id) references partner_organisation (organisation_id, id),
  constraint participant_workplace_known check (workplace in ('OWN_STAFF', 'OTHER_EDUCATIONAL', 'PARTNER')),
  constraint participant_employer_named check ((workplace = 'OTHER_EDUCATIONAL') = (employer_name is not null)),
  constraint participant_partner_named check ((workplace = 'PARTNER') = (partner_id is not null)),
  constraint participant_born_before_teaching check (born_on < teaching_since)
);
create unique index participant_namesake on participant
  (organisation_id, searchable(last_name), searchable(first_name), searchable(coalesce(patronymic, '')), born_on) nulls not distinct;
create index participant_search on participant using gin (search_name gin_trgm_ops);

create table mentor (
  organisation_id bigint not null,
  participant_id  bigint not null,
  entered_on      date   not null,
  category        varchar(100),
  competences     varchar(2000),
  achievements    varchar(2000),
  free_time       varchar(500),
  constraint mentor_pk primary key (organisation_id, participant_id),
  constraint mentor_participant_fk foreign key (organisation_id, participant_id) references participant (organisation_id, id)
);

create table mentee (
  organisation_id bigint      not null,
  participant_id  bigint      not null,
  entered_on      date        not null,
  category        varchar(20) not null,
  request         varchar(2000),
  constraint mentee_pk primary key (organisation_id, participant_id),
  constraint mentee_participant_fk foreign key (organisation_id, participant_id) references participant (organisation_id, id),
  constraint mentee_category_known check (category in ('YOUNG', 'EXPERIENCED', 'NEWCOMER', 'NO_PEDAGOGICAL', 'STUDENT'))
);

-- Consent to processing and consent to distribution are separate (152-FZ art. 10.1); a withdrawal keeps the row.
create table consent (
  organisation_id bigint      not null,
  id              bigint      not null default nextval('portal_id'),
  participant_id  bigint      not null,
  kind            varchar(12) not null,
  given_on        date        not null,
  withdrawn_on    date,
  file_id         bigint,
  version         integer     not null default 0,
  constraint consent_pk primary key (organisation_id, id),
  constraint consent_participant_fk foreign key (organisation_id, participant_id) references participant (organisation_id, id),
  constraint consent_file_fk foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint consent_kind_known check (kind in ('PROCESSING', 'DISTRIBUTION')),
  constraint consent_withdrawn_after_given check (withdrawn_on >= given_on)
);
create unique index consent_one_in_force on consent (organisation_id, participant_id, kind) where withdrawn_on is null;
