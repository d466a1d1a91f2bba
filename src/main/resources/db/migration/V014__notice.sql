-- Where a person's mail goes, invitations by a one-time link, notices, and the mail that carries them.

alter table account
  add column email       varchar(254),
  add column mail_wanted boolean not null default true,
  add constraint account_email_form check (email ~ '^[^\s@]+@[^\s@]+\.[^\s@]+$');

-- Only the link's hash is kept: who reads the database can't use it.
create table invitation (
  id         bigint      not null default nextval('portal_id'),
  account_id bigint      not null,
  token_hash char(64)    not null,
  invited_at timestamptz not null,
  invited_by bigint,
  expires_at timestamptz not null,
  used_at    timestamptz,
  constraint invitation_pk primary key (id),
  constraint invitation_account_fk foreign key (account_id) references account (id),
  constraint invitation_invited_by_fk foreign key (invited_by) references account (id),
  constraint invitation_token_unique unique (token_hash),
  constraint invitation_lasts check (expires_at > invited_at),
  constraint invitation_used_in_time check (used_at < expires_at)
);
create index invitation_of_inviter on invitation (invited_by);
-- A newer link takes the older one's place.
create unique index invitation_one_open on invitation (account_id) where used_at is null;

-- What a person is told in the portal. The occasion keeps the same thing from being told twice.
create table notice (
  id              bigint       not null default nextval('portal_id'),
  account_id      bigint       not null,
  organisation_id bigint,
  kind            varchar(30)  not null,
  words           varchar(600) not null,
  address         varchar(300) not null,
  occasion        varchar(120) not null,
  noticed_at      timestamptz  not null,
  read_at         timestamptz,
  constraint notice_pk primary key (id),
  constraint notice_account_fk foreign key (account_id) references account (id),
  constraint notice_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint notice_kind_known check (kind in ('SUBMITTED', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'DUE_IN_A_WEEK', 'DUE_TOMORROW', 'OVERDUE',
    'APPOINTMENT_ENDING')),
  constraint notice_address_of_the_portal check (address ~ '^/[^/\\\s]'),
  constraint notice_told_once unique (account_id, occasion),
  constraint notice_read_after check (read_at >= noticed_at)
);
create index notice_of_account on notice (account_id, noticed_at desc, id desc);
create index notice_of_organisation on notice (organisation_id);
create index notice_unread on notice (account_id) where read_at is null;

-- Planned with the notice, in the same transaction; sent by whichever instance of the portal takes it first.
create table notice_mail (
  notice_id       bigint       not null,
  recipient       varchar(254) not null,
  state           varchar(10)  not null default 'PLANNED',
  attempts        integer      not null default 0,
  next_attempt_at timestamptz  not null,
  settled_at      timestamptz,
  failure         varchar(300),
  constraint notice_mail_pk primary key (notice_id),
  constraint notice_mail_notice_fk foreign key (notice_id) references notice (id) on delete cascade,
  constraint notice_mail_state_known check (state in ('PLANNED', 'SENT', 'FAILED')),
  constraint notice_mail_settled check ((state = 'PLANNED') = (settled_at is null)),
  constraint notice_mail_failed_for_a_reason check (state <> 'FAILED' or failure is not null),
  constraint notice_mail_attempts_counted check (attempts >= 0)
);
create index notice_mail_waiting on notice_mail (next_attempt_at) where state = 'PLANNED';

-- The journal of the whole city is read by time.
create index journal_entry_moment on journal_entry (happened_at desc, id desc);
