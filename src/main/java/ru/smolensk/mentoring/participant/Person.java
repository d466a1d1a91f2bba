package ru.smolensk.mentoring.participant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;

/**
 * A person of the base with their roles and consents: one person is entered once, and is a mentor, a mentee, or both (reverse mentoring).
 * It stands over the rows of several tables; all rules about them are here and in the rows themselves.
 */
class Person implements Audited {

    /** ◆ Somebody may be entered ahead of the academic year, no earlier than this. */
    static final int YEARS_AHEAD = 1;

    private final Participant participant;
    private Mentor mentor;
    private Mentee mentee;
    private final List<Consent> consents = new ArrayList<>();

    Person(Participant participant, Mentor mentor, Mentee mentee) {
        this.participant = participant;
        this.mentor = mentor;
        this.mentee = mentee;
    }

    Person with(List<Consent> given) {
        consents.addAll(given);
        return this;
    }

    void change(Participants.Description said, String partnerName, Participants.MentorRole role, LocalDate today) {
        participant.describe(said, partnerName, today);
        mentor.describe(role);
        expectConsistent(today);
    }

    void change(Participants.Description said, String partnerName, Participants.MenteeRole role, LocalDate today) {
        participant.describe(said, partnerName, today);
        mentee.describe(role);
        expectConsistent(today);
    }

    Mentor becomeMentor(Participants.MentorRole said, LocalDate today) {
        Refusal.when(mentor != null, null, "Этот человек уже наставник");
        expectPresent();
        mentor = new Mentor(organisationId(), id(), said);
        expectConsistent(today);
        return mentor;
    }

    Mentee becomeMentee(Participants.MenteeRole said, LocalDate today) {
        Refusal.when(mentee != null, null, "Этот человек уже наставляемый");
        expectPresent();
        mentee = new Mentee(organisationId(), id(), said);
        expectConsistent(today);
        return mentee;
    }

    /** The day is the last one in the base. */
    void leave(LocalDate on, LocalDate today) {
        expectPresent();
        Refusal.when(on.isAfter(today), "leftOn", "Дата ещё не наступила. Отметьте выбытие, когда человек уйдёт");
        LocalDate entered = lastEntry();
        Refusal.when(on.isBefore(entered), "leftOn",
                "Человек вошёл в базу " + new Russian().date(entered) + ": выбыть раньше он не мог");
        participant.leave(on);
    }

    void comeBack() {
        Refusal.when(participant.leftOn() == null, null, "Этот человек и так в базе");
        participant.comeBack();
    }

    void give(Consent consent) {
        Refusal.when(inForce(consent.kind()) != null, "kind",
                "Согласие " + consent.kind().label() + " уже внесено. Если его дали заново, сначала отметьте, когда отозвано прежнее");
        consents.add(consent);
    }

    /**
     * The consent with that identifier.
     *
     * @throws NotFound if it is not this person's
     */
    Consent consent(long consentId) {
        return consents.stream().filter(one -> one.id() == consentId).findFirst().orElseThrow(NotFound::new);
    }

    /** The consent of that kind that is not withdrawn, or {@code null}. */
    public Consent inForce(ConsentKind kind) {
        return consents.stream().filter(one -> one.kind() == kind && one.withdrawnOn() == null).findFirst().orElse(null);
    }

    /** Consents of that kind that were withdrawn. */
    public List<Consent> withdrawn(ConsentKind kind) {
        return consents.stream().filter(one -> one.kind() == kind && one.withdrawnOn() != null).toList();
    }

    /** Whether the name may no longer stand where everybody reads it (152-FZ art. 10.1). */
    public boolean distributionWithdrawn() {
        return inForce(ConsentKind.DISTRIBUTION) == null && !withdrawn(ConsentKind.DISTRIBUTION).isEmpty();
    }

    private void expectPresent() {
        Refusal.when(participant.leftOn() != null, null,
                "Этот человек выбыл " + new Russian().date(participant.leftOn()) + ". Сначала верните его в базу");
    }

    private void expectConsistent(LocalDate today) {
        Refusals wrong = new Refusals();
        checkTeaching(wrong, participant.teachingSince(), mentor != null, today);
        if (mentor != null) {
            checkEntry(wrong, mentor.enteredOn(), today);
        }
        if (mentee != null) {
            checkEntry(wrong, mentee.enteredOn(), today);
        }
        wrong.refuse();
    }

    /** A mentor teaches already; a mentee may be about to. */
    static void checkTeaching(Refusals wrong, LocalDate since, boolean mentor, LocalDate today) {
        wrong.when(since != null && mentor && since.isAfter(today), "teachingSince",
                "Педагогический стаж наставника не может начаться в будущем: указано " + new Russian().date(since));
        wrong.when(since != null && !mentor && since.isAfter(today.plusYears(YEARS_AHEAD)), "teachingSince",
                "До этой даты больше года. Проверьте год");
    }

    private void checkEntry(Refusals wrong, LocalDate on, LocalDate today) {
        checkEntry(wrong, on, participant.bornOn(), today);
        wrong.when(participant.leftOn() != null && on.isAfter(participant.leftOn()), "enteredOn",
                "Человек выбыл " + new Russian().date(participant.leftOn()) + ": войти в базу позже он не мог");
    }

    static void checkEntry(Refusals wrong, LocalDate on, LocalDate born, LocalDate today) {
        String day = new Russian().date(on);
        wrong.when(on.isAfter(today.plusYears(YEARS_AHEAD)), "enteredOn", "До " + day + " больше года. Проверьте год");
        // A birth that is still to come is said to be wrong itself.
        wrong.when(born != null && !born.isAfter(today) && on.isBefore(born.plusYears(Participant.YOUNGEST)), "enteredOn",
                day + " человеку не было и " + Participant.YOUNGEST + " лет. Проверьте дату вхождения и дату рождения");
    }

    private LocalDate lastEntry() {
        if (mentor == null || mentee == null) {
            return mentor == null ? mentee.enteredOn() : mentor.enteredOn();
        }
        return mentor.enteredOn().isAfter(mentee.enteredOn()) ? mentor.enteredOn() : mentee.enteredOn();
    }

    @Override
    public Long id() {
        return participant.id();
    }

    @Override
    public Long organisationId() {
        return participant.organisationId();
    }

    @Override
    public int version() {
        return participant.version();
    }

    @Override
    public Subject subject() {
        return Subject.PARTICIPANT;
    }

    @Override
    public String title() {
        return participant.name().full();
    }

    @Override
    public Facts facts() {
        Facts facts = new Facts().add("Фамилия, имя, отчество", participant.name()).add("Дата рождения", participant.bornOn())
                .add("Должность", participant.position()).add("Место работы", participant.workplaceWords())
                .add("Педагогический стаж с", participant.teachingSince());
        if (mentor != null) {
            facts.add("В базе наставников с", mentor.enteredOn()).add("Квалификационная категория", mentor.category())
                    .add("Компетенции", mentor.competences()).add("Достижения", mentor.achievements())
                    .add("Ресурс времени", mentor.freeTime());
        }
        if (mentee != null) {
            facts.add("В базе наставляемых с", mentee.enteredOn()).add("Категория наставляемого", mentee.category())
                    .add("Запрос", mentee.request());
        }
        Arrays.stream(ConsentKind.values()).forEach(kind -> facts.add("Согласие " + kind.label(), consents.stream()
                .filter(one -> one.kind() == kind).map(Consent::words).collect(Collectors.joining("; "))));
        return facts.add("Выбыл", participant.leftOn());
    }

    public Participant participant() {
        return participant;
    }

    public Mentor mentor() {
        return mentor;
    }

    public Mentee mentee() {
        return mentee;
    }
}
