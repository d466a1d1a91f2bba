-- The methodologist imports the list of organisations in the same manner: an upload without an organisation is the city's.

alter table workbook_import_row drop constraint workbook_import_row_import_fk;
alter table workbook_import_row drop constraint workbook_import_row_pk;
alter table workbook_import_row drop column organisation_id;
alter table workbook_import drop constraint workbook_import_pk;
alter table workbook_import alter column organisation_id drop not null;
alter table workbook_import add constraint workbook_import_pk primary key (id);
alter table workbook_import_row add constraint workbook_import_row_pk primary key (import_id, position);
alter table workbook_import_row add constraint workbook_import_row_import_fk foreign key (import_id) references workbook_import (id) on delete cascade;
create index workbook_import_of_organisation on workbook_import (organisation_id);
drop index workbook_import_one_writing;
create unique index workbook_import_one_writing on workbook_import (organisation_id) nulls not distinct where state = 'WRITING';

-- All consents of a person, withdrawn ones too: until now each was looked for among those of the whole organisation.
create index consent_of_person on consent (organisation_id, participant_id);
