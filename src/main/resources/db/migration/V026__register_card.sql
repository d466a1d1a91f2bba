-- Everybody reads of a mentor what the department has read: the words of the base stand in the entry as they were when it was decided, and a
-- later change of the base is shown only when the department has taken it over (Regulation 4.4). The name stays the base's own.

alter table register_entry
  add column position     varchar(200),
  add column category     varchar(100),
  add column competences  varchar(2000),
  add column achievements varchar(2000);

update register_entry e set position = p.position, category = m.category, competences = m.competences, achievements = m.achievements
  from participant p join mentor m on m.organisation_id = p.organisation_id and m.participant_id = p.id
 where p.organisation_id = e.organisation_id and p.id = e.mentor_id;

drop view public_mentor;
create view public_mentor as
select e.organisation_id, e.id, o.slug, o.short_name, o.kind, p.last_name, p.first_name, p.patronymic, e.position,
       coalesce(p.employer_name, q.name) as employer, e.category, e.competences, e.achievements, p.teaching_since, e.included_on, e.basis, e.words,
       work.pairs, work.since
  from register_entry e
  join consent c on c.organisation_id = e.organisation_id and c.participant_id = e.mentor_id
       and c.kind = 'DISTRIBUTION' and c.withdrawn_on is null
  join participant p on p.organisation_id = e.organisation_id and p.id = e.mentor_id and p.left_on is null
  join organisation o on o.id = e.organisation_id and o.closed_on is null
  left join partner_organisation q on q.organisation_id = p.organisation_id and q.id = p.partner_id
  cross join lateral (select count(*)::int as pairs, min(s.starts_on) as since from mentorship s
                       where s.organisation_id = e.organisation_id and s.mentor_id = e.mentor_id and s.annulled_on is null) work
 where e.excluded_on is null;
