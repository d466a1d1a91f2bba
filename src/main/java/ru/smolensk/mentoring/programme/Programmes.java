package ru.smolensk.mentoring.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.mentorship.MentorshipAnnulled;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;

/** Draws up, approves, amends, carries out and closes the personalised programmes of an organisation (DOMAIN 4). */
@Service
@Transactional
public class Programmes {

    private final ProgrammeRepository programmes;
    private final ProgrammeReading reading;
    private final Journal journal;
    private final PortalClock clock;

    Programmes(ProgrammeRepository programmes, ProgrammeReading reading, Journal journal, PortalClock clock) {
        this.programmes = programmes;
        this.reading = reading;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a draft says. Everything but the title and the period may be {@code null} or empty until it is approved.
     *
     * @param mentees those of the mentorship's mentees whom it covers
     * @param difficulties professional difficulties found by diagnosis (P6.1)
     */
    public record Contents(Set<Long> mentees, String title, String goal, String tasks, String difficulties, LocalDate startsOn,
                           LocalDate endsOn, String expectedResults, List<Planned> activities) {
    }

    /**
     * An activity as it is planned.
     *
     * @param was the number (from 1) under which it stands in the draft now, so that it keeps its mark; {@code null} for a new one
     */
    public record Planned(Integer was, String what, String form, String plannedTerm) {

        public Planned(String what, String form, String plannedTerm) {
            this(null, what, form, plannedTerm);
        }
    }

    /** What became of an activity: the day it was done, or {@code null}, and its result. */
    public record Mark(LocalDate doneOn, String result) {
    }

    /** An approved programme that goes beyond the last day of its mentorship. */
    public record Outliving(long id, String title, PersonName mentor, LocalDate endsOn, LocalDate mentorshipLastDay) {
    }

    /**
     * Enters a draft for a mentorship.
     *
     * @return its identifier
     * @throws NotFound if the mentorship or a mentee is not of this organisation and mentorship
     * @throws Refusal at «startsOn», «endsOn», «activities», or of the whole
     */
    public long draft(Tenant tenant, long mentorshipId, Contents contents) {
        return drafted(tenant, reading.lockedPair(tenant.id(), mentorshipId), contents).id();
    }

    /** The act by which a programme was approved on paper. */
    public record Act(LocalDate on, String number) {
    }

    /** Drafts programmes by the hundred. */
    @FunctionalInterface
    public interface Drafting {

        /**
         * Enters a draft as {@link #draft}, and approves it as {@link #approveOnPaper} if an act is given.
         *
         * @return its identifier
         */
        long draft(long mentorshipId, Contents contents, Act act);
    }

    /** What many drafts need, read once; they are written together. Good until pairs and groups are changed. */
    public Drafting draftingMany(Tenant tenant) {
        Map<Long, PairOrGroup> pairs = reading.lockedPairs(tenant.id());
        return (mentorshipId, contents, act) -> {
            Programme programme = drafted(tenant, Optional.ofNullable(pairs.get(mentorshipId)).orElseThrow(NotFound::new), contents);
            if (act != null) {
                // The first edition of its series takes nobody's place.
                journal.change(programme, Action.APPROVED, () -> programme.approveOnPaper(act.on(), act.number(), clock.today(), null));
            }
            return programme.id();
        };
    }

    private Programme drafted(Tenant tenant, PairOrGroup pair, Contents contents) {
        expectItsOwn(pair, contents);
        Programme programme = programmes.save(new Programme(tenant.id(), pair, contents));
        journal.entered(programme);
        return programme;
    }

    /**
     * Changes what a workbook says of a draft; the rest of it stays.
     *
     * @throws Refusal if it is no draft, or a rule refuses
     */
    public void revise(Tenant tenant, long id, Contents said) {
        Programme draft = held(tenant, id);
        List<Activity> planned = draft.activities();
        edit(tenant, id, draft.version(), new Contents(said.mentees(), said.title(), said.goal(), draft.tasks(), draft.difficulties(), said.startsOn(),
                said.endsOn(), draft.expectedResults(), IntStream.range(0, planned.size()).mapToObj(at -> new Planned(at + 1, planned.get(at).what(),
                planned.get(at).form(), planned.get(at).plannedTerm())).toList()));
    }

    void edit(Tenant tenant, long id, Integer version, Contents contents) {
        Programme programme = held(tenant, id);
        programme.expectDraft();
        programme.expectVersion(version);
        expectItsOwn(programme.pair(), contents);
        journal.change(programme, Action.CHANGED, () -> programme.edit(contents));
    }

    private static void expectItsOwn(PairOrGroup pair, Contents contents) {
        if (!pair.has(contents.mentees())) {
            throw new NotFound();
        }
    }

    /**
     * Approves a draft by the organisation's act; an amendment takes the place of the edition in force on that day.
     *
     * @throws Refusal at «approvedOn», or of the whole: what is missing, or that it is no draft
     */
    public void approve(Tenant tenant, long id, LocalDate on, String actNumber) {
        approve(tenant, held(tenant, id), on, actNumber);
    }

    /** The same from a form, which may have become stale. */
    void approve(Tenant tenant, long id, Integer version, LocalDate on, String actNumber) {
        Programme draft = held(tenant, id);
        draft.expectDraft();
        draft.expectVersion(version);
        approve(tenant, draft, on, actNumber);
    }

    /** The same of a programme whose activities may stand on its paper alone. */
    public void approveOnPaper(Tenant tenant, long id, LocalDate on, String actNumber) {
        Programme draft = held(tenant, id);
        approve(tenant, draft, on, inForce -> draft.approveOnPaper(on, actNumber, clock.today(), inForce));
    }

    private void approve(Tenant tenant, Programme draft, LocalDate on, String actNumber) {
        approve(tenant, draft, on, inForce -> draft.approve(on, actNumber, clock.today(), inForce));
    }

    private void approve(Tenant tenant, Programme draft, LocalDate on, Consumer<Programme> verb) {
        draft.expectDraft();
        Programme inForce = series(tenant, draft).stream().filter(Programme::approved).findFirst().orElse(null);
        if (inForce != null) {
            journal.change(inForce.introduce(draft.pair()), Action.SUPERSEDED, () -> inForce.supersede(on));
            // The database lets one edition of a series be in force: the old one must have gone before the new one comes.
            programmes.flush();
        }
        journal.change(draft, Action.APPROVED, () -> verb.accept(inForce));
    }

    /**
     * Starts a new edition of an approved programme: a draft that says the same.
     *
     * @return the draft's identifier
     * @throws Refusal if the programme is not approved or has a draft already
     */
    public long amend(Tenant tenant, long id) {
        Programme approved = held(tenant, id);
        List<Programme> series = series(tenant, approved);
        expectNoDraft(series, "Черновик новой редакции уже есть: дополните его или отбросьте");
        Programme draft = programmes.save(approved.amended(series.get(series.size() - 1).edition() + 1));
        journal.note(approved, Action.AMENDMENT_STARTED);
        journal.entered(draft);
        return draft.id();
    }

    /**
     * Marks activities of an approved programme as done.
     *
     * @param marks by the numbers of the activities, from 1; the others stay as they are
     */
    public void markDone(Tenant tenant, long id, Map<Integer, Mark> marks) {
        Programme programme = held(tenant, id);
        journal.change(programme, Action.ACTIVITY_DONE,
                () -> marks.forEach((number, mark) -> programme.mark(number, mark.doneOn(), mark.result(), clock.today())));
    }

    /** Marks all activities at once. */
    void mark(Tenant tenant, long id, Integer version, List<Mark> marks) {
        Programme programme = held(tenant, id);
        programme.expectVersion(version);
        List<Mark> before = programme.activities().stream().map(activity -> new Mark(activity.doneOn(), activity.result())).toList();
        if (marks.size() != before.size()) {
            throw new NotFound();
        }
        if (!marks.equals(before)) {
            boolean more = marks.stream().filter(mark -> mark.doneOn() != null).count() > programme.progress().done();
            journal.change(programme, more ? Action.ACTIVITY_DONE : Action.CHANGED, () -> {
                for (int i = 0; i < marks.size(); i++) {
                    if (!marks.get(i).equals(before.get(i))) {
                        programme.mark(i + 1, marks.get(i).doneOn(), marks.get(i).result(), clock.today());
                    }
                }
            });
        }
    }

    /**
     * The programme is carried out.
     *
     * @throws Refusal at «closedOn», or of the whole
     */
    public void complete(Tenant tenant, long id, LocalDate on, String finalResults) {
        Programme programme = withoutOpenDraft(tenant, id);
        journal.change(programme, Action.COMPLETED, () -> programme.complete(on, finalResults, clock.today()));
    }

    /**
     * The programme will not be carried out to its end.
     *
     * @throws Refusal at «closedOn», or of the whole
     */
    public void cancel(Tenant tenant, long id, LocalDate on, String reason) {
        Programme programme = withoutOpenDraft(tenant, id);
        journal.change(programme, Action.CANCELLED, reason, () -> programme.cancel(on, reason, clock.today()));
    }

    /** Puts a draft away; it stays in the history. */
    void discard(Tenant tenant, long id) {
        Programme draft = held(tenant, id);
        journal.change(draft, Action.DISCARDED, () -> draft.discard(clock.today()));
    }

    /** A programme entered by mistake. The edition whose place it took, if any, is in force again. */
    void annul(Tenant tenant, long id, String reason) {
        Programme programme = withoutOpenDraft(tenant, id);
        Refusal.when(!programme.annullable(), null,
                "Аннулировать можно утверждённую, завершённую или отменённую программу; черновик – отбросить");
        journal.change(programme, Action.ANNULLED, reason, () -> programme.annul(clock.today(), reason));
        // As above: this one must have gone before the other comes back.
        programmes.flush();
        series(tenant, programme).stream()
                .filter(other -> other.status() == ProgrammeStatus.SUPERSEDED).reduce((earlier, later) -> later)
                .ifPresent(previous -> journal.change(previous.introduce(programme.pair()), Action.CHANGED,
                        "Аннулирована редакция " + programme.edition(), previous::returnToForce));
    }

    private Programme withoutOpenDraft(Tenant tenant, long id) {
        Programme programme = held(tenant, id);
        expectNoDraft(series(tenant, programme),
                "У программы есть черновик новой редакции. Сначала утвердите его или отбросьте");
        return programme;
    }

    private static void expectNoDraft(List<Programme> series, String otherwise) {
        Refusal.when(series.stream().anyMatch(Programme::draft), null, otherwise);
    }

    /** Nothing stands on an annulled mentorship: its programmes are annulled in the same transaction. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MentorshipAnnulled annulled) {
        PairOrGroup pair = reading.lockedPair(annulled.organisationId(), annulled.mentorshipId());
        String reason = shortened("Аннулирована пара или группа: " + annulled.reason());
        programmes.findByOrganisationIdAndMentorshipIdAndStatusNot(pair.organisationId(), pair.id(), ProgrammeStatus.ANNULLED)
                .forEach(programme -> journal.change(programme.introduce(pair), Action.ANNULLED, reason,
                        () -> programme.annul(clock.today(), reason)));
    }

    private static String shortened(String reason) {
        return reason.length() <= 500 ? reason : reason.substring(0, 499) + "…";
    }

    /** Approved programmes that go beyond the last day of their mentorship: each needs an amendment, a completion or a cancellation. */
    @Transactional(readOnly = true)
    public List<Outliving> outliving(long organisationId) {
        return reading.outliving(organisationId);
    }

    /** All editions, the first one first. */
    private List<Programme> series(Tenant tenant, Programme edition) {
        return programmes.findByOrganisationIdAndSeriesIdOrderByEdition(tenant.id(), edition.seriesId());
    }

    private Programme held(Tenant tenant, long id) {
        return introduced(programmes.hold(tenant.id(), id));
    }

    @Transactional(readOnly = true)
    Programme one(Tenant tenant, long id) {
        return introduced(programmes.findByOrganisationIdAndId(tenant.id(), id));
    }

    private Programme introduced(Optional<Programme> found) {
        Programme programme = found.orElseThrow(NotFound::new);
        return programme.pair() != null ? programme
                : programme.introduce(reading.pair(programme.organisationId(), programme.mentorshipId()));
    }
}
