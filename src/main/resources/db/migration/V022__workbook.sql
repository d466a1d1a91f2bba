-- Workbooks of organisations on their way in: what was uploaded, what its preview found, whether it has been written. All of it goes after a day;
-- what an import has changed stands in the journal.

create table workbook_import (
  organisation_id bigint       not null,
  id              bigint       not null default nextval('portal_id'),
  account_id      bigint       not null,
  file_name       varchar(255) not null,
  -- Only until it is written.
  content         bytea,
  state           varchar(10)  not null,
  -- Why the whole file was refused, in words for people.
  refusal         varchar(2000),
  asked_at        timestamptz  not null,
  -- When it was last worked on: a portal that died meanwhile says nothing any more.
  seen_at         timestamptz  not null,
  done            integer      not null default 0,
  total           integer      not null default 0,
  unchanged       integer      not null default 0,
  -- What the preview came to. Confirming something that has become another since leads back to a preview.
  fingerprint     varchar(64),
  constraint workbook_import_pk primary key (organisation_id, id),
  constraint workbook_import_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint workbook_import_account_fk foreign key (account_id) references account (id),
  constraint workbook_import_state_known check (state in ('CHECKING', 'CHECKED', 'WRITING', 'WRITTEN', 'REFUSED', 'FAILED')),
  constraint workbook_import_refused_with_reason check ((state = 'REFUSED') = (refusal is not null)),
  constraint workbook_import_done_of_total check (done between 0 and total),
  constraint workbook_import_content_until_written check (content is not null or state in ('WRITTEN', 'REFUSED', 'FAILED'))
);
create index workbook_import_of_account on workbook_import (account_id);
create unique index workbook_import_one_writing on workbook_import (organisation_id) where state = 'WRITING';

-- A row of the file that changes something or is wrong; without a number: what is wrong with a sheet as a whole.
create table workbook_import_row (
  organisation_id bigint       not null,
  import_id       bigint       not null,
  position        integer      not null,
  sheet           varchar(255) not null,
  row_number      integer,
  state           varchar(10)  not null,
  title           varchar(500),
  changes         jsonb        not null default '[]',
  findings        jsonb        not null default '[]',
  constraint workbook_import_row_pk primary key (organisation_id, import_id, position),
  constraint workbook_import_row_import_fk foreign key (organisation_id, import_id) references workbook_import (organisation_id, id) on delete cascade,
  constraint workbook_import_row_state_known check (state in ('WRONG', 'NEW', 'CHANGED', 'UNCHECKED')),
  constraint workbook_import_row_wrong_with_finding check ((state = 'WRONG') = (findings <> '[]'))
);

-- An import is one entry of the journal; what it has changed, thing by thing, are entries that belong to it.
alter table journal_entry add column part_of bigint;
create index journal_entry_of_whole on journal_entry (part_of, id desc) where part_of is not null;
