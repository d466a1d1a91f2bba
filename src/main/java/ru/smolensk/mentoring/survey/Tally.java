package ru.smolensk.mentoring.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.AnnullableEntity;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;

/** Sheets of paper, counted by the curator, with the protocol: in place of the answers by links (DOMAIN 6). */
@Entity
@Table(name = "survey_tally")
class Tally extends AnnullableEntity implements Audited {

    @Column(updatable = false)
    private long surveyId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Audience audience;
    private int asked;
    private int answered;
    private Integer satisfied;
    private LocalDate countedOn;
    private long protocolFileId;

    protected Tally() {
    }

    Tally(long organisationId, Asking survey, Audience audience, Tallies.Counted said, LocalDate today) {
        super(organisationId);
        Refusals wrong = new Refusals();
        check(wrong, survey, said, today);
        wrong.refuse();
        this.surveyId = survey.id();
        this.audience = audience;
        this.asked = said.asked();
        this.answered = said.answered();
        this.satisfied = said.satisfied();
        this.countedOn = said.countedOn();
        this.protocolFileId = said.protocol();
    }

    private static void check(Refusals wrong, Asking survey, Tallies.Counted said, LocalDate today) {
        boolean measures = survey.wave() == Wave.SECOND;
        wrong.when(said.asked() < 1, "asked", "Роздали хотя бы одну анкету: введите число от 1")
                .when(said.answered() < 1, "answered", "Если никто не ответил, итог вносить не нужно")
                .when(said.answered() > said.asked(), "answered", "Ответивших не может быть больше, чем розданных анкет")
                .when(measures && said.satisfied() == null, "satisfied", "Введите, сколько из ответивших довольны; если никто – 0")
                .when(!measures && said.satisfied() != null, "satisfied", "До начала работы удовлетворённость не считается: оставьте поле пустым")
                .when(said.satisfied() != null && said.satisfied() > said.answered(), "satisfied",
                        "Довольных не может быть больше, чем ответивших")
                .when(said.countedOn().isAfter(today), "countedOn", "Эта дата ещё не наступила")
                .when(said.countedOn().isBefore(survey.opensOn()), "countedOn", "Опрос начался " + new Russian().date(survey.opensOn())
                        + ": раньше анкеты посчитать не могли")
                .when(said.protocol() == null, "protocol", "Приложите скан протокола");
    }

    @Override
    public Subject subject() {
        return Subject.SURVEY_TALLY;
    }

    @Override
    public String title() {
        return "Анкеты " + audience.ofMany() + ", на бумаге, " + new Russian().date(countedOn);
    }

    @Override
    public Facts facts() {
        return new Facts().add("Роздано", asked).add("Ответили", answered).add("Довольны", satisfied).add("Посчитано", countedOn)
                .add("Аннулировано", annulledOn());
    }

    long surveyId() {
        return surveyId;
    }

    public Audience audience() {
        return audience;
    }

    public int asked() {
        return asked;
    }

    public int answered() {
        return answered;
    }

    public Integer satisfied() {
        return satisfied;
    }

    public LocalDate countedOn() {
        return countedOn;
    }

    public long protocolFileId() {
        return protocolFileId;
    }
}
