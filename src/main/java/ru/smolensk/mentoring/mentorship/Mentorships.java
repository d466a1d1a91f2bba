package ru.smolensk.mentoring.mentorship;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Tenant;

/** Starts pairs and groups, changes who is in them and ends them (DOMAIN 3). */
@Service
@Transactional
public class Mentorships {

    private final MentorshipRepository mentorships;
    private final AssignmentOrders orders;
    private final People people;
    private final OnePairOnceAtATime onePairOnceAtATime;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    Mentorships(MentorshipRepository mentorships, AssignmentOrders orders, People people, OnePairOnceAtATime onePairOnceAtATime,
                JdbcClient jdbc, Journal journal, PortalClock clock, ApplicationEventPublisher events) {
        this.mentorships = mentorships;
        this.orders = orders;
        this.people = people;
        this.onePairOnceAtATime = onePairOnceAtATime;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A pair or group as its order names it.
     *
     * @param code {@code null}: the next free one, «П-3» for a pair, «Г-2» for a group
     * @param model may be {@code null}
     * @param partiesConsentOn the date of the written consent of both sides (Labour code, article 351.8); {@code null} while there is none
     */
    public record NewMentorship(String code, long orderId, long mentorId, List<Long> menteeIds, MentoringForm form, MentoringModel model,
                                Set<MentoringKind> kinds, LocalDate startsOn, LocalDate plannedEnd, LocalDate partiesConsentOn) {
    }

    /** What may be corrected in a pair or group; people are not: they leave, join, are replaced, or the entry is annulled. */
    public record Correction(String code, long orderId, MentoringForm form, MentoringModel model, Set<MentoringKind> kinds,
                             LocalDate startsOn, LocalDate plannedEnd, LocalDate partiesConsentOn) {
    }

    /**
     * An end before the planned one.
     *
     * @param endedOn the last day
     * @param noticeOn when the other side was told in writing; {@code null} where no notice was needed
     */
    public record EarlyEnd(LocalDate endedOn, String reason, LocalDate noticeOn) {
    }

    /**
     * Another mentor for the same mentees.
     *
     * @param code {@code null}: the next free one
     * @param startsOn the new mentor's first day; the old mentorship ends on its eve
     */
    public record Replacement(String code, long mentorId, long orderId, LocalDate startsOn, LocalDate plannedEnd, LocalDate partiesConsentOn) {
    }

    /**
     * A mentee who joins later than the pair or group began.
     *
     * @param orderId the order that names the mentee: another than the mentorship's as a rule
     * @param kinds how they work from then on
     */
    public record Joining(long menteeId, long orderId, LocalDate joinedOn, Set<MentoringKind> kinds) {
    }

    /**
     * Starts a pair or group.
     *
     * @return its identifier
     * @throws Refusal naming the rule and the field: order, mentor, mentees, form, model, kinds, startsOn, plannedEnd, partiesConsentOn
     */
    public long start(Tenant tenant, NewMentorship said) {
        AssignmentOrder order = orders.toStandOn(tenant, said.orderId());
        Person mentor = mentor(tenant, said.mentorId());
        List<Person> mentees = mentees(tenant, said.menteeIds(), "mentees");
        Mentorship mentorship = begun(tenant, said, order, mentor, mentees);
        expectNotTogether(mentorship, "mentees");
        return entered(mentorship);
    }

    /** Starts pairs and groups by the hundred, see {@link Starting}. */
    public Starting startingMany(Tenant tenant) {
        return new Starting(tenant);
    }

    /**
     * Starts pairs and groups of one organisation, in one transaction: what {@link #start} reads for one is read here for all, once. They are
     * written together. Good as long as orders and people stay as they are.
     */
    public final class Starting {

        private final Tenant tenant;
        private final Map<Long, AssignmentOrder> standing;
        private final Map<Long, Person> mentors;
        private final Map<Long, Person> mentees;
        private final OnePairOnceAtATime.Meetings meetings;

        private Starting(Tenant tenant) {
            this.tenant = tenant;
            this.standing = orders.allToStandOn(tenant);
            this.mentors = people.mentorsForNewPairs(tenant);
            this.mentees = people.menteesForNewPairs(tenant);
            this.meetings = onePairOnceAtATime.meetings(tenant.id());
        }

        /**
         * Starts one as {@link Mentorships#start}.
         *
         * @param end if it is over already, before its planned end; otherwise {@code null}
         * @return its identifier
         */
        public long start(NewMentorship said, EarlyEnd end) {
            AssignmentOrder order = Optional.ofNullable(standing.get(said.orderId())).orElseThrow(AssignmentOrders::unknown);
            Person mentor = Optional.ofNullable(mentors.get(said.mentorId())).orElseThrow(Mentorships::unknownMentor);
            List<Person> chosen = said.menteeIds().stream().distinct()
                    .map(id -> Optional.ofNullable(mentees.get(id)).orElseThrow(() -> unknownMentee("mentees")))
                    .sorted(Comparator.comparing(mentee -> mentee.name().full())).toList();
            Mentorship mentorship = begun(tenant, said, order, mentor, chosen);
            LocalDate until = end == null ? mentorship.lastDay() : end.endedOn();
            refuse(meetings.refusal(mentor.id(), said.menteeIds(), mentorship.startsOn(), until, "mentees"));
            Mentorship saved = mentorships.save(mentorship);
            journal.entered(saved);
            if (end != null) {
                mentorships.flush();
                journal.change(saved, Action.ENDED_EARLY, end.reason(), () -> end(saved, end));
            }
            chosen.forEach(mentee -> meetings.add(saved.id(), mentor.id(), mentee.id(),
                    new OnePairOnceAtATime.Meeting(saved.code(), mentee.name(), saved.startsOn(), saved.lastDay())));
            return saved.id();
        }

        /** Learns how a pair or group stands that was changed meanwhile. */
        public void learn(long id) {
            mentorships.flush();
            onePairOnceAtATime.learn(meetings, tenant.id(), id);
        }
    }

    private Mentorship begun(Tenant tenant, NewMentorship said, AssignmentOrder order, Person mentor, List<Person> mentees) {
        Mentorship mentorship = new Mentorship(tenant.id(), new Mentorship.Terms(codeOrNext(tenant, said.code(), mentees.size()), order,
                said.form(), said.model(), said.kinds(), said.startsOn(), said.plannedEnd(), said.partiesConsentOn()), mentor, mentees);
        expectNotInFuture(said.partiesConsentOn());
        return mentorship;
    }

    /** Corrects what was mistyped. */
    public void correct(Tenant tenant, long id, Integer version, Correction said) {
        Mentorship mentorship = toChange(tenant, id);
        mentorship.expectVersion(version);
        AssignmentOrder order = orders.toStandOn(tenant, said.orderId());
        expectNotInFuture(said.partiesConsentOn());
        Mentorship.Terms terms = new Mentorship.Terms(said.code() == null ? mentorship.code() : said.code(), order, said.form(), said.model(),
                said.kinds(), said.startsOn(), said.plannedEnd(), said.partiesConsentOn());
        LocalDate oldStart = mentorship.startsOn();
        journal.change(mentorship, Action.CHANGED, () -> {
            mentorship.expectCorrectable(terms);
            expectNotTogetherElsewhere(mentorship, terms);
            step(() -> mentorship.makeRoomFor(terms));
            step(() -> mentorship.membersFollow(oldStart, terms.startsOn()));
            step(() -> mentorship.correct(terms));
        });
    }

    /** Corrects what was mistyped, whatever the version. */
    public void correct(Tenant tenant, long id, Correction said) {
        correct(tenant, id, toChange(tenant, id).version(), said);
    }

    /** Ends a pair or group before its planned end. */
    public void endEarly(Tenant tenant, long id, EarlyEnd said) {
        Mentorship mentorship = toChange(tenant, id);
        Refusal.when(said.noticeOn() != null && said.noticeOn().isAfter(clock.today()), "noticeOn",
                "Эта дата ещё не наступила. Укажите день, когда предупредили на самом деле");
        journal.change(mentorship, Action.ENDED_EARLY, said.reason(), () -> end(mentorship, said));
    }

    private void end(Mentorship mentorship, EarlyEnd said) {
        step(() -> mentorship.stepBackTo(said.endedOn(), said.noticeOn()));
        step(() -> mentorship.endEarly(said.endedOn(), said.reason(), said.noticeOn()));
        step(mentorship::membersEndWithIt);
    }

    /**
     * Ends the old mentorship on the eve and starts one of the new mentor with the remaining mentees (DOMAIN 3, rule 5).
     *
     * @return the identifier of the new mentorship
     */
    public long replaceMentor(Tenant tenant, long id, Replacement said) {
        Mentorship old = toChange(tenant, id);
        AssignmentOrder order = orders.toStandOn(tenant, said.orderId());
        Person mentor = mentor(tenant, said.mentorId());
        expectNotInFuture(said.partiesConsentOn());
        int staying = old.membersFrom(said.startsOn()).size();
        Mentorship next = old.replacedBy(mentor, new Mentorship.Terms(codeOrNext(tenant, said.code(), staying), order, old.form(), old.model(),
                kindsFor(staying, old.kinds()), said.startsOn(), said.plannedEnd(), said.partiesConsentOn()));
        expectNotTogether(next, "mentor");
        journal.change(old, Action.MENTOR_REPLACED,
                () -> end(old, new EarlyEnd(said.startsOn().minusDays(1), Mentorship.MENTOR_REPLACED, null)));
        return entered(next);
    }

    /** A mentee leaves a group on that day, the last one in it. */
    public void leave(Tenant tenant, long id, long menteeId, LocalDate on, String reason) {
        Mentorship mentorship = toChange(tenant, id);
        journal.change(mentorship, Action.MENTEE_LEFT, reason, () -> step(() -> mentorship.leave(menteeId, on, reason)));
    }

    /** A mentee joins a pair or group later than it began. */
    public void join(Tenant tenant, long id, Joining said) {
        Mentorship mentorship = toChange(tenant, id);
        people.mentorForNewPair(tenant, mentorship.mentorId());
        AssignmentOrder order = orders.toStandOn(tenant, said.orderId());
        Person mentee = mentees(tenant, List.of(said.menteeId()), "mentee").get(0);
        journal.change(mentorship, Action.MENTEE_JOINED, () -> {
            mentorship.join(mentee, said.joinedOn(), order, said.kinds());
            refuse(onePairOnceAtATime.refusal(tenant.id(), mentorship.mentorId(), List.of(said.menteeId()), said.joinedOn(),
                    mentorship.lastDay(), id, "mentee"));
            mentorships.flush();
        });
    }

    /** Takes a wrong entry out of everything that counts, with the programmes that stand on it ({@link MentorshipAnnulled}). */
    public void annul(Tenant tenant, long id, String reason) {
        Mentorship mentorship = toChange(tenant, id);
        journal.change(mentorship, Action.ANNULLED, reason, () -> step(() -> mentorship.annul(clock.today(), reason)));
        events.publishEvent(new MentorshipAnnulled(tenant.id(), id, reason));
    }

    /** Takes back an early end, or a replacement whose new mentorship is annulled; the history keeps both. */
    void goOn(Tenant tenant, long id, String reason) {
        Mentorship mentorship = toChange(tenant, id);
        people.mentorForNewPair(tenant, mentorship.mentorId());
        journal.change(mentorship, Action.ENDING_UNDONE, reason, () -> {
            mentorship.goOn(continuationOf(tenant, id));
            for (Membership member : mentorship.members()) {
                expectNotTogetherAgain(mentorship, member, null);
            }
            mentorships.flush();
        });
    }

    /** Takes back a mentee's leaving. */
    void stay(Tenant tenant, long id, long menteeId, String reason) {
        Mentorship mentorship = toChange(tenant, id);
        people.mentorForNewPair(tenant, mentorship.mentorId());
        journal.change(mentorship, Action.LEAVING_UNDONE, reason, () -> {
            mentorship.stay(menteeId);
            mentorship.members().stream().filter(member -> member.menteeId() == menteeId)
                    .forEach(member -> expectNotTogetherAgain(mentorship, member, null));
            mentorships.flush();
        });
    }

    /** Annuls a mentorship that was to continue another, and takes the other's end back too. */
    void annulReplacement(Tenant tenant, long id, String reason) {
        Long replaced = one(tenant, id).replacesId();
        annul(tenant, id, reason);
        goOn(tenant, Optional.ofNullable(replaced).orElseThrow(NotFound::new), reason);
    }

    private String continuationOf(Tenant tenant, long id) {
        return jdbc.sql("select code from mentorship where organisation_id = ? and replaces_id = ? and not annulled")
                .params(tenant.id(), id).query(String.class).optional().orElse(null);
    }

    /** Meanwhile the two may have been entered together elsewhere. */
    private void expectNotTogetherAgain(Mentorship mentorship, Membership member, String field) {
        refuse(onePairOnceAtATime.refusal(mentorship.organisationId(), mentorship.mentorId(), List.of(member.menteeId()), member.joinedOn(),
                Optional.ofNullable(member.leftOn()).orElse(mentorship.lastDay()), mentorship.id(), field));
    }

    @Transactional(readOnly = true)
    Mentorship one(Tenant tenant, long id) {
        return mentorships.findByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
    }

    private Mentorship toChange(Tenant tenant, long id) {
        return mentorships.findToChangeByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
    }

    private long entered(Mentorship mentorship) {
        Mentorship saved = mentorships.save(mentorship);
        mentorships.flush();
        journal.entered(saved);
        return saved.id();
    }

    /** The database checks every statement by itself: what was changed here is written before the next change. */
    private void step(Runnable change) {
        change.run();
        mentorships.flush();
    }

    private Person mentor(Tenant tenant, long id) {
        return people.mentorForNewPair(tenant, id)
                .orElseThrow(Mentorships::unknownMentor);
    }

    private static Refusal unknownMentor() {
        return new Refusal("mentor", "Такого наставника в базе организации нет. Выберите наставника из списка");
    }

    private static Refusal unknownMentee(String field) {
        return new Refusal(field, "Такого наставляемого в базе организации нет. Выберите из списка");
    }

    private List<Person> mentees(Tenant tenant, List<Long> ids, String field) {
        Set<Long> asked = Set.copyOf(ids);
        List<Person> found = asked.isEmpty() ? List.of() : people.mentees(tenant, asked);
        if (found.size() < asked.size()) {
            throw unknownMentee(field);
        }
        return found;
    }

    private void expectNotTogether(Mentorship mentorship, String field) {
        refuse(onePairOnceAtATime.refusal(mentorship.organisationId(), mentorship.mentorId(),
                mentorship.members().stream().map(Membership::menteeId).toList(), mentorship.startsOn(), mentorship.lastDay(), null, field));
    }

    /** The same for a mentorship whose dates are being corrected: each mentee has days of their own. */
    private void expectNotTogetherElsewhere(Mentorship mentorship, Mentorship.Terms terms) {
        for (Membership member : mentorship.members()) {
            LocalDate from = member.sinceTheStart(mentorship.startsOn()) ? terms.startsOn() : member.joinedOn();
            LocalDate until = Optional.ofNullable(member.leftOn()).or(() -> Optional.ofNullable(mentorship.endedOn())).orElse(terms.plannedEnd());
            refuse(onePairOnceAtATime.refusal(mentorship.organisationId(), mentorship.mentorId(), List.of(member.menteeId()), from, until,
                    mentorship.id(), "startsOn"));
        }
    }

    private void expectNotInFuture(LocalDate partiesConsentOn) {
        Refusals wrong = new Refusals();
        checkConsent(wrong, partiesConsentOn, clock.today());
        wrong.refuse();
    }

    static void checkConsent(Refusals wrong, LocalDate partiesConsentOn, LocalDate today) {
        wrong.when(partiesConsentOn != null && partiesConsentOn.isAfter(today), "partiesConsentOn",
                "Эта дата ещё не наступила. Укажите день, когда стороны согласились, или оставьте поле пустым");
    }

    /** «В группе» ends with the group: a new mentor who takes over one mentee has a pair. */
    private static Set<MentoringKind> kindsFor(int mentees, Set<MentoringKind> kinds) {
        Set<MentoringKind> kept = EnumSet.noneOf(MentoringKind.class);
        kept.addAll(kinds);
        if (mentees < FormModelAndKindsFit.GROUP_SIZE) {
            kept.remove(MentoringKind.GROUP);
        }
        return kept;
    }

    /** The next code of the organisation, «П-3» or «Г-2»; two that ask at the same moment get two codes. */
    private String codeOrNext(Tenant tenant, String code, int mentees) {
        if (code != null) {
            return code;
        }
        jdbc.sql("select pg_advisory_xact_lock(?)").param(tenant.id()).query(rows -> { });
        String letter = mentees < FormModelAndKindsFit.GROUP_SIZE ? "П" : "Г";
        return letter + "-" + jdbc.sql("""
                select coalesce(max(substring(code from '-(\\d{1,9})$')::bigint), 0) + 1
                  from mentorship where organisation_id = :organisation and code ~ :form
                """).param("organisation", tenant.id()).param("form", "^" + letter + "-\\d{1,9}$").query(Long.class).single();
    }

    private static void refuse(Optional<Refusal> refusal) {
        refusal.ifPresent(reason -> {
            throw reason;
        });
    }
}
