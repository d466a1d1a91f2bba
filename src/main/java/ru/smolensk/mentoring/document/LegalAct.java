package ru.smolensk.mentoring.document;

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
import ru.smolensk.mentoring.platform.Russian;

/** A legal act that every section «Наставничество» refers to (block 1), with a file or a link, exactly one of the two. */
@Entity
class LegalAct implements Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;
    @Enumerated(EnumType.STRING)
    private LegalLevel level;
    private String issuer;
    private String number;
    private LocalDate datedOn;
    private String title;
    private Long fileId;
    @Formula("(select f.name from stored_file f where f.id = file_id)")
    private String fileName;
    @Formula("(select f.size from stored_file f where f.id = file_id)")
    private Long fileSize;
    private String link;
    private LocalDate annulledOn;
    private String annulmentReason;
    @Version
    private int version;

    protected LegalAct() {
    }

    LegalAct(LegalActs.Description said, StoredFile file) {
        describe(said, file);
    }

    void change(LegalActs.Description said, StoredFile file) {
        expectNotAnnulled();
        describe(said, file);
    }

    void annul(LocalDate today, String reason) {
        expectNotAnnulled();
        annulledOn = today;
        annulmentReason = reason;
    }

    private void expectNotAnnulled() {
        Refusal.when(annulled(), null, "Этот акт аннулирован, изменить его нельзя");
    }

    private void describe(LegalActs.Description said, StoredFile file) {
        Refusal.when(file == null && said.link() == null, "link", "Введите ссылку на акт или приложите файл");
        Refusal.when(file != null && said.link() != null, "link",
                "У акта может быть либо файл, либо ссылка. Сотрите ссылку или уберите загруженный файл");
        level = said.level();
        issuer = said.issuer();
        number = said.number();
        datedOn = said.datedOn();
        title = said.title();
        fileId = file == null ? null : file.id();
        fileName = file == null ? null : file.name();
        fileSize = file == null ? null : file.size();
        link = said.link();
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
        return Subject.LEGAL_ACT;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Уровень", level).add("Кто издал", issuer).add("Номер", number).add("Дата", datedOn).add("Название", title)
                .add("Файл", StoredFile.title(fileName, fileSize)).add("Ссылка", link).add("Аннулирован", annulledOn);
    }

    @Override
    public int version() {
        return version;
    }

    /** «№ 475 от 30.12.2021». */
    public String requisites() {
        return new Russian().paper(number, datedOn);
    }

    public LegalLevel level() {
        return level;
    }

    public String issuer() {
        return issuer;
    }

    public String number() {
        return number;
    }

    public LocalDate datedOn() {
        return datedOn;
    }

    public Long fileId() {
        return fileId;
    }

    public String link() {
        return link;
    }

    public boolean annulled() {
        return annulledOn != null;
    }

    public LocalDate annulledOn() {
        return annulledOn;
    }

    public String annulmentReason() {
        return annulmentReason;
    }
}
