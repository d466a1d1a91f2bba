-- Templates of the papers that the portal draws up, as editions; scans of the papers that have been signed.

-- Without an edition, or after going back to it, a kind has the template that is built in.
create table paper_template (
  id              bigint       not null default nextval('portal_id'),
  kind            varchar(20)  not null,
  number          integer      not null,
  origin          varchar(10)  not null,
  restored_number integer,
  file_name       varchar(255),
  content         bytea,
  reason          varchar(500) not null,
  made_at         timestamptz  not null,
  made_by         bigint       not null,
  constraint paper_template_pk primary key (id),
  constraint paper_template_number_unique unique (kind, number),
  constraint paper_template_made_by_fk foreign key (made_by) references account (id),
  constraint paper_template_restored_fk foreign key (kind, restored_number) references paper_template (kind, number),
  constraint paper_template_kind_known check (kind in ('ASSIGNMENT_ORDER', 'CURATOR_ORDER', 'PROGRAMME', 'PROCESSING_CONSENT',
    'DISTRIBUTION_CONSENT', 'PARTIES_CONSENT', 'ROADMAP', 'MEETING_PROTOCOL', 'LETTER_OF_THANKS')),
  constraint paper_template_number_positive check (number > 0),
  constraint paper_template_origin_known check (origin in ('UPLOADED', 'RESTORED', 'BUILT_IN')),
  constraint paper_template_content_of_origin check ((origin = 'BUILT_IN') = (content is null) and (content is null) = (file_name is null)),
  constraint paper_template_restored_of_earlier check ((origin = 'RESTORED') = (restored_number is not null) and restored_number < number),
  constraint paper_template_size_allowed check (octet_length(content) between 1 and 1024 * 1024)
);
create index paper_template_made_by_index on paper_template (made_by);
create trigger paper_template_only_grows before update or delete on paper_template
  for each row execute function refuse_change();

-- Orders, consents and protocols keep their file themselves; here are the scans of the papers that had no place for one.
create table signed_paper (
  organisation_id  bigint      not null,
  id               bigint      not null default nextval('portal_id'),
  kind             varchar(20) not null,
  programme_id     bigint,
  mentorship_id    bigint,
  mentor_id        bigint,
  appointment_id   bigint,
  roadmap_id       bigint,
  signed_on        date,
  file_id          bigint      not null,
  annulled_on      date,
  annulment_reason varchar(500),
  version          integer     not null default 0,
  constraint signed_paper_pk primary key (organisation_id, id),
  constraint signed_paper_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint signed_paper_programme_fk foreign key (organisation_id, programme_id) references programme (organisation_id, id),
  constraint signed_paper_mentorship_fk foreign key (organisation_id, mentorship_id) references mentorship (organisation_id, id),
  constraint signed_paper_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, participant_id),
  constraint signed_paper_appointment_fk foreign key (organisation_id, appointment_id) references curator_appointment (organisation_id, id),
  constraint signed_paper_roadmap_fk foreign key (organisation_id, roadmap_id) references roadmap (organisation_id, id),
  constraint signed_paper_file_fk foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint signed_paper_kind_known check (kind in ('PROGRAMME', 'PARTIES_CONSENT', 'LETTER_OF_THANKS', 'CURATOR_ORDER', 'ROADMAP')),
  constraint signed_paper_of_its_kind check (num_nonnulls(programme_id, mentorship_id, mentor_id, appointment_id, roadmap_id) = 1
    and (kind <> 'PROGRAMME' or programme_id is not null) and (kind <> 'PARTIES_CONSENT' or mentorship_id is not null)
    and (kind <> 'LETTER_OF_THANKS' or mentor_id is not null) and (kind <> 'CURATOR_ORDER' or appointment_id is not null)
    and (kind <> 'ROADMAP' or roadmap_id is not null)),
  constraint signed_paper_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
create unique index signed_paper_one on signed_paper (organisation_id, kind, programme_id, mentorship_id, mentor_id, appointment_id, roadmap_id)
  nulls not distinct where annulled_on is null;
create index signed_paper_of_file on signed_paper (organisation_id, file_id);

-- Every paper that is signed, with the scan where there is one: the order's, the consent's or the protocol's own file, or one of the above.
-- owed: whether the organisation has still to attach it when there is none. A letter of thanks is a courtesy, a consent to distribution a
-- choice; the consent of the parties is asked for since 01.03.2025 (Labour code, art. 351.8).
create view signable_paper as
  select o.organisation_id, 'ASSIGNMENT_ORDER' as kind, o.id as thing_id, '№ ' || o.number || ' от ' || to_char(o.dated_on, 'DD.MM.YYYY') as named,
         o.dated_on, o.file_id, true as owed
    from assignment_order o where o.annulled_on is null
  union all
  select a.organisation_id, 'CURATOR_ORDER', a.id, '№ ' || a.order_number || ' от ' || to_char(a.order_dated_on, 'DD.MM.YYYY') || ', ' || c.display_name,
         a.order_dated_on,
         coalesce((select s.file_id from signed_paper s where s.organisation_id = a.organisation_id and s.appointment_id = a.id and s.annulled_on is null),
                  (select min(l.file_id) from local_act l where l.organisation_id = a.organisation_id and l.kind = 'CURATOR_ORDER' and l.annulled_on is null
                      and l.dated_on = a.order_dated_on and lower(l.number) = lower(a.order_number))), true
    from curator_appointment a join account c on c.id = a.account_id where a.annulled_on is null
  union all
  select p.organisation_id, 'PROGRAMME', p.id, p.title || ', с ' || to_char(p.starts_on, 'DD.MM.YYYY'), p.approved_on,
         (select s.file_id from signed_paper s where s.organisation_id = p.organisation_id and s.programme_id = p.id and s.annulled_on is null),
         p.status in ('APPROVED', 'COMPLETED')
    from programme p where p.annulled_on is null
  union all
  select t.organisation_id, k.kind || '_CONSENT', t.id, t.last_name || ' ' || t.first_name || coalesce(' ' || t.patronymic, ''), c.given_on, c.file_id,
         t.left_on is null and (k.kind = 'PROCESSING' or c.id is not null)
    from participant t cross join (values ('PROCESSING'), ('DISTRIBUTION')) k (kind)
    left join consent c on c.organisation_id = t.organisation_id and c.participant_id = t.id and c.kind = k.kind and c.withdrawn_on is null
  union all
  select m.organisation_id, 'PARTIES_CONSENT', m.id, m.code || ', ' || t.last_name || ' ' || t.first_name || coalesce(' ' || t.patronymic, ''),
         coalesce(m.parties_consent_on, m.starts_on),
         (select s.file_id from signed_paper s where s.organisation_id = m.organisation_id and s.mentorship_id = m.id and s.annulled_on is null),
         m.last_day >= date '2025-03-01'
    from mentorship m join participant t on t.organisation_id = m.organisation_id and t.id = m.mentor_id where m.annulled_on is null
  union all
  select r.organisation_id, 'ROADMAP', r.id, 'на ' || r.academic_year || '/' || (r.academic_year + 1) || ' учебный год', e.approved_on,
         (select s.file_id from signed_paper s where s.organisation_id = r.organisation_id and s.roadmap_id = r.id and s.annulled_on is null),
         e.state = 'APPROVED'
    from roadmap r join review_edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id
  union all
  select a.owner_id, 'MEETING_PROTOCOL', g.id, coalesce('№ ' || g.protocol_number || ', ', '') || 'заседание ' || to_char(g.held_on, 'DD.MM.YYYY'),
         g.held_on, g.protocol_file_id, true
    from mentor_association a join association_meeting g on g.association_id = a.id where a.owner_id is not null and g.annulled_on is null
  union all
  select m.organisation_id, 'LETTER_OF_THANKS', m.participant_id, t.last_name || ' ' || t.first_name || coalesce(' ' || t.patronymic, ''), null::date,
         (select s.file_id from signed_paper s where s.organisation_id = m.organisation_id and s.mentor_id = m.participant_id and s.annulled_on is null),
         false
    from mentor m join participant t on t.organisation_id = m.organisation_id and t.id = m.participant_id;
