package ru.smolensk.mentoring.mentorship;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.PartitionKey;
import ru.smolensk.mentoring.platform.Russian;

/**
 * A mentee in a pair or group, from a day to a day. The mentor and the period of the mentorship stand in the row too, for the database's
 * own rules; there they follow the mentorship by cascade, so here they are only written once.
 */
@Entity
@Table(name = "mentorship_mentee")
@IdClass(Membership.Key.class)
class Membership {

    @Id
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "mentorship_id", updatable = false, foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    private Mentorship mentorship;

    @Id
    @Column(updatable = false)
    private Long menteeId;

    @PartitionKey
    @Column(updatable = false)
    private Long organisationId;

    private LocalDate joinedOn;
    private LocalDate leftOn;
    private String leavingReason;

    /** The order that names who joined later; {@code null}: the mentorship's own. Its date follows it by cascade. */
    @Column(updatable = false)
    private Long orderId;
    @Column(updatable = false)
    private LocalDate orderDatedOn;
    @Formula("(select o.number from assignment_order o where o.organisation_id = organisation_id and o.id = order_id)")
    private String orderNumber;

    @Column(updatable = false)
    private long mentorId;
    @Column(updatable = false)
    private LocalDate startsOn;
    @Column(updatable = false)
    private LocalDate lastDay;

    @Formula("(select p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, '') from participant p "
            + "where p.organisation_id = organisation_id and p.id = mentee_id)")
    private String menteeName;

    @Formula("(select r.category = 'STUDENT' from mentee r where r.organisation_id = organisation_id and r.participant_id = mentee_id)")
    private boolean student;

    protected Membership() {
    }

    Membership(Mentorship mentorship, Person mentee, LocalDate joinedOn) {
        this.mentorship = mentorship;
        this.menteeId = mentee.id();
        this.menteeName = mentee.name().full();
        this.student = mentee.student();
        this.joinedOn = joinedOn;
        follow(mentorship);
    }

    /** Somebody who joins by an order. */
    Membership(Mentorship mentorship, Person mentee, LocalDate joinedOn, AssignmentOrder order) {
        this(mentorship, mentee, joinedOn);
        orderId = order.id();
        orderDatedOn = order.datedOn();
        orderNumber = order.number();
    }

    /** The same mentee from the first day of the mentorship that takes this one's place; a leaving that is already settled holds there too. */
    Membership goingOnIn(Mentorship next) {
        Membership going = new Membership();
        going.mentorship = next;
        going.menteeId = menteeId;
        going.menteeName = menteeName;
        going.student = student;
        going.joinedOn = next.startsOn();
        going.follow(next);
        if (leftOn != null && !leftOn.isAfter(going.lastDay)) {
            going.leave(leftOn, leavingReason);
        }
        return going;
    }

    private void follow(Mentorship of) {
        organisationId = of.organisationId();
        mentorId = of.mentorId();
        startsOn = of.startsOn();
        lastDay = of.lastDay();
    }

    void leave(LocalDate on, String reason) {
        leftOn = on;
        leavingReason = reason;
    }

    void stay() {
        leave(null, null);
    }

    void joinOn(LocalDate day) {
        joinedOn = day;
    }

    /** Whether the mentee is named with the mentorship itself and so begins with it, whenever that is. */
    boolean sinceTheStart(LocalDate start) {
        return orderDatedOn == null && joinedOn.equals(start);
    }

    boolean in(LocalDate day) {
        return !joinedOn.isAfter(day) && (leftOn == null || !leftOn.isBefore(day));
    }

    long menteeId() {
        return menteeId;
    }

    String menteeName() {
        return menteeName;
    }

    boolean student() {
        return student;
    }

    LocalDate joinedOn() {
        return joinedOn;
    }

    LocalDate leftOn() {
        return leftOn;
    }

    /** Empty while the mentee is in it to the end. */
    String leavingReason() {
        return leavingReason;
    }

    /** «наставляемый», with the dates that differ from the mentorship's. */
    String inWords(LocalDate mentorshipStartsOn) {
        Russian russian = new Russian();
        return "наставляемый" + (joinedOn.equals(mentorshipStartsOn) ? "" : " с " + russian.date(joinedOn))
                + (orderDatedOn == null ? "" : ", приказ " + russian.paper(orderNumber, orderDatedOn))
                + (leftOn == null ? "" : " по " + russian.date(leftOn) + " (" + leavingReason + ")");
    }

    /** The identity of a membership: who in which mentorship. */
    static class Key implements Serializable {
        private Long mentorship;
        private Long menteeId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(mentorship, key.mentorship) && Objects.equals(menteeId, key.menteeId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(mentorship, menteeId);
        }
    }
}
