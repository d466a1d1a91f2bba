-- The published section «Наставничество»: editions that never change (DOMAIN 9).

create table section_edition (
  organisation_id bigint      not null,
  id              bigint      not null default nextval('portal_id'),
  number          integer     not null,
  as_of           date        not null,
  published_at    timestamptz not null,
  published_on    date        not null,
  published_by    bigint      not null,
  -- Everything the public page shows, as it was at that moment.
  content         jsonb       not null,
  constraint section_edition_pk primary key (organisation_id, id),
  constraint section_edition_number_unique unique (organisation_id, number),
  constraint section_edition_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint section_edition_published_by_fk foreign key (published_by) references account (id),
  constraint section_edition_not_of_the_future check (as_of <= published_on)
);
create index section_edition_newest on section_edition (organisation_id, published_on desc, number desc);
create trigger section_edition_only_grows before update or delete on section_edition
  for each row execute function refuse_change();

-- The files that a published edition offers to everybody.
create table section_edition_file (
  organisation_id bigint not null,
  edition_id      bigint not null,
  file_id         bigint not null,
  constraint section_edition_file_pk primary key (organisation_id, edition_id, file_id),
  constraint section_edition_file_edition_fk foreign key (organisation_id, edition_id) references section_edition (organisation_id, id),
  constraint section_edition_file_file_fk foreign key (organisation_id, file_id) references stored_file (organisation_id, id)
);
create index section_edition_file_of_file on section_edition_file (file_id);
