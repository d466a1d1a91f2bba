package ru.smolensk.mentoring.register;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.TenantEntity;

/** A mentor in the register, from the day of the department's decision until they are taken out. The organisation is the mentor's own. */
@Entity
class RegisterEntry extends TenantEntity implements Audited {

    private long mentorId;
    @Formula("(select p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, '') from participant p"
            + " where p.organisation_id = organisation_id and p.id = mentor_id)")
    private String mentorName;
    private LocalDate includedOn;
    private String basis;
    private String words;
    @Embedded
    private Card card;
    private LocalDate excludedOn;
    private String exclusionReason;

    protected RegisterEntry() {
    }

    RegisterEntry(long organisationId, long mentorId, String mentorName, Card card, MentorRegister.Decision said, LocalDate today) {
        super(organisationId);
        this.mentorId = mentorId;
        this.mentorName = mentorName;
        this.card = card;
        describe(said, today);
    }

    /** Corrects what was decided. */
    void correct(MentorRegister.Decision said, LocalDate today) {
        expectInForce();
        describe(said, today);
    }

    /** Takes over what the base says now: everybody reads it from here on. */
    void takeOver(Card now) {
        expectInForce();
        Refusal.when(Objects.equals(now, card()), null, "В базе организации стоит то же, что в карточке: обновлять нечего");
        card = now;
    }

    private void describe(MentorRegister.Decision said, LocalDate today) {
        Refusal.when(said.includedOn().isAfter(today), "includedOn", "Этот день ещё не наступил. Укажите день, когда принято решение");
        includedOn = said.includedOn();
        basis = said.basis();
        words = said.words();
    }

    /** Takes the mentor out of the register; the entry stays in the history. */
    void exclude(LocalDate today, String reason) {
        expectInForce();
        excludedOn = today;
        exclusionReason = reason;
    }

    private void expectInForce() {
        Refusal.when(excludedOn != null, null, "Этот наставник уже исключён из реестра " + new Russian().date(excludedOn));
    }

    @Override
    public Subject subject() {
        return Subject.REGISTER_ENTRY;
    }

    @Override
    public String title() {
        return mentorName;
    }

    @Override
    public Facts facts() {
        return card().addTo(new Facts().add("Наставник", mentorName).add("Включён", includedOn).add("Основание", basis).add("За что", words))
                .add("Исключён", excludedOn).add("Причина исключения", exclusionReason);
    }

    public long mentorId() {
        return mentorId;
    }

    /** The words of the base as the department has read them. */
    public Card card() {
        return card == null ? new Card(null, null, null, null) : card; // Where every word is missing, nothing is read from the columns.
    }

    public LocalDate includedOn() {
        return includedOn;
    }

    public String basis() {
        return basis;
    }

    public String words() {
        return words;
    }

    public LocalDate excludedOn() {
        return excludedOn;
    }

    public String exclusionReason() {
        return exclusionReason;
    }

    public boolean inForce() {
        return excludedOn == null;
    }
}
