package ru.smolensk.mentoring.programme;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.ListIndexBase;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.AnnullableEntity;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;

/**
 * An edition of a personalised programme. A draft may be edited; an approved edition is locked, only its activities are marked as done: an
 * amendment is the next edition of the series and takes this one's place when it is approved (DOMAIN 4).
 */
@Entity
class Programme extends AnnullableEntity implements Audited {

    /** A mentee of the mentorship whom the programme covers. */
    @Embeddable
    record Covered(Long organisationId, Long mentorshipId, Long menteeId) {
    }

    /** ◆ More activities than this are not one programme. */
    static final int MOST_ACTIVITIES = 40;
    static final String DISCARDED = "черновик отброшен";

    private long mentorshipId;
    /** The identifier of the edition that the series began with. */
    @OwnIdentifier
    @Column(updatable = false)
    private Long seriesId;
    private int edition;
    @Enumerated(EnumType.STRING)
    private ProgrammeStatus status;
    private String title;
    private String goal;
    private String tasks;
    private String difficulties;
    private String expectedResults;
    private String finalResults;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private LocalDate approvedOn;
    private String actNumber;
    private LocalDate supersededOn;
    private LocalDate closedOn;
    private String closeReason;

    // The rows of both tables carry the organisation themselves: Hibernate joins them by the programme's identifier alone.
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "programme_mentee", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT),
            joinColumns = @JoinColumn(name = "programme_id"))
    private Set<Covered> mentees = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "programme_activity", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT),
            joinColumns = @JoinColumn(name = "programme_id"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    private List<Activity> activities = new ArrayList<>();

    /** Whom it is for; handed over by whoever loads it, so that its facts have names. */
    @Transient
    private PairOrGroup pair;

    protected Programme() {
    }

    /** A draft, the first edition of its series. */
    Programme(long organisationId, PairOrGroup pair, Programmes.Contents contents) {
        super(organisationId);
        Refusal.when(pair.annulled(), null, "Эта пара или группа аннулирована: программу для неё составить нельзя");
        this.mentorshipId = pair.id();
        this.pair = pair;
        this.edition = 1;
        this.status = ProgrammeStatus.DRAFT;
        write(contents);
    }

    private Programme(Programme approved, int edition) {
        super(approved.organisationId());
        this.mentorshipId = approved.mentorshipId;
        this.pair = approved.pair;
        this.seriesId = approved.seriesId;
        this.edition = edition;
        this.status = ProgrammeStatus.DRAFT;
        this.title = approved.title;
        this.goal = approved.goal;
        this.tasks = approved.tasks;
        this.difficulties = approved.difficulties;
        this.expectedResults = approved.expectedResults;
        this.startsOn = approved.startsOn;
        this.endsOn = approved.endsOn;
        this.mentees.addAll(approved.mentees);
        this.activities.addAll(approved.activities);
    }

    Programme introduce(PairOrGroup itsPair) {
        pair = itsPair;
        return this;
    }

    /** The next edition, a draft with everything this one says. */
    Programme amended(int nextEdition) {
        expectApproved("Новую редакцию можно начать, только пока программа действует");
        return new Programme(this, nextEdition);
    }

    void edit(Programmes.Contents contents) {
        expectDraft();
        Refusal.when(edition > 1 && !contents.startsOn().equals(startsOn), "startsOn",
                "Новая редакция сохраняет начало программы – " + new Russian().date(startsOn));
        write(contents);
    }

    private void write(Programmes.Contents said) {
        Refusal.when(said.endsOn().isBefore(said.startsOn()), "endsOn", "Окончание не может быть раньше начала");
        String badStart = edition > 1 ? null : pair.whyCannotStart(said.startsOn());
        Refusal.when(badStart != null, "startsOn", badStart);
        Refusal.when(said.activities().size() > MOST_ACTIVITIES, "activities", "В программе не больше " + MOST_ACTIVITIES + " мероприятий");
        title = said.title();
        goal = said.goal();
        tasks = said.tasks();
        difficulties = said.difficulties();
        expectedResults = said.expectedResults();
        startsOn = said.startsOn();
        endsOn = said.endsOn();
        Set<Covered> covered = said.mentees().stream().map(mentee -> new Covered(organisationId(), mentorshipId, mentee))
                .collect(Collectors.toSet());
        mentees.retainAll(covered);
        mentees.addAll(covered);
        List<Activity> planned = said.activities().stream().map(this::planned).toList();
        if (!planned.equals(activities)) {
            activities.clear();
            activities.addAll(planned);
        }
    }

    /** An activity that stood in the edition before keeps its mark. */
    private Activity planned(Programmes.Planned said) {
        boolean known = said.was() != null && said.was() >= 1 && said.was() <= activities.size();
        return (known ? activities.get(said.was() - 1) : new Activity(organisationId(), null, null, null, null, null))
                .planned(said.what(), said.form(), said.plannedTerm());
    }

    /** What a draft still lacks to be approved, in the words that follow «не хватает:». */
    public List<String> missing() {
        return missing(false);
    }

    private List<String> missing(boolean activitiesOnPaper) {
        List<String> missing = new ArrayList<>();
        if (goal == null) {
            missing.add("цели");
        }
        if (mentees.isEmpty()) {
            missing.add("хотя бы одного наставляемого");
        }
        if (activities.isEmpty() && !activitiesOnPaper) {
            missing.add("хотя бы одного мероприятия");
        }
        return missing;
    }

    /**
     * The organisation has approved it by an act.
     *
     * @param inForce the edition whose place it takes, or {@code null}; superseded in the same transaction
     */
    void approve(LocalDate on, String act, LocalDate today, Programme inForce) {
        approve(on, act, today, inForce, false);
    }

    /** ◆ The same of a programme from a workbook, which has no place for activities: they may stand on its paper alone. */
    void approveOnPaper(LocalDate on, String act, LocalDate today, Programme inForce) {
        approve(on, act, today, inForce, true);
    }

    private void approve(LocalDate on, String act, LocalDate today, Programme inForce, boolean activitiesOnPaper) {
        expectDraft();
        List<String> missing = missing(activitiesOnPaper);
        Refusal.when(!missing.isEmpty(), null,
                "Чтобы утвердить программу, не хватает: " + String.join(", ", missing) + ". Дополните черновик");
        Refusal.when(pair.annulled(), null, "Пара или группа аннулирована: утвердить программу для неё нельзя");
        Refusal.when(edition > 1 && inForce == null, null,
                "Редакция, которую вы меняете, больше не действует. Отбросьте этот черновик и составьте новую программу");
        Refusal.when(on.isAfter(today), "approvedOn", "Эта дата ещё не наступила. Внесите дату акта, когда он будет подписан");
        Refusal.when(on.isBefore(startsOn.minusYears(1)), "approvedOn",
                "Программа начинается " + new Russian().date(startsOn) + ", больше чем через год после этого дня. Проверьте год");
        // ◆ Such a programme would never be in force on any day, and nobody would see why it is not counted.
        Refusal.when(on.isAfter(endsOn), "approvedOn",
                "Программа заканчивается раньше – " + new Russian().date(endsOn) + ". Проверьте дату акта или окончание программы");
        if (inForce != null) {
            keepMarksOf(inForce);
        }
        status = ProgrammeStatus.APPROVED;
        approvedOn = on;
        actNumber = act;
    }

    /**
     * What was done while the amendment was being drawn up stays done: a mark goes over to an activity of the same words that has none.
     * Several activities may have the same words, so each mark is used once.
     */
    private void keepMarksOf(Programme inForce) {
        List<Activity> marked = new ArrayList<>(inForce.activities.stream().filter(Activity::done).toList());
        activities.stream().filter(Activity::done).forEach(mine -> take(mine.what(), marked));
        activities.replaceAll(mine -> mine.done() ? mine
                : take(mine.what(), marked).map(theirs -> mine.marked(theirs.doneOn(), theirs.result())).orElse(mine));
    }

    private static Optional<Activity> take(String what, List<Activity> from) {
        Optional<Activity> found = from.stream().filter(activity -> activity.what().equals(what)).findFirst();
        found.ifPresent(from::remove);
        return found;
    }

    void supersede(LocalDate on) {
        expectApproved("Заменить можно только действующую редакцию");
        Refusal.when(on.isBefore(approvedOn), "approvedOn",
                "Новая редакция не может быть утверждена раньше прежней – " + new Russian().date(approvedOn));
        status = ProgrammeStatus.SUPERSEDED;
        supersededOn = on;
    }

    /** The edition that took its place turned out to be a mistake. */
    void returnToForce() {
        Refusal.when(status != ProgrammeStatus.SUPERSEDED, null, "Эта редакция не была заменена");
        status = ProgrammeStatus.APPROVED;
        supersededOn = null;
    }

    /** Marks the activity of that number (from 1) as done, or with {@code null} as not done. */
    void mark(int number, LocalDate on, String result, LocalDate today) {
        expectApproved("Отмечать выполнение можно только в действующей программе");
        String field = "marks[" + (number - 1) + "].doneOn";
        Refusal.when(on == null && result != null, field, "Введите дату, когда это выполнено");
        Refusal.when(on != null && on.isAfter(today), field, "Эта дата ещё не наступила");
        Refusal.when(on != null && on.isBefore(startsOn), field, "Раньше начала программы – " + new Russian().date(startsOn));
        activities.set(number - 1, activities.get(number - 1).marked(on, result));
    }

    void complete(LocalDate on, String results, LocalDate today) {
        close(ProgrammeStatus.COMPLETED, on, today);
        finalResults = results;
    }

    void cancel(LocalDate on, String reason, LocalDate today) {
        close(ProgrammeStatus.CANCELLED, on, today);
        closeReason = reason;
    }

    private void close(ProgrammeStatus how, LocalDate on, LocalDate today) {
        expectApproved("Завершить или отменить можно только действующую программу");
        Refusal.when(on.isAfter(today), "closedOn", "Эта дата ещё не наступила");
        Refusal.when(on.isBefore(startsOn), "closedOn", "Раньше начала программы – " + new Russian().date(startsOn));
        Refusal.when(on.isBefore(approvedOn), "closedOn", "Раньше утверждения программы – " + new Russian().date(approvedOn));
        status = how;
        closedOn = on;
    }

    @Override
    public void annul(LocalDate today, String reason) {
        super.annul(today, reason);
        status = ProgrammeStatus.ANNULLED;
    }

    void discard(LocalDate today) {
        Refusal.when(status != ProgrammeStatus.DRAFT, null, "Отбросить можно только черновик");
        annul(today, DISCARDED);
    }

    void expectDraft() {
        expectNotAnnulled();
        Refusal.when(status == ProgrammeStatus.APPROVED, null, "Программа уже утверждена: акт " + new Russian().paper(actNumber, approvedOn)
                + ". Утверждённая программа не меняется: чтобы изменить её, начните новую редакцию на странице программы");
        Refusal.when(status != ProgrammeStatus.DRAFT, null, "Это уже не черновик, изменить его нельзя");
    }

    private void expectApproved(String otherwise) {
        Refusal.when(status != ProgrammeStatus.APPROVED, null, otherwise);
    }

    @Override
    public Subject subject() {
        return Subject.PROGRAMME;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Facts facts() {
        Facts facts = new Facts().add("Название", title).add("Редакция", edition)
                .add("Наставляемые", pair == null ? Integer.toString(mentees.size()) : pair.names(mentees()))
                .add("Начало", startsOn).add("Окончание", endsOn).add("Цель", goal).add("Задачи", tasks).add("Затруднения", difficulties)
                .add("Ожидаемые результаты", expectedResults)
                .add("Утверждена", approvedOn == null ? null : new Russian().paper(actNumber, approvedOn))
                .add("Заменена новой редакцией", supersededOn)
                .add(status == ProgrammeStatus.CANCELLED ? "Отменена" : "Завершена", closedOn).add("Итоги", finalResults)
                .add("Аннулирована", annulledOn());
        for (int i = 0; i < activities.size(); i++) {
            facts.add("Мероприятие " + (i + 1), activities.get(i).inWords());
        }
        return facts;
    }

    /** How far it is carried out: activities done of all. */
    public Progress progress() {
        return new Progress((int) activities.stream().filter(Activity::done).count(), activities.size());
    }

    public ProgrammeStatus.State state(LocalDate today) {
        return status.on(today, startsOn, endsOn);
    }

    /** Whether its period goes beyond the last day of its mentorship while something can still be done about it. */
    public boolean outlives() {
        return (draft() || approved()) && pair.outlivedBy(endsOn);
    }

    public boolean draft() {
        return status == ProgrammeStatus.DRAFT;
    }

    public boolean approved() {
        return status == ProgrammeStatus.APPROVED;
    }

    /** Whether it may be annulled by itself: a draft is discarded, a superseded edition stands behind the one in force. */
    public boolean annullable() {
        return approved() || status == ProgrammeStatus.COMPLETED || status == ProgrammeStatus.CANCELLED;
    }

    public PairOrGroup pair() {
        return pair;
    }

    public long mentorshipId() {
        return mentorshipId;
    }

    public long seriesId() {
        return seriesId;
    }

    public int edition() {
        return edition;
    }

    public ProgrammeStatus status() {
        return status;
    }

    public String goal() {
        return goal;
    }

    public String tasks() {
        return tasks;
    }

    public String difficulties() {
        return difficulties;
    }

    public String expectedResults() {
        return expectedResults;
    }

    public String finalResults() {
        return finalResults;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public LocalDate approvedOn() {
        return approvedOn;
    }

    public String actNumber() {
        return actNumber;
    }

    public LocalDate supersededOn() {
        return supersededOn;
    }

    public LocalDate closedOn() {
        return closedOn;
    }

    public String closeReason() {
        return closeReason;
    }

    public Set<Long> mentees() {
        return mentees.stream().map(Covered::menteeId).collect(Collectors.toSet());
    }

    public List<Activity> activities() {
        return List.copyOf(activities);
    }
}
