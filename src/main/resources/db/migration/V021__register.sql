-- The municipal register of mentors with positive experience (Regulation 4.4, roadmap 2.6). Who is in it, the department decides; whether
-- everybody reads it, the mentor: only while the consent to distribution is in force (152-FZ art. 10.1).

create table register_entry (
  organisation_id  bigint        not null,
  id               bigint        not null default nextval('portal_id'),
  mentor_id        bigint        not null,
  included_on      date          not null,
  -- The decision: «протокол заседания ГМО № 3 от 15.05.2026».
  basis            varchar(300)  not null,
  -- What the mentor is in the register for, in the methodologist's words.
  words            varchar(2000) not null,
  excluded_on      date,
  exclusion_reason varchar(500),
  version          integer       not null default 0,
  constraint register_entry_pk primary key (organisation_id, id),
  constraint register_entry_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, participant_id),
  constraint register_entry_excluded_with_reason check ((excluded_on is null) = (exclusion_reason is null)),
  constraint register_entry_excluded_after_included check (excluded_on >= included_on)
);
create unique index register_entry_one_in_force on register_entry (organisation_id, mentor_id) where excluded_on is null;

-- Nobody is included who has not agreed to be shown to everybody.
create function register_entry_needs_consent() returns trigger language plpgsql as $$
begin
  if not exists (select from consent c where c.organisation_id = new.organisation_id and c.participant_id = new.mentor_id
                    and c.kind = 'DISTRIBUTION' and c.withdrawn_on is null) then
    raise exception 'the mentor has not consented to distribution' using errcode = 'check_violation', table = 'register_entry',
      constraint = 'register_entry_needs_consent';
  end if;
  return new;
end $$;
create trigger register_entry_needs_consent before insert on register_entry
  for each row execute function register_entry_needs_consent();

-- What everybody may read of the register: all public pages and the open data read this and nothing else, so whoever withdraws the consent is
-- gone from all of them at once. Who has left the base of mentors is not shown, nor are the mentors of a closed organisation.
create view public_mentor as
select e.organisation_id, e.id, o.slug, o.short_name, o.kind, p.last_name, p.first_name, p.patronymic, p.position,
       coalesce(p.employer_name, q.name) as employer, m.category, m.competences, m.achievements, p.teaching_since, e.included_on, e.basis, e.words,
       work.pairs, work.since
  from register_entry e
  join consent c on c.organisation_id = e.organisation_id and c.participant_id = e.mentor_id
       and c.kind = 'DISTRIBUTION' and c.withdrawn_on is null
  join participant p on p.organisation_id = e.organisation_id and p.id = e.mentor_id and p.left_on is null
  join mentor m on m.organisation_id = e.organisation_id and m.participant_id = e.mentor_id
  join organisation o on o.id = e.organisation_id and o.closed_on is null
  left join partner_organisation q on q.organisation_id = p.organisation_id and q.id = p.partner_id
  cross join lateral (select count(*)::int as pairs, min(s.starts_on) as since from mentorship s
                       where s.organisation_id = e.organisation_id and s.mentor_id = e.mentor_id and s.annulled_on is null) work
 where e.excluded_on is null;
