package ru.smolensk.mentoring.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.Refusal;

/** A version of a questionnaire. A draft may be edited; what was published is frozen, for answers keep the version they were given to. */
@Entity
class Questionnaire implements Audited {

    /** ◆ The threshold that a new method begins with. */
    static final int USUAL_THRESHOLD = 7;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Audience audience;
    @Column(updatable = false)
    private Short wave;
    @Column(updatable = false)
    private int number;
    private String title;
    private String instruction;
    private boolean unverified;
    @Enumerated(EnumType.STRING)
    private SatisfactionMethod method;
    private Short threshold;
    private Long keyItem;
    // For the history.
    @Formula("(select i.words from questionnaire_item i where i.questionnaire_id = id and i.id = key_item)")
    private String keyWords;
    private LocalDate publishedOn;
    @Version
    private int version;

    protected Questionnaire() {
    }

    /** The next version of the same line, as a draft; its questions are copied apart. */
    Questionnaire(Questionnaire former, int number) {
        this.audience = former.audience;
        this.wave = former.wave;
        this.number = number;
        this.title = former.title;
        this.instruction = former.instruction;
        this.unverified = former.unverified;
    }

    void describe(Questionnaires.Description said, QuestionnaireItem key) {
        expectDraft();
        title = said.title();
        instruction = said.instruction();
        if (measures()) {
            Refusal.when(said.method() == null, "method", "Выберите, как считать удовлетворённость");
            Refusal.when(said.threshold() == null || said.threshold() < 1 || said.threshold() > 10, "threshold",
                    "Порог – целое число от 1 до 10");
            Refusal.when(said.method() == SatisfactionMethod.KEY_ITEM && key == null, "keyItem",
                    "Выберите ключевой вопрос: по нему считается удовлетворённость");
            method(said.method(), said.threshold(), said.method() == SatisfactionMethod.KEY_ITEM ? key : null);
        }
    }

    void method(SatisfactionMethod newMethod, Integer newThreshold, QuestionnaireItem key) {
        Refusal.when(key != null && !key.isTenPoint(), "keyItem", "Ключевой вопрос должен оцениваться баллами от 1 до 10");
        method = newMethod;
        threshold = newThreshold == null ? null : newThreshold.shortValue();
        keyItem = key == null ? null : key.key();
        keyWords = key == null ? null : key.words();
    }

    /** Somebody has compared the wording with the official one. */
    void verify() {
        Refusal.when(!unverified, null, "Эта версия уже сверена с официальным текстом");
        unverified = false;
    }

    void publish(LocalDate today, boolean hasQuestions, boolean hasTenPoints) {
        expectDraft();
        Refusal.when(!hasQuestions, null, "В анкете нет ни одного вопроса. Добавьте вопросы и опубликуйте снова");
        Refusal.when(measures() && (method == null || threshold == null), null,
                "Не выбрано, как считать удовлетворённость. Нажмите «Изменить» и выберите способ и порог");
        Refusal.when(method == SatisfactionMethod.KEY_ITEM && keyItem == null, null,
                "Не выбран ключевой вопрос. Нажмите «Изменить» и выберите его");
        Refusal.when(method == SatisfactionMethod.MEAN && !hasTenPoints, null,
                "Средний балл не из чего считать: в анкете нет вопросов со шкалой от 1 до 10");
        publishedOn = today;
    }

    void expectDraft() {
        Refusal.when(published(), null, "Опубликованная версия не меняется. Скопируйте её в новую версию");
    }

    /** Whether it measures satisfaction: only what is asked afterwards does. */
    public boolean measures() {
        return wave != null && wave == 2;
    }

    @Override
    public Long id() {
        return id;
    }

    @Override
    public Long organisationId() {
        return null;
    }

    @Override
    public Subject subject() {
        return Subject.QUESTIONNAIRE;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Название", title).add("Обращение", instruction).add("Способ", method).add("Порог", threshold)
                .add("Ключевой вопрос", keyWords).add("Сверена с официальным текстом", !unverified).add("Опубликована", publishedOn);
    }

    @Override
    public int version() {
        return version;
    }

    public Audience audience() {
        return audience;
    }

    /** {@code null} for the curator's. */
    public Wave wave() {
        return wave == null ? null : Wave.of(wave);
    }

    /** «Анкета наставляемого, до начала работы». */
    public String line() {
        return "Анкета " + audience.whose() + (wave == null ? "" : ", " + wave().when());
    }

    public int number() {
        return number;
    }

    public String instruction() {
        return instruction;
    }

    public boolean unverified() {
        return unverified;
    }

    public SatisfactionMethod method() {
        return method;
    }

    public Integer threshold() {
        return threshold == null ? null : threshold.intValue();
    }

    public Long keyItem() {
        return keyItem;
    }

    public LocalDate publishedOn() {
        return publishedOn;
    }

    public boolean published() {
        return publishedOn != null;
    }
}
