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
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;

/** A question of a draft. Its history is told with that of the questionnaire. */
@Entity
class QuestionnaireItem implements Audited {

    static final int MOST_OPTIONS = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;
    @Column(updatable = false)
    private long questionnaireId;
    /** Whoever moves other questions does not make this one's form stale. */
    @OptimisticLock(excluded = true)
    private int position;
    @Enumerated(EnumType.STRING)
    private ItemKind kind;
    private String words;
    private Short scaleMin;
    private Short scaleMax;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] options;
    private String pair;
    @Version
    private int version;

    protected QuestionnaireItem() {
    }

    QuestionnaireItem(Questionnaire questionnaire, int position, Questionnaires.Said said) {
        this.questionnaireId = questionnaire.id();
        this.position = position;
        write(said, false);
    }

    /** The same question of the next version. */
    QuestionnaireItem(Questionnaire questionnaire, QuestionnaireItem former) {
        this.questionnaireId = questionnaire.id();
        this.position = former.position;
        this.kind = former.kind;
        this.words = former.words;
        this.scaleMin = former.scaleMin;
        this.scaleMax = former.scaleMax;
        this.options = former.options;
        this.pair = former.pair;
    }

    /** @param isKey whether satisfaction is measured by it */
    void write(Questionnaires.Said said, boolean isKey) {
        boolean scale = said.kind() == ItemKind.SCALE;
        boolean choice = said.kind() == ItemKind.CHOICE;
        new Refusals().when(scale && said.scaleMin() == null, "scaleMin", "Введите наименьший балл")
                .when(scale && said.scaleMax() == null, "scaleMax", "Введите наибольший балл")
                .when(scale && said.scaleMin() != null && said.scaleMax() != null && said.scaleMin() >= said.scaleMax(), "scaleMax",
                        "Наибольший балл должен быть больше наименьшего")
                .when(choice && said.options().size() < 2, "options", "Напишите хотя бы два варианта, каждый с новой строки")
                .when(choice && said.options().size() > MOST_OPTIONS, "options", "Вариантов не больше " + MOST_OPTIONS)
                .when(choice && said.options().stream().distinct().count() < said.options().size(), "options",
                        "Два варианта одинаковы. Оставьте один")
                .when(isKey && !(scale && Integer.valueOf(1).equals(said.scaleMin()) && Integer.valueOf(10).equals(said.scaleMax())), "kind",
                        "Это ключевой вопрос: он оценивается баллами от 1 до 10. Сначала выберите другой ключевой вопрос")
                .refuse();
        kind = said.kind();
        words = said.words();
        scaleMin = scale ? said.scaleMin().shortValue() : null;
        scaleMax = scale ? said.scaleMax().shortValue() : null;
        options = choice ? said.options().toArray(String[]::new) : null;
        pair = said.pair();
    }

    void changePlaces(QuestionnaireItem other) {
        int mine = position;
        position = other.position;
        other.position = mine;
    }

    boolean isTenPoint() {
        return kind == ItemKind.SCALE && scaleMin == 1 && scaleMax == 10;
    }

    /** The questionnaire's, whose history this is part of; its own is {@link #key}. */
    @Override
    public Long id() {
        return questionnaireId;
    }

    public Long key() {
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
        return words;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Вопрос", words).add("Как отвечают", kind).add("От", scaleMin).add("До", scaleMax)
                .add("Варианты", options == null ? null : String.join("; ", options)).add("Пара", pair);
    }

    @Override
    public int version() {
        return version;
    }

    int position() {
        return position;
    }

    public ItemKind kind() {
        return kind;
    }

    public String words() {
        return words;
    }

    public Short scaleMin() {
        return scaleMin;
    }

    public Short scaleMax() {
        return scaleMax;
    }

    public List<String> options() {
        return options == null ? List.of() : List.of(options);
    }

    public String pair() {
        return pair;
    }

    static Refusal isKey() {
        return new Refusal("Это ключевой вопрос, по нему считается удовлетворённость. Сначала выберите другой");
    }
}
