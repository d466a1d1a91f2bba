-- The journal: who did what, when, to what, from where. It only grows.

create table journal_entry (
  id              bigint       generated always as identity,
  happened_at     timestamptz  not null,
  account_id      bigint,
  account_name    varchar(200) not null,
  origin          varchar(45),
  organisation_id bigint,
  subject         varchar(40)  not null,
  subject_id      bigint       not null,
  subject_name    varchar(500) not null,
  action          varchar(40)  not null,
  reason          varchar(2000),
  changes         jsonb        not null default '[]',
  constraint journal_entry_pk primary key (id),
  constraint journal_entry_account_fk foreign key (account_id) references account (id),
  constraint journal_entry_changes_listed check (jsonb_typeof(changes) = 'array')
);
create index journal_entry_of_subject on journal_entry (subject, subject_id, id desc);
create index journal_entry_of_organisation on journal_entry (organisation_id, id desc);
create index journal_entry_of_account on journal_entry (account_id, id desc);

create trigger journal_entry_only_grows before update or delete on journal_entry
  for each row execute function refuse_change();
create trigger journal_entry_never_emptied before truncate on journal_entry
  for each statement execute function refuse_change();
revoke update, delete, truncate on journal_entry from current_user;
