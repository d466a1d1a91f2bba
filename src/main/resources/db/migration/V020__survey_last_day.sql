-- The last day of a survey may be moved until it has passed: later always, earlier only while nobody has answered. Never of a survey that
-- is closed: its results have been told, and one more answer would be told by the difference.
alter table survey add last_day_moved_on date;
alter table survey add constraint survey_last_day_moved_in_time check (last_day_moved_on <= closes_on);
alter table survey add constraint survey_ends_within_year check (closes_on <= make_date(academic_year + 1, 8, 31));

create function survey_last_day_moves() returns trigger language plpgsql as $$
begin
  if old.annulled_on is not null or old.closed_early_on is not null or new.last_day_moved_on is null or new.last_day_moved_on > old.closes_on
     or new.last_day_moved_on < old.last_day_moved_on then
    raise exception 'the survey is over' using errcode = 'restrict_violation', constraint = 'survey_last_day_settled';
  end if;
  if new.closes_on < old.closes_on
     and (exists (select from survey_organisation o join survey_invitation i on i.organisation_id = o.organisation_id and i.survey_id = o.survey_id
                   where o.survey_id = new.id and i.used)
          or exists (select from survey_organisation o join survey_tally t on t.organisation_id = o.organisation_id and t.survey_id = o.survey_id
                      where o.survey_id = new.id and t.annulled_on is null)) then
    raise exception 'somebody has answered' using errcode = 'restrict_violation', constraint = 'survey_last_day_not_earlier';
  end if;
  return new;
end $$;
create trigger survey_last_day_moves before update of closes_on on survey for each row
  when (new.closes_on is distinct from old.closes_on) execute function survey_last_day_moves();

-- Its curators are told.
alter table notice drop constraint notice_kind_known;
alter table notice add constraint notice_kind_known check (kind in ('SUBMITTED', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'DUE_IN_A_WEEK',
  'DUE_TOMORROW', 'OVERDUE', 'APPOINTMENT_ENDING', 'SURVEY_OPENED', 'SURVEY_CLOSING', 'SURVEY_LAST_DAY_MOVED'));
