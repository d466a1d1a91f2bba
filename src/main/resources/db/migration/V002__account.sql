-- People who log in, and what is remembered of failed attempts.

create table account (
  id                   bigint       not null default nextval('portal_id'),
  login                varchar(60)  not null,
  display_name         varchar(200) not null,
  role                 varchar(20)  not null,
  password_hash        varchar(300) not null,
  must_change_password boolean      not null default false,
  blocked              boolean      not null default false,
  created_at           timestamptz  not null,
  version              integer      not null default 0,
  constraint account_pk primary key (id),
  constraint account_login_form check (login ~ '^[a-z0-9][a-z0-9._-]{1,59}$'),
  constraint account_role_known check (role in ('CURATOR', 'METHODOLOGIST', 'OBSERVER', 'ADMINISTRATOR')),
  constraint account_login_unique unique (login)
);

-- Keys are hashes: a login or an address typed by a stranger is nobody's business.
create table login_failure (
  key_hash      char(64)    not null,
  failures      integer     not null,
  last_at       timestamptz not null,
  blocked_until timestamptz,
  constraint login_failure_pk primary key (key_hash),
  constraint login_failure_counted check (failures > 0)
);
create index login_failure_last on login_failure (last_at);
