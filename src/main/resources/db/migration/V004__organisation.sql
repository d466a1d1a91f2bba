-- Organisations, their teaching staff in two figures, partners and curators.

create table organisation (
  id          bigint       not null default nextval('portal_id'),
  slug        varchar(60)  not null,
  kind        varchar(12)  not null,
  short_name  varchar(200) collate russian not null,
  full_name   varchar(500) not null,
  website     varchar(300),
  closed_on   date,
  search_name text         generated always as (searchable(short_name || ' ' || full_name)) stored,
  version     integer      not null default 0,
  constraint organisation_pk primary key (id),
  constraint organisation_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint organisation_kind_known check (kind in ('GENERAL', 'PRESCHOOL', 'ADDITIONAL')),
  constraint organisation_website_https check (website ~ '^https?://[^\s]+$'),
  constraint organisation_slug_unique unique (slug),
  constraint organisation_short_name_unique unique (short_name)
);
create index organisation_search on organisation using gin (search_name gin_trgm_ops);

-- Two figures on a date; the portal keeps no register of people who take no part (152-FZ).
create table staff_count (
  organisation_id   bigint  not null,
  id                bigint  not null default nextval('portal_id'),
  counted_on        date    not null,
  teaching_staff    integer not null,
  young_specialists integer not null,
  annulled_on       date,
  annulment_reason  varchar(500),
  version           integer not null default 0,
  constraint staff_count_pk primary key (organisation_id, id),
  constraint staff_count_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint staff_count_plausible check (teaching_staff between 0 and 2000 and young_specialists >= 0),
  constraint staff_count_young_among_all check (young_specialists <= teaching_staff),
  constraint staff_count_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
create unique index staff_count_one_a_day on staff_count (organisation_id, counted_on) where annulled_on is null;

create table partner_organisation (
  organisation_id  bigint       not null,
  id               bigint       not null default nextval('portal_id'),
  name             varchar(300) collate russian not null,
  inn              varchar(12),
  website          varchar(300),
  note             varchar(1000),
  annulled_on      date,
  annulment_reason varchar(500),
  version          integer      not null default 0,
  constraint partner_organisation_pk primary key (organisation_id, id),
  constraint partner_organisation_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint partner_organisation_inn_form check (inn ~ '^(\d{10}|\d{12})$'),
  constraint partner_organisation_website_https check (website ~ '^https?://[^\s]+$'),
  constraint partner_organisation_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
create unique index partner_organisation_name_unique on partner_organisation (organisation_id, searchable(name)) where annulled_on is null;
create unique index partner_organisation_inn_unique on partner_organisation (organisation_id, inn) where annulled_on is null;

-- A curator works for an organisation by its order, from a day to a day; access ends with the appointment (O4.1, P6.1).
create table curator_appointment (
  organisation_id  bigint      not null,
  id               bigint      not null default nextval('portal_id'),
  account_id       bigint      not null,
  order_number     varchar(50) not null,
  order_dated_on   date        not null,
  starts_on        date        not null,
  ends_on          date,
  annulled_on      date,
  annulment_reason varchar(500),
  version          integer     not null default 0,
  constraint curator_appointment_pk primary key (organisation_id, id),
  constraint curator_appointment_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint curator_appointment_account_fk foreign key (account_id) references account (id),
  constraint curator_appointment_period check (ends_on >= starts_on),
  constraint curator_appointment_not_before_order check (starts_on >= order_dated_on),
  constraint curator_appointment_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null)),
  constraint curator_appointment_once_at_a_time exclude using gist
    (organisation_id with =, account_id with =, daterange(starts_on, ends_on, '[]') with &&) where (annulled_on is null)
);
create index curator_appointment_of_account on curator_appointment (account_id);
