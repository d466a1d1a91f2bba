-- Files kept in PostgreSQL in pieces, so that they stream both ways; local acts of an organisation; legal acts of the city.

-- Without an organisation a file belongs to the city.
create table stored_file (
  id              bigint       not null default nextval('portal_id'),
  organisation_id bigint,
  name            varchar(255) not null,
  media_type      varchar(100) not null,
  size            bigint       not null,
  sha256          char(64)     not null,
  received_at     timestamptz  not null,
  received_by     bigint,
  attached        boolean      not null default false,
  -- Set when consent is withdrawn: no public address serves the file from that moment on.
  withdrawn_at    timestamptz,
  constraint stored_file_pk primary key (id),
  constraint stored_file_tenant unique (organisation_id, id),
  constraint stored_file_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint stored_file_received_by_fk foreign key (received_by) references account (id),
  constraint stored_file_size_allowed check (size between 1 and 20 * 1024 * 1024),
  constraint stored_file_type_allowed check (media_type in (
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/msword',
    'application/vnd.oasis.opendocument.text',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.ms-excel',
    'image/jpeg', 'image/png')),
  constraint stored_file_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);
create index stored_file_left_behind on stored_file (received_at) where not attached;

create table stored_file_piece (
  file_id  bigint  not null,
  position integer not null,
  content  bytea   not null,
  constraint stored_file_piece_pk primary key (file_id, position),
  constraint stored_file_piece_file_fk foreign key (file_id) references stored_file (id) on delete cascade,
  constraint stored_file_piece_size check (octet_length(content) between 1 and 262144)
);
alter table stored_file_piece alter column content set storage external;

-- Which of a document's two files everybody may see: none while people who did not consent are named in it (152-FZ art. 10.1).
create function disclosed_file(disclosure text, file_id bigint, public_file_id bigint) returns bigint
  language sql immutable parallel safe
  return case disclosure when 'WITHHELD' then null when 'REDACTED_COPY' then public_file_id else file_id end;

-- Documents of the organisation (DOMAIN 7): a file or a link, never neither.
create table local_act (
  organisation_id  bigint       not null,
  id               bigint       not null default nextval('portal_id'),
  kind             varchar(30)  not null,
  number           varchar(50),
  dated_on         date         not null,
  title            varchar(500) collate russian not null,
  partner_id       bigint,
  file_id          bigint,
  link             varchar(1000),
  disclosure       varchar(20)  not null,
  public_file_id   bigint,
  annulled_on      date,
  annulment_reason varchar(500),
  version          integer      not null default 0,
  constraint local_act_pk primary key (organisation_id, id),
  constraint local_act_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint local_act_file_fk foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint local_act_public_file_fk foreign key (organisation_id, public_file_id) references stored_file (organisation_id, id),
  constraint local_act_partner_fk foreign key (organisation_id, partner_id) references partner_organisation (organisation_id, id),
  constraint local_act_kind_known check (kind in ('IMPLEMENTATION_ORDER', 'REGULATION', 'ROADMAP', 'ORGANISATION_PROGRAMME',
    'CURATOR_ORDER', 'REALISATION_ORDER', 'ASSIGNMENT_ORDER', 'ASSOCIATION_ORDER', 'PARTNER_DOCUMENT', 'MONITORING', 'BEST_CASE', 'OTHER')),
  constraint local_act_file_or_link check (num_nonnulls(file_id, link) = 1),
  constraint local_act_link_https check (link ~ '^https://[^\s]+$'),
  constraint local_act_partner_of_document check (partner_id is null or kind = 'PARTNER_DOCUMENT'),
  constraint local_act_disclosure_known check (disclosure in ('NO_NAMES', 'CONSENTED', 'REDACTED_COPY', 'WITHHELD')),
  constraint local_act_redacted_copy check ((disclosure = 'REDACTED_COPY') = (public_file_id is not null)),
  constraint local_act_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
create index local_act_of_kind on local_act (organisation_id, kind, dated_on desc);

-- Federal, regional and municipal acts are kept once for the city; the institutional level is the organisation's local acts (block 1).
create table legal_act (
  id               bigint        not null default nextval('portal_id'),
  level            varchar(12)   not null,
  issuer           varchar(300),
  number           varchar(50),
  dated_on         date,
  title            varchar(1000) not null,
  file_id          bigint,
  link             varchar(1000),
  annulled_on      date,
  annulment_reason varchar(500),
  version          integer       not null default 0,
  constraint legal_act_pk primary key (id),
  constraint legal_act_file_fk foreign key (file_id) references stored_file (id),
  constraint legal_act_level_known check (level in ('FEDERAL', 'REGIONAL', 'MUNICIPAL')),
  constraint legal_act_file_or_link check (num_nonnulls(file_id, link) = 1),
  constraint legal_act_link_https check (link ~ '^https?://[^\s]+$'),
  constraint legal_act_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
