-- Review (DOMAIN 7): editions of what an organisation hands to the methodological department, what was handed in, the remarks and their answers.

create table review_edition (
  organisation_id bigint      not null,
  id              bigint      not null default nextval('portal_id'),
  subject         varchar(30) not null,
  -- The calendar year in which the academic year begins: a roadmap is drawn up for one.
  academic_year   smallint,
  number          integer     not null,
  state           varchar(12) not null,
  claimed_by      bigint,
  claimed_at      timestamptz,
  approved_on     date,
  approved_by     bigint,
  superseded_on   date,
  version         integer     not null default 0,
  constraint review_edition_pk primary key (organisation_id, id),
  constraint review_edition_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint review_edition_claimed_by_fk foreign key (claimed_by) references account (id),
  constraint review_edition_approved_by_fk foreign key (approved_by) references account (id),
  constraint review_edition_subject_known check (subject in ('REGULATION', 'ORGANISATION_PROGRAMME', 'ROADMAP')),
  constraint review_edition_state_known check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN', 'APPROVED', 'SUPERSEDED')),
  constraint review_edition_year_of_roadmap check ((subject = 'ROADMAP') = (academic_year is not null)),
  constraint review_edition_year_plausible check (academic_year between 2000 and 2099),
  constraint review_edition_number_positive check (number > 0),
  constraint review_edition_number_unique unique nulls not distinct (organisation_id, subject, academic_year, number),
  constraint review_edition_state_and_approval check ((state in ('APPROVED', 'SUPERSEDED')) = (approved_on is not null)),
  constraint review_edition_approved_by_somebody check ((approved_on is null) = (approved_by is null)),
  constraint review_edition_state_and_superseding check ((state = 'SUPERSEDED') = (superseded_on is not null)),
  constraint review_edition_superseded_after_approval check (superseded_on >= approved_on),
  constraint review_edition_claimed_by_somebody check ((claimed_by is null) = (claimed_at is null)),
  -- Who returned it reads it again when it comes back.
  constraint review_edition_claimed_in_review check (claimed_by is null or state in ('SUBMITTED', 'RETURNED'))
);
create unique index review_edition_one_open on review_edition (organisation_id, subject, academic_year) nulls not distinct
  where state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN');
create unique index review_edition_one_approved on review_edition (organisation_id, subject, academic_year) nulls not distinct
  where state = 'APPROVED';
create index review_edition_of_state on review_edition (state, subject);

-- What was handed in, as it was at that moment, and what was decided of it.
create table review_submission (
  organisation_id bigint      not null,
  id              bigint      not null default nextval('portal_id'),
  edition_id      bigint      not null,
  number          integer     not null,
  submitted_at    timestamptz not null,
  submitted_by    bigint      not null,
  content         jsonb       not null,
  outcome         varchar(12),
  decided_at      timestamptz,
  decided_by      bigint,
  words           varchar(4000),
  constraint review_submission_pk primary key (organisation_id, id),
  constraint review_submission_edition_fk foreign key (organisation_id, edition_id) references review_edition (organisation_id, id),
  constraint review_submission_submitted_by_fk foreign key (submitted_by) references account (id),
  constraint review_submission_decided_by_fk foreign key (decided_by) references account (id),
  constraint review_submission_number_positive check (number > 0),
  constraint review_submission_number_unique unique (organisation_id, edition_id, number),
  constraint review_submission_outcome_known check (outcome in ('RETURNED', 'APPROVED', 'WITHDRAWN')),
  constraint review_submission_decided_by_somebody check (num_nonnulls(outcome, decided_at, decided_by) in (0, 3)),
  constraint review_submission_decided_after_submitting check (decided_at >= submitted_at),
  constraint review_submission_words_of_decision check (words is null or outcome is not null and outcome <> 'WITHDRAWN'),
  constraint review_submission_reviewer_not_submitter check (outcome = 'WITHDRAWN' or decided_by <> submitted_by)
);
create unique index review_submission_one_waiting on review_submission (organisation_id, edition_id) where outcome is null;
create index review_submission_queue on review_submission (submitted_at) where outcome is null;

-- A remark on the whole (no item) or on one row; of the waiting submission only the reviewer sees it.
create table review_remark (
  organisation_id bigint        not null,
  id              bigint        not null default nextval('portal_id'),
  submission_id   bigint        not null,
  item            varchar(40),
  -- What the row was called: it may be gone from the next edition.
  item_name       varchar(300),
  words           varchar(2000) not null,
  written_at      timestamptz   not null,
  written_by      bigint        not null,
  answer          varchar(10),
  answer_words    varchar(2000),
  answered_at     timestamptz,
  answered_by     bigint,
  version         integer       not null default 0,
  constraint review_remark_pk primary key (organisation_id, id),
  constraint review_remark_submission_fk foreign key (organisation_id, submission_id) references review_submission (organisation_id, id),
  constraint review_remark_written_by_fk foreign key (written_by) references account (id),
  constraint review_remark_answered_by_fk foreign key (answered_by) references account (id),
  constraint review_remark_once unique nulls not distinct (organisation_id, submission_id, item),
  constraint review_remark_item_named check ((item is null) = (item_name is null)),
  constraint review_remark_answer_known check (answer in ('HEEDED', 'DECLINED')),
  constraint review_remark_answered_by_somebody check (num_nonnulls(answer, answered_at, answered_by) in (0, 3)),
  constraint review_remark_declined_with_words check (answer is distinct from 'DECLINED' or answer_words is not null),
  constraint review_remark_words_of_answer check (answer_words is null or answer is not null)
);

-- What was handed in never changes, and a decision is taken once.
create function review_submission_stays() returns trigger language plpgsql as $$
begin
  if old.outcome is not null or (old.organisation_id, old.id, old.edition_id, old.number, old.submitted_at, old.submitted_by, old.content)
       is distinct from (new.organisation_id, new.id, new.edition_id, new.number, new.submitted_at, new.submitted_by, new.content) then
    raise exception 'a submission only gets its decision, once' using errcode = 'restrict_violation', constraint = 'review_submission_stays';
  end if;
  return new;
end $$;
create trigger review_submission_stays before update on review_submission for each row execute function review_submission_stays();
create trigger review_submission_never_deleted before delete on review_submission for each row execute function refuse_change();

-- While the submission waits its reviewer writes, afterwards the remark only gets its answer.
create function review_remark_stays() returns trigger language plpgsql as $$
declare
  decision text := (select s.outcome from review_submission s where s.organisation_id = old.organisation_id and s.id = old.submission_id);
begin
  if decision is not null and (tg_op = 'DELETE' or
       (old.organisation_id, old.id, old.submission_id, old.item, old.item_name, old.words, old.written_at, old.written_by)
       is distinct from (new.organisation_id, new.id, new.submission_id, new.item, new.item_name, new.words, new.written_at, new.written_by)) then
    raise exception 'a remark stays as it was sent' using errcode = 'restrict_violation', constraint = 'review_remark_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger review_remark_stays before update or delete on review_remark for each row execute function review_remark_stays();

-- A document under review: the section shows it only while its edition is approved. Without an edition it is shown as before.
alter table local_act
  add column edition_id bigint,
  add constraint local_act_edition_fk foreign key (organisation_id, edition_id) references review_edition (organisation_id, id),
  add constraint local_act_edition_of_reviewed_kind check (edition_id is null or kind in ('REGULATION', 'ORGANISATION_PROGRAMME'));
create unique index local_act_one_of_edition on local_act (organisation_id, edition_id) where annulled_on is null;
