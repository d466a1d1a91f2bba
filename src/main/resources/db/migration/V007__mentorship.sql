-- Orders on assignment, pairs and groups (P5, DOMAIN 3).

create table assignment_order (
  organisation_id  bigint       not null,
  id               bigint       not null default nextval('portal_id'),
  number           varchar(50)  collate russian not null,
  dated_on         date         not null,
  title            varchar(500) not null,
  file_id          bigint,
  disclosure       varchar(20)  not null,
  public_file_id   bigint,
  annulled_on      date,
  annulment_reason varchar(500),
  version          integer      not null default 0,
  constraint assignment_order_pk primary key (organisation_id, id),
  constraint assignment_order_dated unique (organisation_id, id, dated_on),
  constraint assignment_order_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint assignment_order_file_fk foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint assignment_order_public_file_fk foreign key (organisation_id, public_file_id) references stored_file (organisation_id, id),
  constraint assignment_order_disclosure_known check (disclosure in ('NO_NAMES', 'CONSENTED', 'REDACTED_COPY', 'WITHHELD')),
  constraint assignment_order_redacted_copy check ((disclosure = 'REDACTED_COPY') = (public_file_id is not null)),
  constraint assignment_order_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
create unique index assignment_order_number_unique on assignment_order (organisation_id, lower(number), dated_on) where annulled_on is null;

create table mentorship (
  organisation_id     bigint       not null,
  id                  bigint       not null default nextval('portal_id'),
  code                varchar(30)  collate russian not null,
  mentor_id           bigint       not null,
  form                varchar(20)  not null,
  model               varchar(30),
  kinds               text[]       not null default '{}',
  order_id            bigint       not null,
  -- The order's date stands here too, so that the database itself can hold it against the start.
  order_dated_on      date         not null,
  starts_on           date         not null,
  planned_end         date         not null,
  ended_on            date,
  end_reason          varchar(500),
  notice_on           date,
  last_day            date         not null,
  parties_consent_on  date,
  replaces_id         bigint,
  annulled_on         date,
  annulment_reason    varchar(500),
  annulled            boolean      generated always as (annulled_on is not null) stored,
  version             integer      not null default 0,
  constraint mentorship_pk primary key (organisation_id, id),
  constraint mentorship_span unique (organisation_id, id, mentor_id, starts_on, last_day),
  constraint mentorship_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint mentorship_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, participant_id),
  constraint mentorship_order_fk foreign key (organisation_id, order_id, order_dated_on)
    references assignment_order (organisation_id, id, dated_on) on update cascade,
  constraint mentorship_replaces_fk foreign key (organisation_id, replaces_id) references mentorship (organisation_id, id),
  constraint mentorship_form_known check (form in ('TEACHER_TEACHER', 'HEAD_TEACHER', 'EMPLOYER_STUDENT')),
  constraint mentorship_model_known check (model in ('EXPERIENCED_YOUNG', 'LEADER_STRUGGLING', 'INNOVATOR_CONSERVATIVE', 'SUBJECT_EXPERT')),
  constraint mentorship_model_of_teachers check (model is null or form = 'TEACHER_TEACHER'),
  constraint mentorship_kinds_known check (kinds <@ array['VIRTUAL', 'GROUP', 'SHORT_TERM', 'REVERSE', 'SITUATIONAL', 'SPEED', 'TRADITIONAL']),
  constraint mentorship_not_before_order check (starts_on >= order_dated_on),
  constraint mentorship_planned_period check (planned_end >= starts_on),
  constraint mentorship_ended_within check (ended_on between starts_on and planned_end),
  constraint mentorship_ended_with_reason check ((ended_on is null) = (end_reason is null)),
  constraint mentorship_noticed_before_end check (notice_on is null or notice_on <= ended_on),
  constraint mentorship_last_day_follows check (last_day = coalesce(ended_on, planned_end)),
  constraint mentorship_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
create unique index mentorship_code_unique on mentorship (organisation_id, lower(code));
create index mentorship_of_mentor on mentorship (organisation_id, mentor_id);
create index mentorship_of_order on mentorship (organisation_id, order_id);

-- A mentee in a pair or group. Mentor, period and annulment of the mentorship stand here too and follow it by cascade,
-- so that the rules about overlapping are the database's own.
create table mentorship_mentee (
  organisation_id bigint  not null,
  mentorship_id   bigint  not null,
  mentee_id       bigint  not null,
  joined_on       date    not null,
  -- Empty: to the end of the mentorship.
  left_on         date,
  leaving_reason  varchar(500),
  mentor_id       bigint  not null,
  starts_on       date    not null,
  last_day        date    not null,
  annulled        boolean not null default false,
  constraint mentorship_mentee_pk primary key (organisation_id, mentorship_id, mentee_id),
  constraint mentorship_mentee_mentorship_fk foreign key (organisation_id, mentorship_id, mentor_id, starts_on, last_day)
    references mentorship (organisation_id, id, mentor_id, starts_on, last_day) on update cascade,
  constraint mentorship_mentee_mentee_fk foreign key (organisation_id, mentee_id) references mentee (organisation_id, participant_id),
  constraint mentorship_mentee_not_self check (mentee_id <> mentor_id),
  constraint mentorship_mentee_within check (joined_on between starts_on and last_day and (left_on is null or left_on between joined_on and last_day)),
  constraint mentorship_mentee_left_with_reason check ((left_on is null) = (leaving_reason is null)),
  constraint mentorship_mentee_no_overlap exclude using gist
    (organisation_id with =, mentor_id with =, mentee_id with =, daterange(joined_on, coalesce(left_on, last_day), '[]') with &&)
    where (not annulled)
);
create index mentorship_mentee_of_mentee on mentorship_mentee (organisation_id, mentee_id);

-- An annulled mentorship frees its people; the flag is carried by the database, not by whoever writes.
create function carry_annulment() returns trigger language plpgsql as $$
begin
  update mentorship_mentee set annulled = new.annulled_on is not null
   where organisation_id = new.organisation_id and mentorship_id = new.id and annulled <> (new.annulled_on is not null);
  return null;
end $$;
create trigger mentorship_carries_annulment after update of annulled_on on mentorship
  for each row execute function carry_annulment();
