package ru.smolensk.mentoring.roadmap;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.document.StoredFile;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;

/** A row of the municipal roadmap. Its words are the order's and never change; the methodologists say how it is carried out. */
@Entity
class MunicipalMeasure implements Audited {

    @Id
    private Long id;
    @Column(updatable = false)
    private String number;
    @Column(updatable = false)
    private String measure;
    @Column(updatable = false)
    private String termText;
    @Column(updatable = false)
    private String executor;
    @Column(updatable = false)
    private String result;

    @Enumerated(EnumType.STRING)
    private MeasureState state;
    private LocalDate doneOn;
    private String responsible;
    private String link;
    private Long fileId;
    @Formula("(select f.name || ', ' || greatest(1, round(f.size / 1024.0)) || ' КБ' from stored_file f where f.id = file_id)")
    private String fileTitle;
    private String note;
    @Version
    private int version;

    protected MunicipalMeasure() {
    }

    void mark(MunicipalRoadmap.Mark said, StoredFile file, LocalDate today) {
        Refusal.when(said.state() == MeasureState.DONE && said.doneOn() == null, "doneOn", "Введите дату, когда мероприятие выполнено");
        Refusal.when(said.state() != MeasureState.DONE && said.doneOn() != null, "doneOn",
                "Дата нужна только выполненному мероприятию. Сотрите её или отметьте, что оно выполнено");
        Refusal.when(said.doneOn() != null && said.doneOn().isAfter(today), "doneOn", "Эта дата ещё не наступила");
        Refusal.when(file != null && said.link() != null, "link",
                "Подтверждает либо файл, либо ссылка. Сотрите ссылку или уберите загруженный файл");
        state = said.state();
        doneOn = said.doneOn();
        responsible = said.responsible();
        link = said.link();
        fileId = file == null ? null : file.id();
        fileTitle = file == null ? null : file.title();
        note = said.note();
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
        return Subject.MUNICIPAL_MEASURE;
    }

    @Override
    public String title() {
        return number + " " + measure;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Состояние", state).add("Выполнено", doneOn).add("Кто отвечает", responsible).add("Ссылка", link)
                .add("Файл", fileTitle).add("Пояснение", note);
    }

    @Override
    public int version() {
        return version;
    }

    public String number() {
        return number;
    }

    public String measure() {
        return measure;
    }

    public String termText() {
        return termText;
    }

    public String executor() {
        return executor;
    }

    public String result() {
        return result;
    }

    public MeasureState state() {
        return state;
    }

    public LocalDate doneOn() {
        return doneOn;
    }

    public String responsible() {
        return responsible;
    }

    public String link() {
        return link;
    }

    public Long fileId() {
        return fileId;
    }

    public String note() {
        return note;
    }

    /** «01.10.2026», or nothing. */
    String typedDate() {
        return new Russian().date(doneOn);
    }
}
