-- Internal monitoring (P8.2, P8.3, DOMAIN 8): the report of an organisation for an academic year, and the city's campaign that asks for it.

alter table review_edition
  drop constraint review_edition_subject_known,
  drop constraint review_edition_year_of_roadmap,
  add constraint review_edition_subject_known check (subject in ('REGULATION', 'ORGANISATION_PROGRAMME', 'ROADMAP', 'MONITORING_REPORT')),
  add constraint review_edition_year_of_roadmap check ((subject in ('ROADMAP', 'MONITORING_REPORT')) = (academic_year is not null));

-- The city asks for the reports of a year: for which period, until which day, of whom.
create table monitoring_campaign (
  id               bigint       not null default nextval('portal_id'),
  title            varchar(300) collate russian not null,
  -- The calendar year in which the academic year begins.
  academic_year    smallint     not null,
  since            date         not null,
  until            date         not null,
  due_on           date         not null,
  scope            varchar(8)   not null,
  kind             varchar(12),
  annulled_on      date,
  annulment_reason varchar(500),
  version          integer      not null default 0,
  constraint monitoring_campaign_pk primary key (id),
  constraint monitoring_campaign_scope_known check (scope in ('ALL', 'KIND', 'LISTED')),
  constraint monitoring_campaign_kind_known check (kind in ('GENERAL', 'PRESCHOOL', 'ADDITIONAL')),
  constraint monitoring_campaign_kind_of_scope check ((scope = 'KIND') = (kind is not null)),
  constraint monitoring_campaign_period check (since <= until),
  constraint monitoring_campaign_within_year check (since >= make_date(academic_year, 9, 1) and until <= make_date(academic_year + 1, 8, 31)),
  -- ◆ The city may ask a few months after the year.
  constraint monitoring_campaign_due_in_time check (due_on between since and make_date(academic_year + 1, 12, 31)),
  constraint monitoring_campaign_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
create unique index monitoring_campaign_one_a_year on monitoring_campaign (academic_year) where annulled_on is null;

create table monitoring_campaign_organisation (
  organisation_id bigint not null,
  campaign_id     bigint not null,
  constraint monitoring_campaign_organisation_pk primary key (organisation_id, campaign_id),
  constraint monitoring_campaign_organisation_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint monitoring_campaign_organisation_campaign_fk foreign key (campaign_id) references monitoring_campaign (id)
);
create index monitoring_campaign_organisation_of_campaign on monitoring_campaign_organisation (campaign_id);

-- A report: an edition of the review, which says whether it may be changed.
create table monitoring_report (
  organisation_id     bigint   not null,
  id                  bigint   not null default nextval('portal_id'),
  edition_id          bigint   not null,
  academic_year       smallint not null,
  since               date     not null,
  until               date     not null,
  -- The day of the figures, and the figures themselves as they were when it was handed in last.
  dated_on            date,
  figures             jsonb,
  future_mentors      integer,
  future_mentees      integer,
  conclusions         varchar(20000),
  -- Each part is written by itself: who writes the conclusions is not in the way of who assesses the risks.
  period_version      integer  not null default 0,
  influence_version   integer  not null default 0,
  risks_version       integer  not null default 0,
  conclusions_version integer  not null default 0,
  version             integer  not null default 0,
  constraint monitoring_report_pk primary key (organisation_id, id),
  constraint monitoring_report_edition_fk foreign key (organisation_id, edition_id) references review_edition (organisation_id, id),
  constraint monitoring_report_one_of_edition unique (organisation_id, edition_id),
  constraint monitoring_report_period check (since <= until),
  constraint monitoring_report_within_year check (since >= make_date(academic_year, 9, 1) and until <= make_date(academic_year + 1, 8, 31)),
  constraint monitoring_report_dated_within check (dated_on between since and until),
  constraint monitoring_report_figures_of_a_day check ((figures is null) = (dated_on is null)),
  constraint monitoring_report_figures_named
    check (figures is null or (jsonb_typeof(figures) = 'object' and figures ? 'date' and figures ->> 'date' ~ '^\d{4}-\d\d-\d\d$')),
  constraint monitoring_report_future_mentors_plausible check (future_mentors between 0 and 2000),
  constraint monitoring_report_future_mentees_plausible check (future_mentees between 0 and 2000)
);

-- Stage 1: how a personalised programme went. The programme is named by its first edition: a new edition keeps what was written.
create table monitoring_course (
  organisation_id bigint        not null,
  id              bigint        not null default nextval('portal_id'),
  report_id       bigint        not null,
  programme_id    bigint        not null,
  result          varchar(4000),
  risks           varchar(4000),
  projects        varchar(4000),
  exams_percent   smallint,
  achievement     varchar(14),
  olympiads       varchar(14),
  activity        varchar(4000),
  -- Whether the programme was in force and so went into the newest submission.
  handed          boolean       not null default false,
  version         integer       not null default 0,
  constraint monitoring_course_pk primary key (organisation_id, id),
  constraint monitoring_course_report_fk foreign key (organisation_id, report_id) references monitoring_report (organisation_id, id),
  constraint monitoring_course_programme_fk foreign key (organisation_id, programme_id) references programme (organisation_id, id),
  constraint monitoring_course_once unique (organisation_id, report_id, programme_id),
  constraint monitoring_course_exams_percent check (exams_percent between 0 and 100),
  constraint monitoring_course_achievement_known check (achievement in ('ROSE', 'SAME', 'FELL', 'NOT_APPLICABLE')),
  constraint monitoring_course_olympiads_known check (olympiads in ('ROSE', 'SAME', 'FELL', 'NOT_APPLICABLE'))
);
create index monitoring_course_of_programme on monitoring_course (organisation_id, programme_id);

-- Stage 2: the five results of P8.2.
create table monitoring_effect (
  organisation_id bigint      not null,
  report_id       bigint      not null,
  effect          varchar(12) not null,
  assessment      varchar(12),
  words           varchar(4000),
  constraint monitoring_effect_pk primary key (organisation_id, report_id, effect),
  constraint monitoring_effect_report_fk foreign key (organisation_id, report_id) references monitoring_report (organisation_id, id),
  constraint monitoring_effect_known check (effect in ('RESULTS', 'MOTIVATION', 'INNOVATION', 'ADAPTATION', 'GROWTH')),
  constraint monitoring_effect_assessment_known check (assessment in ('ACHIEVED', 'PARTLY', 'NOT_ACHIEVED', 'NOT_ASSESSED'))
);

-- The six risks of P8.3.
create table monitoring_risk (
  organisation_id bigint      not null,
  report_id       bigint      not null,
  risk            varchar(12) not null,
  likelihood      varchar(6),
  impact          varchar(6),
  measure         varchar(4000),
  constraint monitoring_risk_pk primary key (organisation_id, report_id, risk),
  constraint monitoring_risk_report_fk foreign key (organisation_id, report_id) references monitoring_report (organisation_id, id),
  constraint monitoring_risk_known check (risk in ('PERCEPTION', 'LOAD', 'MENTORS', 'FORMALISM', 'MENTEES', 'INTERACTION')),
  constraint monitoring_risk_likelihood_known check (likelihood in ('LOW', 'MIDDLE', 'HIGH')),
  constraint monitoring_risk_impact_known check (impact in ('LOW', 'MIDDLE', 'HIGH')),
  constraint monitoring_risk_measure_when_high
    check (measure is not null or likelihood is distinct from 'HIGH' or impact is distinct from 'HIGH')
);

create table monitoring_attachment (
  organisation_id bigint      not null,
  report_id       bigint      not null,
  file_id         bigint      not null,
  -- ◆ Ten at most.
  number          smallint    not null,
  constraint monitoring_attachment_pk primary key (organisation_id, report_id, file_id),
  constraint monitoring_attachment_report_fk foreign key (organisation_id, report_id) references monitoring_report (organisation_id, id),
  constraint monitoring_attachment_file_fk foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint monitoring_attachment_number_unique unique (organisation_id, report_id, number),
  constraint monitoring_attachment_ten_at_most check (number between 1 and 10)
);
create index monitoring_attachment_of_file on monitoring_attachment (organisation_id, file_id);

-- What is accepted never changes, its frozen figures included.
create function monitoring_report_stays() returns trigger language plpgsql as $$
declare
  its record := case tg_op when 'DELETE' then old else new end;
  report bigint := case tg_table_name when 'monitoring_report' then (to_jsonb(its) ->> 'id')::bigint else (to_jsonb(its) ->> 'report_id')::bigint end;
begin
  if exists (select from monitoring_report r
               join review_edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id and e.state in ('APPROVED', 'SUPERSEDED')
              where r.organisation_id = its.organisation_id and r.id = report) then
    raise exception 'an accepted report stays as it is' using errcode = 'restrict_violation', constraint = 'monitoring_report_stays';
  end if;
  return its;
end $$;
create trigger monitoring_report_stays before update or delete on monitoring_report
  for each row execute function monitoring_report_stays();
create trigger monitoring_course_stays before insert or update or delete on monitoring_course
  for each row execute function monitoring_report_stays();
create trigger monitoring_effect_stays before insert or update or delete on monitoring_effect
  for each row execute function monitoring_report_stays();
create trigger monitoring_risk_stays before insert or update or delete on monitoring_risk
  for each row execute function monitoring_report_stays();
create trigger monitoring_attachment_stays before insert or update or delete on monitoring_attachment
  for each row execute function monitoring_report_stays();

-- A report that was handed in has its figures: both are written in one transaction.
create function monitoring_report_has_figures() returns trigger language plpgsql as $$
begin
  if not exists (select from monitoring_report r where r.organisation_id = new.organisation_id and r.edition_id = new.id and r.figures is not null) then
    raise exception 'a report is handed in with its figures' using errcode = 'check_violation', constraint = 'monitoring_report_has_figures';
  end if;
  return null;
end $$;
create constraint trigger monitoring_report_has_figures after insert or update of state on review_edition deferrable initially deferred
  for each row when (new.subject = 'MONITORING_REPORT' and new.state in ('SUBMITTED', 'RETURNED', 'APPROVED', 'SUPERSEDED'))
  execute function monitoring_report_has_figures();

-- Programmes that the first stage is about: one row for each programme in force on some day of the period, by its newest such edition.
create function monitoring_programmes(since date, until date, only_organisation bigint)
  returns table (organisation_id bigint, programme_id bigint, edition_id bigint)
  language sql stable parallel safe
begin atomic
  select distinct on (p.organisation_id, p.series_id) p.organisation_id, p.series_id, p.id
    from programme_standing(since, until, only_organisation) s
    join programme p on p.organisation_id = s.organisation_id and p.id = s.id
   where s.reason is null
   order by p.organisation_id, p.series_id, p.edition desc;
end;

-- How the report of a year stands on a day, for one organisation or for all that are open:
--   state        ACCEPTED, WAITING (for the methodological department), RETURNED, IN_WORK, NOT_STARTED
--   punctuality  ON_TIME, LATE, OVERDUE, AHEAD; null where the city does not ask
--   handed_on    the day of the first submission that was not withdrawn: handed in is not yet accepted
--   report_id    the accepted report, else the one in work
create function monitoring_standing(year integer, day date, only_organisation bigint)
  returns table (organisation_id bigint, campaign_id bigint, due_on date, state text, punctuality text, handed_on date, report_id bigint,
                 edition_id bigint, open_report_id bigint)
  language sql stable parallel safe
begin atomic
  with place as materialized (
    select o.id, o.kind from organisation o
     where o.id = only_organisation or (only_organisation is null and (o.closed_on is null or o.closed_on > day))
  ), asked as materialized (
    select p.id as organisation_id, c.id as campaign_id, c.due_on
      from monitoring_campaign c
      join place p on case c.scope when 'ALL' then true when 'KIND' then p.kind = c.kind
             else exists (select from monitoring_campaign_organisation l where l.organisation_id = p.id and l.campaign_id = c.id) end
     where c.academic_year = year and c.annulled_on is null
  ), report as materialized (
    select e.organisation_id, e.id as edition_id, e.state, r.id as report_id
      from review_edition e join monitoring_report r on r.organisation_id = e.organisation_id and r.edition_id = e.id
     where e.subject = 'MONITORING_REPORT' and e.academic_year = year and e.state <> 'SUPERSEDED'
       and (only_organisation is null or e.organisation_id = only_organisation)
  ), handed as materialized (
    select e.organisation_id, min((s.submitted_at at time zone 'Europe/Moscow')::date) as handed_on
      from review_edition e
      join review_submission s on s.organisation_id = e.organisation_id and s.edition_id = e.id and s.outcome is distinct from 'WITHDRAWN'
     where e.subject = 'MONITORING_REPORT' and e.academic_year = year
       and (only_organisation is null or e.organisation_id = only_organisation)
     group by e.organisation_id
  )
  select p.id, a.campaign_id, a.due_on,
         case when d.report_id is not null then 'ACCEPTED' when w.state = 'SUBMITTED' then 'WAITING' when w.state = 'RETURNED' then 'RETURNED'
              when w.report_id is not null then 'IN_WORK' else 'NOT_STARTED' end,
         case when a.due_on is null then null when h.handed_on is null and a.due_on < day then 'OVERDUE' when h.handed_on is null then 'AHEAD'
              when h.handed_on <= a.due_on then 'ON_TIME' else 'LATE' end,
         h.handed_on, coalesce(d.report_id, w.report_id), coalesce(d.edition_id, w.edition_id), w.report_id
    from place p
    left join asked a on a.organisation_id = p.id
    left join report d on d.organisation_id = p.id and d.state = 'APPROVED'
    left join report w on w.organisation_id = p.id and w.state <> 'APPROVED'
    left join handed h on h.organisation_id = p.id;
end;
