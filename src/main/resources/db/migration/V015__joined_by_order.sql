-- Whoever joins a pair or group later is named by an order of its own; without one the order of the mentorship names them.
-- Its date stands here too and follows the order, so that the database itself can hold it against the joining.
alter table mentorship_mentee
  add column order_id       bigint,
  add column order_dated_on date,
  add constraint mentorship_mentee_order_fk foreign key (organisation_id, order_id, order_dated_on)
    references assignment_order (organisation_id, id, dated_on) on update cascade,
  add constraint mentorship_mentee_order_dated check ((order_id is null) = (order_dated_on is null)),
  add constraint mentorship_mentee_not_before_order check (joined_on >= order_dated_on);
create index mentorship_mentee_of_order on mentorship_mentee (organisation_id, order_id);
