-- The counting rules (DOMAIN 5), stated once: what counts the figures and what explains a person read the same functions.
-- Every function takes a period; a figure "as of a date" is counted over the period of that one day.
-- The parts are materialized: each is computed once even when the statistics are stale – right after an import, say – and the planner,
-- taking tables for empty, would nest them into each other.

-- ◆ Still young on the third anniversary of the start, no longer the day after.
create function is_young_specialist(teaching_since date, since date, until date) returns boolean
  language sql immutable parallel safe
  return coalesce(teaching_since <= until and since <= (teaching_since + interval '3 years')::date, false);

-- Every mentorship with the reason why it is in force on no day of the period. It is in force exactly when there is no reason:
-- the order and the start come by the end of the period, the last day is not before its beginning, nothing is annulled.
create function mentorship_standing(since date, until date, only_organisation bigint)
  returns table (organisation_id bigint, id bigint, mentor_id bigint, order_id bigint, mentees bigint, reason text)
  language sql stable parallel safe
begin atomic
  select m.organisation_id, m.id, m.mentor_id, m.order_id,
         (select count(*) from mentorship_mentee p
           where p.organisation_id = m.organisation_id and p.mentorship_id = m.id
             and p.joined_on <= until and coalesce(p.left_on, p.last_day) >= since),
         case when m.annulled_on is not null then 'MENTORSHIP_ANNULLED'
              when o.annulled_on is not null then 'ORDER_ANNULLED'
              when o.dated_on > until then 'ORDER_LATER'
              when m.starts_on > until then 'MENTORSHIP_NOT_STARTED'
              when m.last_day < since then 'MENTORSHIP_OVER' end
    from mentorship m
    join assignment_order o on o.organisation_id = m.organisation_id and o.id = m.order_id
   where only_organisation is null or m.organisation_id = only_organisation;
end;

create function mentorships_in_force(since date, until date)
  returns table (organisation_id bigint, id bigint, mentor_id bigint, order_id bigint, mentees bigint)
  language sql stable parallel safe
begin atomic
  select s.organisation_id, s.id, s.mentor_id, s.order_id, s.mentees
    from mentorship_standing(since, until, null) s
   where s.reason is null;
end;

-- Every edition of a programme with the reason why it is in force on no day of the period. It is in force exactly when there is no reason:
-- approved and begun by the end of the period, neither over nor superseded before its beginning; the day of superseding belongs to the
-- new edition, the day of completion or cancellation is the last one. ◆ A programme of an annulled mentorship never is in force.
create function programme_standing(since date, until date, only_organisation bigint)
  returns table (organisation_id bigint, id bigint, mentorship_id bigint, mentor_id bigint, reason text)
  language sql stable parallel safe
begin atomic
  select p.organisation_id, p.id, p.mentorship_id, m.mentor_id,
         case when p.status = 'ANNULLED' then 'PROGRAMME_ANNULLED'
              when m.annulled_on is not null then 'MENTORSHIP_ANNULLED'
              when p.status = 'DRAFT' then 'PROGRAMME_NOT_APPROVED'
              when p.approved_on > until then 'PROGRAMME_APPROVED_LATER'
              when p.starts_on > until then 'PROGRAMME_NOT_STARTED'
              when p.superseded_on <= greatest(since, p.approved_on, p.starts_on) then 'PROGRAMME_SUPERSEDED'
              -- Only completed and cancelled programmes have a closing date.
              when p.closed_on < greatest(since, p.approved_on) then 'PROGRAMME_' || p.status
              when p.closed_on is null and p.ends_on < greatest(since, p.approved_on) then 'PROGRAMME_OVER' end
    from programme p
    join mentorship m on m.organisation_id = p.organisation_id and m.id = p.mentorship_id
   where only_organisation is null or p.organisation_id = only_organisation;
end;

create function programmes_in_force(since date, until date)
  returns table (organisation_id bigint, id bigint, mentorship_id bigint, mentor_id bigint)
  language sql stable parallel safe
begin atomic
  select s.organisation_id, s.id, s.mentorship_id, s.mentor_id
    from programme_standing(since, until, null) s
   where s.reason is null;
end;

-- Every mentee of the base with the two conditions of the form, checked one by one, and the reasons not to be counted in F9.
-- A mentee is counted in F9 exactly when there is no reason not to. Of several mentorships or programmes that do not help,
-- the one closest to helping gives the reason.
create function mentee_standing(since date, until date, only_organisation bigint)
  returns table (organisation_id bigint, participant_id bigint, mentorship_ids bigint[], programme_ids bigint[],
                 entered boolean, reasons text[])
  language sql stable parallel safe
begin atomic
  with named as materialized (
    select p.organisation_id, p.mentee_id, array_agg(m.id order by m.id) filter (where r.reason is null) as ids,
           bool_or(r.reason = 'MENTORSHIP_NOT_STARTED') as later, bool_or(r.reason = 'MENTORSHIP_OVER') as over
      from mentorship_standing(since, until, only_organisation) m
      join mentorship_mentee p on p.organisation_id = m.organisation_id and p.mentorship_id = m.id
     cross join lateral (select coalesce(m.reason,
             case when p.joined_on > until then 'MENTORSHIP_NOT_STARTED'
                  when coalesce(p.left_on, p.last_day) < since then 'MENTORSHIP_OVER' end) as reason) r
     group by p.organisation_id, p.mentee_id
  ), covered as materialized (
    select c.organisation_id, c.mentee_id, array_agg(f.id order by f.id) filter (where f.reason is null) as ids,
           bool_or(f.reason in ('PROGRAMME_NOT_APPROVED', 'PROGRAMME_APPROVED_LATER')) as unapproved,
           bool_or(f.reason = 'PROGRAMME_NOT_STARTED') as later,
           bool_or(f.reason in ('PROGRAMME_OVER', 'PROGRAMME_COMPLETED', 'PROGRAMME_CANCELLED', 'PROGRAMME_SUPERSEDED')) as over
      from programme_standing(since, until, only_organisation) f
      join programme_mentee c on c.organisation_id = f.organisation_id and c.programme_id = f.id
     group by c.organisation_id, c.mentee_id
  )
  select e.organisation_id, e.participant_id,
         coalesce(n.ids, '{}'), coalesce(c.ids, '{}'),
         n.ids is not null and c.ids is not null,
         array_remove(array[
           case when n.ids is not null then null
                when n.later then 'MENTORSHIP_NOT_STARTED'
                when n.over then 'MENTORSHIP_OVER'
                else 'NO_ORDER' end,
           case when c.ids is not null then null
                when c.unapproved then 'PROGRAMME_NOT_APPROVED'
                when c.later then 'PROGRAMME_NOT_STARTED'
                when c.over then 'PROGRAMME_OVER'
                else 'NO_PROGRAMME' end,
           case when p.workplace <> 'OWN_STAFF' then 'NOT_OWN_STAFF'
                when p.left_on < since then 'LEFT'
                when p.teaching_since is null then 'EXPERIENCE_UNKNOWN'
                when p.teaching_since > until then 'NOT_TEACHING_YET'
                when not is_young_specialist(p.teaching_since, since, until) then 'EXPERIENCE_OVER_THREE_YEARS' end
         ]::text[], null)
    from mentee e
    join participant p on p.organisation_id = e.organisation_id and p.id = e.participant_id
    left join named n on n.organisation_id = e.organisation_id and n.mentee_id = e.participant_id
    left join covered c on c.organisation_id = e.organisation_id and c.mentee_id = e.participant_id
   where only_organisation is null or e.organisation_id = only_organisation;
end;

-- The same for mentors and F10; with the partner for F11, unless the partner was entered by mistake and annulled.
create function mentor_standing(since date, until date, only_organisation bigint)
  returns table (organisation_id bigint, participant_id bigint, partner_id bigint, mentorship_ids bigint[], programme_ids bigint[],
                 entered boolean, reasons text[])
  language sql stable parallel safe
begin atomic
  with named as materialized (
    select m.organisation_id, m.mentor_id, array_agg(m.id order by m.id) filter (where m.reason is null) as ids,
           bool_or(m.reason = 'MENTORSHIP_NOT_STARTED') as later, bool_or(m.reason = 'MENTORSHIP_OVER') as over
      from mentorship_standing(since, until, only_organisation) m
     group by m.organisation_id, m.mentor_id
  ), covered as materialized (
    select f.organisation_id, f.mentor_id, array_agg(f.id order by f.id) filter (where f.reason is null) as ids,
           bool_or(f.reason in ('PROGRAMME_NOT_APPROVED', 'PROGRAMME_APPROVED_LATER')) as unapproved,
           bool_or(f.reason = 'PROGRAMME_NOT_STARTED') as later,
           bool_or(f.reason in ('PROGRAMME_OVER', 'PROGRAMME_COMPLETED', 'PROGRAMME_CANCELLED', 'PROGRAMME_SUPERSEDED')) as over
      from programme_standing(since, until, only_organisation) f
     group by f.organisation_id, f.mentor_id
  )
  select e.organisation_id, e.participant_id, q.id,
         coalesce(n.ids, '{}'), coalesce(c.ids, '{}'),
         n.ids is not null and c.ids is not null,
         array_remove(array[
           case when n.ids is not null then null
                when n.later then 'MENTORSHIP_NOT_STARTED'
                when n.over then 'MENTORSHIP_OVER'
                else 'NO_ORDER' end,
           case when c.ids is not null then null
                when c.unapproved then 'PROGRAMME_NOT_APPROVED'
                when c.later then 'PROGRAMME_NOT_STARTED'
                when c.over then 'PROGRAMME_OVER'
                else 'NO_PROGRAMME' end,
           case when p.workplace <> 'OWN_STAFF' then 'NOT_OWN_STAFF'
                when p.left_on < since then 'LEFT' end
         ]::text[], null)
    from mentor e
    join participant p on p.organisation_id = e.organisation_id and p.id = e.participant_id
    left join partner_organisation q on q.organisation_id = p.organisation_id and q.id = p.partner_id and q.annulled_on is null
    left join named n on n.organisation_id = e.organisation_id and n.mentor_id = e.participant_id
    left join covered c on c.organisation_id = e.organisation_id and c.mentor_id = e.participant_id
   where only_organisation is null or e.organisation_id = only_organisation;
end;

-- Rows F6 and F8–F11 of the form for one organisation or for all; a closed organisation is left out of the city.
create function indicators(since date, until date, only_organisation bigint)
  returns table (organisation_id bigint, pairs bigint, groups bigint, programmes bigint,
                 young_entered bigint, young_specialists integer,
                 mentors_entered bigint, teaching_staff integer, counted_on date, partners bigint)
  language sql stable parallel safe
begin atomic
  with mentorships as materialized (
    -- ◆ A pair or a group by the mentees who are in it in the period.
    select m.organisation_id, count(*) - count(*) filter (where m.mentees >= 2) as pairs, count(*) filter (where m.mentees >= 2) as groups
      from mentorships_in_force(since, until) m
     where only_organisation is null or m.organisation_id = only_organisation
     group by m.organisation_id
  ), programmes as materialized (
    select f.organisation_id, count(*) as programmes
      from programmes_in_force(since, until) f
     where only_organisation is null or f.organisation_id = only_organisation
     group by f.organisation_id
  ), mentees as materialized (
    select s.organisation_id, count(*) filter (where s.reasons = '{}') as young_entered
      from mentee_standing(since, until, only_organisation) s
     group by s.organisation_id
  ), mentors as materialized (
    select s.organisation_id, count(*) filter (where s.reasons = '{}') as mentors_entered,
           count(distinct s.partner_id) filter (where s.entered) as partners
      from mentor_standing(since, until, only_organisation) s
     group by s.organisation_id
  ), staff as materialized (
    -- The newest on or before the last day of the period.
    select distinct on (c.organisation_id) c.organisation_id, c.teaching_staff, c.young_specialists, c.counted_on
      from staff_count c
     where c.annulled_on is null and c.counted_on <= until
       and (only_organisation is null or c.organisation_id = only_organisation)
     order by c.organisation_id, c.counted_on desc
  )
  select o.id, coalesce(m.pairs, 0), coalesce(m.groups, 0), coalesce(p.programmes, 0),
         coalesce(e.young_entered, 0), s.young_specialists,
         coalesce(r.mentors_entered, 0), s.teaching_staff, s.counted_on, coalesce(r.partners, 0)
    from organisation o
    left join mentorships m on m.organisation_id = o.id
    left join programmes p on p.organisation_id = o.id
    left join mentees e on e.organisation_id = o.id
    left join mentors r on r.organisation_id = o.id
    left join staff s on s.organisation_id = o.id
   where o.id = only_organisation or (only_organisation is null and (o.closed_on is null or o.closed_on > until));
end;
