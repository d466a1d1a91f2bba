package ru.smolensk.mentoring.roadmap;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.OptimisticLock;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.TenantEntity;

/**
 * A row of a roadmap. Its key goes on with it into the next edition, so that remarks and differences follow the row wherever it stands; its
 * history is told with that of the roadmap.
 */
@Entity
class RoadmapLine extends TenantEntity implements Audited {

    /** ◆ Nothing of it was done before there was the order. */
    private static final LocalDate EARLIEST = LocalDate.of(2021, 12, 30);

    @Column(updatable = false)
    private long roadmapId;
    /** Whoever moves other rows does not make this row's form stale. */
    @OptimisticLock(excluded = true)
    private int position;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private LineKind kind;
    @Column(updatable = false)
    private String lineKey;
    private String measure;
    private String termText;
    private LocalDate dueOn;
    private String responsible;
    private String result;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    private LocalDate doneOn;
    private Long evidenceActId;
    @Formula("(select a.title from local_act a where a.organisation_id = organisation_id and a.id = evidence_act_id)")
    private String evidenceTitle;
    private String evidenceLink;
    private String note;
    private boolean removed;

    protected RoadmapLine() {
    }

    RoadmapLine(Roadmap roadmap, Roadmaps.Row row) {
        super(roadmap.organisationId());
        this.roadmapId = roadmap.id();
        this.kind = row.kind();
        this.lineKey = UUID.randomUUID().toString();
        write(roadmap, row);
    }

    /** The same row in the next edition: with its key and what has been marked. */
    RoadmapLine(Roadmap next, RoadmapLine before) {
        this(next, before.row());
        this.lineKey = before.lineKey;
        this.position = before.position;
        this.outcome = before.outcome;
        this.doneOn = before.doneOn;
        this.evidenceActId = before.evidenceActId;
        this.evidenceLink = before.evidenceLink;
        this.note = before.note;
    }

    void write(Roadmap roadmap, Roadmaps.Row row) {
        boolean measured = kind == LineKind.MEASURE;
        if (measured) {
            roadmap.expectDueWithin(row.dueOn());
        }
        measure = row.measure();
        termText = measured ? row.termText() : null;
        dueOn = measured ? row.dueOn() == null ? Term.of(row.termText(), roadmap.year()).dueOn() : row.dueOn() : null;
        responsible = measured ? row.responsible() : null;
        result = measured ? row.result() : null;
    }

    Roadmaps.Row row() {
        return new Roadmaps.Row(kind, measure, termText, dueOn, responsible, result);
    }

    void place(int newPosition) {
        position = newPosition;
    }

    void remove() {
        Refusal.when(removed, null, "Эта строка уже удалена");
        removed = true;
    }

    void restore(int newPosition) {
        Refusal.when(!removed, null, "Эта строка на месте");
        removed = false;
        position = newPosition;
    }

    /** Says what has become of the measure; without an outcome the mark is taken off. */
    void mark(Roadmaps.Mark said, String actTitle, LocalDate today) {
        Refusal.when(kind == LineKind.HEADING, null, "Отмечают выполнение мероприятий, а это название раздела");
        Refusal.when(said.outcome() == Outcome.DONE && said.doneOn() == null, "doneOn", "Введите дату, когда мероприятие выполнено");
        Refusal.when(said.doneOn() != null && said.doneOn().isAfter(today), "doneOn", "Эта дата ещё не наступила");
        Refusal.when(said.doneOn() != null && said.doneOn().isBefore(EARLIEST), "doneOn",
                "Раньше приказа о наставничестве, он от " + new Russian().date(EARLIEST) + ". Проверьте год");
        Refusal.when(said.evidenceActId() != null && said.evidenceLink() != null, "evidenceLink",
                "Подтверждает либо документ, либо ссылка. Сотрите ссылку или не выбирайте документ");
        boolean marked = said.outcome() != null;
        outcome = said.outcome();
        doneOn = marked ? said.doneOn() : null;
        evidenceActId = marked ? said.evidenceActId() : null;
        evidenceTitle = marked ? actTitle : null;
        evidenceLink = marked ? said.evidenceLink() : null;
        note = marked ? said.note() : null;
    }

    @Override
    public Subject subject() {
        return Subject.ROADMAP;
    }

    @Override
    public String title() {
        return (kind == LineKind.HEADING ? "раздел «" : "строка «") + measure + "»";
    }

    @Override
    public Facts facts() {
        return new Facts().add(kind == LineKind.HEADING ? "Раздел" : "Мероприятие", measure).add("Срок", termText).add("Выполнить до", dueOn)
                .add("Ответственный", responsible).add("Результат", result).add("Выполнение", outcome).add("Дата", doneOn)
                .add("Документ", evidenceTitle).add("Ссылка", evidenceLink).add("Пояснение", note);
    }

    /** For the journal: what happens to a row happens to its roadmap. */
    Audited inRoadmap() {
        RoadmapLine line = this;
        return new Audited() {
            @Override
            public Long id() {
                return line.roadmapId;
            }

            @Override
            public Long organisationId() {
                return line.organisationId();
            }

            @Override
            public Subject subject() {
                return line.subject();
            }

            @Override
            public String title() {
                return line.title();
            }

            @Override
            public Facts facts() {
                return line.facts();
            }

            @Override
            public int version() {
                return line.version();
            }
        };
    }

    int position() {
        return position;
    }

    String key() {
        return lineKey;
    }

    LineKind kind() {
        return kind;
    }

    Outcome outcome() {
        return outcome;
    }

    LocalDate doneOn() {
        return doneOn;
    }

    Long evidenceActId() {
        return evidenceActId;
    }

    String evidenceLink() {
        return evidenceLink;
    }

    String note() {
        return note;
    }

    boolean removed() {
        return removed;
    }
}
