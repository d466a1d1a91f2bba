-- What the order asks of every organisation (items 4.1–4.10). The state of a duty is derived from the data and is never ticked by hand;
-- beside it stand the campaigns with their due dates, the yearly confirmation of the data and the mentors' associations.

-- A methodologist sets a due date for one duty of an academic year: for all organisations, for a kind of them, or for some.
create table campaign (
  id               bigint       not null default nextval('portal_id'),
  title            varchar(300) collate russian not null,
  duty             varchar(30)  not null,
  -- The calendar year in which the academic year begins.
  academic_year    smallint     not null,
  due_on           date         not null,
  scope            varchar(8)   not null,
  kind             varchar(12),
  annulled_on      date,
  annulment_reason varchar(500),
  version          integer      not null default 0,
  constraint campaign_pk primary key (id),
  constraint campaign_duty_known check (duty in ('CURATOR', 'REGULATION', 'ROADMAP', 'ROADMAP_APPROVED', 'ORGANISATION_PROGRAMME',
    'LEGAL_ACTS', 'ASSOCIATION', 'BASES', 'SECTION_OPENED', 'SECTION_FILLED')),
  constraint campaign_scope_known check (scope in ('ALL', 'KIND', 'LISTED')),
  constraint campaign_kind_known check (kind in ('GENERAL', 'PRESCHOOL', 'ADDITIONAL')),
  constraint campaign_kind_of_scope check ((scope = 'KIND') = (kind is not null)),
  constraint campaign_due_within_year check (due_on between make_date(academic_year, 9, 1) and make_date(academic_year + 1, 8, 31)),
  constraint campaign_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
-- Two general due dates for the same thing would contradict each other; a list of organisations may always get a date of its own.
create unique index campaign_one_due_date on campaign (academic_year, duty, scope, kind) nulls not distinct
  where annulled_on is null and scope <> 'LISTED';

create table campaign_organisation (
  organisation_id bigint not null,
  campaign_id     bigint not null,
  constraint campaign_organisation_pk primary key (organisation_id, campaign_id),
  constraint campaign_organisation_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint campaign_organisation_campaign_fk foreign key (campaign_id) references campaign (id)
);
create index campaign_organisation_of_campaign on campaign_organisation (campaign_id);

-- «Данные верны»: once a year at least the curator says so (P6.1), and what they saw when they said it stays.
create table data_confirmation (
  organisation_id bigint      not null,
  id              bigint      not null default nextval('portal_id'),
  academic_year   smallint    not null,
  confirmed_at    timestamptz not null,
  confirmed_on    date        not null,
  confirmed_by    bigint      not null,
  content         jsonb       not null,
  constraint data_confirmation_pk primary key (organisation_id, id),
  constraint data_confirmation_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint data_confirmation_confirmed_by_fk foreign key (confirmed_by) references account (id),
  constraint data_confirmation_within_year
    check (confirmed_on between make_date(academic_year, 9, 1) and make_date(academic_year + 1, 8, 31))
);
create index data_confirmation_newest on data_confirmation (organisation_id, confirmed_on desc, id desc);
create trigger data_confirmation_only_grows before update or delete on data_confirmation
  for each row execute function refuse_change();

-- The mentors' methodological association of an organisation, or (without an owner) of the city (O4.7).
create table mentor_association (
  id             bigint       not null default nextval('portal_id'),
  owner_id       bigint,
  of_city        boolean      generated always as (owner_id is null) stored,
  name           varchar(300) not null,
  head           varchar(300),
  -- An organisation's order is one of its documents; the city's is entered here.
  order_act_id   bigint,
  order_number   varchar(50),
  order_dated_on date,
  order_file_id  bigint,
  plan           varchar(4000),
  plan_file_id   bigint,
  version        integer      not null default 0,
  constraint mentor_association_pk primary key (id),
  constraint mentor_association_one unique nulls not distinct (owner_id),
  constraint mentor_association_of_owner unique (owner_id, id),
  constraint mentor_association_whether_of_city unique (id, of_city),
  constraint mentor_association_owner_fk foreign key (owner_id) references organisation (id),
  constraint mentor_association_order_act_fk foreign key (owner_id, order_act_id) references local_act (organisation_id, id),
  constraint mentor_association_order_file_fk foreign key (order_file_id) references stored_file (id),
  constraint mentor_association_plan_file_fk foreign key (plan_file_id) references stored_file (id),
  constraint mentor_association_order_of_owner
    check (case when owner_id is null then order_act_id is null else num_nonnulls(order_number, order_dated_on, order_file_id) = 0 end),
  constraint mentor_association_order_dated 
    check ((order_number is null) = (order_dated_on is null) and (order_file_id is null or order_number is not null))
);
create index mentor_association_of_order_file on mentor_association (order_file_id);
create index mentor_association_of_plan_file on mentor_association (plan_file_id);

-- A mentor of the organisation in its association, or of any organisation in the city's.
create table association_member (
  organisation_id bigint  not null,
  id              bigint  not null default nextval('portal_id'),
  association_id  bigint  not null,
  mentor_id       bigint  not null,
  of_city         boolean not null,
  owner_id        bigint  generated always as (case when of_city then null else organisation_id end) stored,
  joined_on       date    not null,
  left_on         date,
  version         integer not null default 0,
  constraint association_member_pk primary key (organisation_id, id),
  constraint association_member_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, participant_id),
  -- Together the two keep the mentors of one organisation out of the association of another.
  constraint association_member_association_fk foreign key (association_id, of_city) references mentor_association (id, of_city),
  constraint association_member_owner_fk foreign key (owner_id, association_id) references mentor_association (owner_id, id),
  constraint association_member_left_after_joining check (left_on >= joined_on)
);
create unique index association_member_once on association_member (organisation_id, association_id, mentor_id) where left_on is null;
create index association_member_of_association on association_member (association_id);
create index association_member_of_owner on association_member (owner_id);

create table association_meeting (
  id               bigint        not null default nextval('portal_id'),
  association_id   bigint        not null,
  held_on          date          not null,
  topic            varchar(500)  not null,
  decisions        varchar(4000),
  protocol_number  varchar(50),
  protocol_file_id bigint,
  annulled_on      date,
  annulment_reason varchar(500),
  version          integer       not null default 0,
  constraint association_meeting_pk primary key (id),
  constraint association_meeting_association_fk foreign key (association_id) references mentor_association (id),
  constraint association_meeting_protocol_file_fk foreign key (protocol_file_id) references stored_file (id),
  constraint association_meeting_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
create index association_meeting_of_association on association_meeting (association_id, held_on desc);
create index association_meeting_of_protocol_file on association_meeting (protocol_file_id);

-- The due date of every organisation's duties in an academic year. ◆ The narrower campaign wins – some organisations before a kind, a kind
-- before all – and of two lists that name the same organisation the newer one.
create function duty_deadlines(year integer, only_organisation bigint)
  returns table (organisation_id bigint, duty text, campaign_id bigint, due_on date)
  language sql stable parallel safe
begin atomic
  select distinct on (o.id, c.duty) o.id, c.duty, c.id, c.due_on
    from campaign c
    join organisation o on case c.scope
           when 'ALL' then true
           when 'KIND' then o.kind = c.kind
           else exists (select from campaign_organisation l where l.organisation_id = o.id and l.campaign_id = c.id) end
   where c.annulled_on is null and c.academic_year = year
     and (only_organisation is null or o.id = only_organisation)
   order by o.id, c.duty, array_position(array['LISTED', 'KIND', 'ALL'], c.scope::text), c.id desc;
end;

-- How every duty stands on a day, for one organisation or for all that are open, with the reason why and what the reason speaks of:
--   state      DONE, IN_WORK (with the organisation), WAITING (for the methodological department), RETURNED, NOT_STARTED
--   named      what is missing, or who or what it is about
--   since      the day that the reason speaks of
--   handed_on  the day on which the organisation did its part: what is held against the due date
-- The year counts for what is owed every year: the roadmap and the confirmed bases.
create function duty_standing(year integer, day date, only_organisation bigint)
  returns table (organisation_id bigint, duty text, state text, reason text, named text, since date, handed_on date, edition_id bigint)
  language sql stable parallel safe
begin atomic
  with place as materialized (
    select o.id from organisation o
     where o.id = only_organisation or (only_organisation is null and (o.closed_on is null or o.closed_on > day))
  ), span as materialized (
    -- One curator after another without a day between them is one span.
    select a.organisation_id, unnest(range_agg(daterange(a.starts_on, a.ends_on, '[]'))) as days
      from curator_appointment a join account c on c.id = a.account_id and not c.blocked
     where a.annulled_on is null and (only_organisation is null or a.organisation_id = only_organisation)
     group by a.organisation_id
  ), appointed as materialized (
    select s.organisation_id, max(lower(s.days)) filter (where s.days @> day) as since,
           min(lower(s.days)) filter (where lower(s.days) > day) as coming,
           max(upper(s.days) - 1) filter (where upper(s.days) <= day) as gone
      from span s group by s.organisation_id
  ), curator as materialized (
    select a.organisation_id, string_agg(distinct c.display_name, ', ') as names
      from curator_appointment a join account c on c.id = a.account_id and not c.blocked
     where a.annulled_on is null and daterange(a.starts_on, a.ends_on, '[]') @> day
       and (only_organisation is null or a.organisation_id = only_organisation)
     group by a.organisation_id
  ), act as materialized (
    select a.organisation_id, a.kind::text as kind, min(a.dated_on) as dated_on
      from local_act a where a.annulled_on is null and a.dated_on <= day
       and (only_organisation is null or a.organisation_id = only_organisation)
     group by a.organisation_id, a.kind
  ), handed as materialized (
    select e.organisation_id, e.id, max((s.submitted_at at time zone 'Europe/Moscow')::date) as last_on,
           max((s.decided_at at time zone 'Europe/Moscow')::date) as decided_on,
           max((s.submitted_at at time zone 'Europe/Moscow')::date) filter (where s.outcome = 'APPROVED') as approved_one_on,
           min((s.submitted_at at time zone 'Europe/Moscow')::date) filter (where s.outcome is distinct from 'WITHDRAWN') as read_on
      from review_edition e
      join review_submission s on s.organisation_id = e.organisation_id and s.edition_id = e.id
     where (e.academic_year is null or e.academic_year = year) and (only_organisation is null or e.organisation_id = only_organisation)
     group by e.organisation_id, e.id
  ), agreed as materialized (
    -- One approved edition after another without a day between them is one span: a new edition does not undo what was done in time.
    select e.organisation_id, e.subject, unnest(range_agg(daterange(e.approved_on, e.superseded_on))) as days
      from review_edition e
     where e.approved_on is not null and (e.academic_year is null or e.academic_year = year)
       and (only_organisation is null or e.organisation_id = only_organisation)
     group by e.organisation_id, e.subject
  ), edition as materialized (
    -- What stands for the subject: the approved edition, otherwise the open one. ◆ Handed in on the day of the submission that was
    -- approved, or that waits; one that came back is not handed in.
    select distinct on (e.organisation_id, e.subject) e.organisation_id, e.subject::text as subject, e.id, e.state::text as state,
           case e.state when 'APPROVED' then e.approved_on when 'SUBMITTED' then h.last_on when 'DRAFT' then null
             else h.decided_on end as since,
           case e.state when 'SUBMITTED' then h.last_on when 'APPROVED' then
             (select min(coalesce(f.approved_one_on, b.approved_on)) from review_edition b
                join agreed a on a.organisation_id = b.organisation_id and a.subject = b.subject and a.days @> e.approved_on
                left join handed f on f.organisation_id = b.organisation_id and f.id = b.id
               where b.organisation_id = e.organisation_id and b.subject = e.subject
                 and b.academic_year is not distinct from e.academic_year and b.approved_on <@ a.days) end as handed_on,
           case when e.state in ('SUBMITTED', 'RETURNED', 'APPROVED') then
             (select min(f.read_on) from review_edition b join handed f on f.organisation_id = b.organisation_id and f.id = b.id
               where b.organisation_id = e.organisation_id and b.subject = e.subject) end as first_handed_on
      from review_edition e
      left join handed h on h.organisation_id = e.organisation_id and h.id = e.id
     where e.state <> 'SUPERSEDED' and (e.academic_year is null or e.academic_year = year)
       and (only_organisation is null or e.organisation_id = only_organisation)
     order by e.organisation_id, e.subject, e.state <> 'APPROVED', e.id desc
  ), legal as materialized (
    -- ◆ The acts of item 4.6 are the orders of rows 1 and 5 of the form; the order's two names for nearly the same act stay.
    select p.id as organisation_id, array_agg(k.kind order by k.position) filter (where a.kind is null) as missing,
           count(a.kind) as there, max(a.dated_on) as dated_on
      from place p
     cross join (values ('IMPLEMENTATION_ORDER', 1), ('CURATOR_ORDER', 2), ('REALISATION_ORDER', 3)) k (kind, position)
      left join act a on a.organisation_id = p.id and a.kind = k.kind
     group by p.id
  ), association as materialized (
    select s.owner_id as organisation_id, o.dated_on,
           (select count(*) from association_member m join participant p on p.organisation_id = m.organisation_id and p.id = m.mentor_id
             where m.association_id = s.id and (m.left_on is null or m.left_on > day)
               and (p.left_on is null or p.left_on >= day)) as members
      from mentor_association s
      left join local_act o on o.organisation_id = s.owner_id and o.id = s.order_act_id and o.annulled_on is null
     where s.owner_id is not null
  ), mentors as materialized (
    select r.organisation_id, count(*) as people
      from mentor r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
     where r.entered_on <= day and (p.left_on is null or p.left_on >= day)
       and (only_organisation is null or r.organisation_id = only_organisation)
     group by r.organisation_id
  ), mentees as materialized (
    select e.organisation_id, count(*) as people
      from mentee e join participant p on p.organisation_id = e.organisation_id and p.id = e.participant_id
     where e.entered_on <= day and (p.left_on is null or p.left_on >= day)
       and (only_organisation is null or e.organisation_id = only_organisation)
     group by e.organisation_id
  ), confirmed as materialized (
    select c.organisation_id, min(c.confirmed_on) as confirmed_on
      from data_confirmation c where c.academic_year = year and c.confirmed_on <= day
     group by c.organisation_id
  ), published as materialized (
    -- Every edition of the section with the rows of the form that it leaves empty. A nought is an answer; rows 11–13 may have none. ◆
    select e.organisation_id, e.number, e.published_on, array_remove(array[
             case when not e.content -> 'papers' @> '[{"kind": "IMPLEMENTATION_ORDER"}]' then '1' end,
             case when not e.content -> 'papers' @> '[{"kind": "REGULATION"}]' then '2' end,
             case when not e.content -> 'papers' @> '[{"kind": "ROADMAP"}]'
                   and coalesce(jsonb_typeof(e.content -> 'roadmap'), 'null') = 'null' then '3' end,
             case when not e.content -> 'papers' @> '[{"kind": "ORGANISATION_PROGRAMME"}]' then '4' end,
             case when not e.content -> 'papers' @> '[{"kind": "CURATOR_ORDER"}, {"kind": "REALISATION_ORDER"}]' then '5' end,
             case when (e.content #>> '{figures,pairs}')::integer + (e.content #>> '{figures,groups}')::integer > 0
                   and not e.content -> 'papers' @> '[{"kind": "ASSIGNMENT_ORDER"}]' then '7' end,
             case when e.content #>> '{figures,youngSpecialists,reason}' = 'NO_STAFF_COUNT' then '9' end,
             case when e.content #>> '{figures,mentors,reason}' = 'NO_STAFF_COUNT' then '10' end
           ], null) as missing
      from section_edition e
     where e.published_on <= day and (only_organisation is null or e.organisation_id = only_organisation)
  ), section as materialized (
    select p.organisation_id, min(p.published_on) as opened_on, max(p.published_on) as newest_on,
           (array_agg(array_to_string(p.missing, ',') order by p.number desc))[1] as missing,
           -- Filled without a break since then.
           min(p.published_on) filter (where p.number > coalesce(f.number, 0)) as filled_on
      from published p
      left join (select organisation_id, max(number) as number from published where missing <> '{}' group by organisation_id) f
        on f.organisation_id = p.organisation_id
     group by p.organisation_id
  ), entered as materialized (
    select organisation_id from act union select organisation_id from mentorship where annulled_on is null
  )
  select p.id, 'CURATOR',
         case when a.since is not null then 'DONE' when a.coming is not null then 'IN_WORK' else 'NOT_STARTED' end,
         case when a.since is not null then 'CURATOR_APPOINTED' when a.coming is not null then 'CURATOR_COMING'
              when a.gone is not null then 'CURATOR_GONE' else 'NO_CURATOR' end,
         c.names, coalesce(a.since, a.coming, a.gone), a.since, null::bigint
    from place p
    left join appointed a on a.organisation_id = p.id
    left join curator c on c.organisation_id = p.id
  union all
  select p.id, k.duty,
         case when e.state = 'APPROVED' then 'DONE' when e.state = 'SUBMITTED' then 'WAITING' when e.state = 'RETURNED' then 'RETURNED'
              when e.state is not null or a.kind is not null then 'IN_WORK' else 'NOT_STARTED' end,
         case when e.state is not null then 'EDITION_' || e.state when a.kind is not null then 'NOT_REVIEWED' else 'NO_DOCUMENT' end,
         null, coalesce(e.since, a.dated_on), case when e.state <> 'RETURNED' then e.handed_on end, e.id
    from place p
   cross join (values ('REGULATION'), ('ORGANISATION_PROGRAMME')) k (duty)
    left join edition e on e.organisation_id = p.id and e.subject = k.duty
    left join act a on a.organisation_id = p.id and a.kind = k.duty
  union all
  -- ◆ Drawn up (4.3) is a roadmap that has been handed in, agreed on (4.4) one that is approved.
  select p.id, 'ROADMAP',
         case when e.state in ('SUBMITTED', 'RETURNED', 'APPROVED') then 'DONE'
              when e.state is not null or a.kind is not null then 'IN_WORK' else 'NOT_STARTED' end,
         case when e.state in ('SUBMITTED', 'RETURNED', 'APPROVED') then 'ROADMAP_HANDED_IN'
              when e.state is not null then 'EDITION_' || e.state
              when a.kind is not null then 'ROADMAP_AS_DOCUMENT' else 'NO_ROADMAP' end,
         null, coalesce(e.first_handed_on, e.since, a.dated_on), e.first_handed_on, e.id
    from place p
    left join edition e on e.organisation_id = p.id and e.subject = 'ROADMAP'
    left join act a on a.organisation_id = p.id and a.kind = 'ROADMAP'
  union all
  select p.id, 'ROADMAP_APPROVED',
         case e.state when 'APPROVED' then 'DONE' when 'SUBMITTED' then 'WAITING' when 'RETURNED' then 'RETURNED' else 'NOT_STARTED' end,
         case when e.state in ('APPROVED', 'SUBMITTED', 'RETURNED') then 'EDITION_' || e.state else 'ROADMAP_NOT_HANDED_IN' end,
         null, e.since, case when e.state <> 'RETURNED' then e.handed_on end, e.id
    from place p
    left join edition e on e.organisation_id = p.id and e.subject = 'ROADMAP'
  union all
  select p.id, 'LEGAL_ACTS',
         case when l.missing is null then 'DONE' when l.there > 0 then 'IN_WORK' else 'NOT_STARTED' end,
         case when l.missing is null then 'ACTS_THERE' else 'ACTS_MISSING' end,
         array_to_string(l.missing, ','), l.dated_on, case when l.missing is null then l.dated_on end, null
    from place p join legal l on l.organisation_id = p.id
  union all
  select p.id, 'ASSOCIATION',
         case when s.dated_on is not null and s.members > 0 then 'DONE'
              when s.organisation_id is not null or a.kind is not null then 'IN_WORK'
              else 'NOT_STARTED' end,
         case when s.organisation_id is null and a.kind is null then 'NO_ASSOCIATION'
              when s.organisation_id is null then 'ASSOCIATION_NOT_ENTERED'
              when s.dated_on is null then 'ASSOCIATION_WITHOUT_ORDER'
              when s.members = 0 then 'ASSOCIATION_WITHOUT_MEMBERS' else 'ASSOCIATION_THERE' end,
         s.members::text, coalesce(s.dated_on, a.dated_on), case when s.members > 0 then s.dated_on end, null
    from place p
    left join association s on s.organisation_id = p.id
    left join act a on a.organisation_id = p.id and a.kind = 'ASSOCIATION_ORDER'
  union all
  select p.id, 'BASES',
         case when r.people is null and e.people is null then 'NOT_STARTED'
              when r.people > 0 and e.people > 0 and c.confirmed_on is not null then 'DONE' else 'IN_WORK' end,
         case when r.people is null and e.people is null then 'NOBODY' when r.people is null then 'NO_MENTORS'
              when e.people is null then 'NO_MENTEES'
              when c.confirmed_on is null then 'NOT_CONFIRMED' else 'CONFIRMED' end,
         null, c.confirmed_on, case when r.people > 0 and e.people > 0 then c.confirmed_on end, null
    from place p
    left join mentors r on r.organisation_id = p.id
    left join mentees e on e.organisation_id = p.id
    left join confirmed c on c.organisation_id = p.id
  union all
  select p.id, 'SECTION_OPENED',
         case when s.organisation_id is not null then 'DONE' when n.organisation_id is not null then 'IN_WORK' else 'NOT_STARTED' end,
         case when s.organisation_id is not null then 'SECTION_PUBLISHED' when n.organisation_id is not null then 'SECTION_NOT_PUBLISHED'
              else 'NOTHING_TO_PUBLISH' end,
         null, s.opened_on, s.opened_on, null
    from place p
    left join section s on s.organisation_id = p.id
    left join entered n on n.organisation_id = p.id
  union all
  -- ◆ A section that nobody has published anew for a year is not kept up to date (4.9, the order of placing and updating).
  select p.id, 'SECTION_FILLED',
         case when s.organisation_id is null then 'NOT_STARTED'
              when s.missing <> '' or s.newest_on < (day - interval '12 months')::date then 'IN_WORK' else 'DONE' end,
         case when s.organisation_id is null then 'NO_SECTION' when s.missing <> '' then 'ROWS_MISSING'
              when s.newest_on < (day - interval '12 months')::date then 'SECTION_STALE' else 'SECTION_FULL' end,
         s.missing, s.newest_on,
         case when s.missing = '' and s.newest_on >= (day - interval '12 months')::date then s.filled_on end, null
    from place p
    left join section s on s.organisation_id = p.id;
end;

-- The one source of the heat table, of an organisation's page, of the curator's list and of reminders: duties with their due dates.
-- Against the date stands what the organisation itself did: a thing handed in on time is on time however long it is then read. ◆
create function duties(year integer, day date, only_organisation bigint)
  returns table (organisation_id bigint, duty text, state text, reason text, named text, since date, handed_on date, edition_id bigint,
                 campaign_id bigint, due_on date, punctuality text)
  language sql stable parallel safe
begin atomic
  select s.organisation_id, s.duty, s.state, s.reason, s.named, s.since, s.handed_on, s.edition_id, d.campaign_id, d.due_on,
         case when d.due_on is null then null
              when s.handed_on <= d.due_on then 'ON_TIME'
              when s.handed_on > d.due_on then 'LATE'
              when day > d.due_on then 'OVERDUE'
              else 'AHEAD' end
    from duty_standing(year, day, only_organisation) s
    left join duty_deadlines(year, only_organisation) d on d.organisation_id = s.organisation_id and d.duty = s.duty;
end;
