package ru.smolensk.mentoring.document;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.AnnullableEntity;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.review.ReviewSubject;

/** A document of the organisation (DOMAIN 7): of one kind, with a date and a title, and with a file or a link, exactly one of the two. */
@Entity
class LocalAct extends AnnullableEntity implements Audited {

    @Enumerated(EnumType.STRING)
    private ActKind kind;
    private String number;
    private LocalDate datedOn;
    private String title;
    private Long partnerId;
    // For the history and the page; partners are another module's.
    @Formula("(select p.name from partner_organisation p where p.id = partner_id)")
    private String partnerName;
    @Embedded
    private Paper paper;
    private String link;
    /** The edition under which it is, was or will be reviewed; {@code null} while it never was. */
    private Long editionId;

    protected LocalAct() {
    }

    LocalAct(long organisationId, LocalActs.Description said, String partnerName, Paper paper) {
        super(organisationId);
        describe(said, partnerName, paper);
    }

    void change(LocalActs.Description said, String newPartnerName, Paper newPaper) {
        expectNotAnnulled();
        Refusal.when(editionId != null && said.kind() != kind, "kind", "Документ уже отправляли на рассмотрение: вид изменить нельзя");
        describe(said, newPartnerName, newPaper);
    }

    private void describe(LocalActs.Description said, String newPartnerName, Paper newPaper) {
        Refusal.when(said.kind() == ActKind.ASSIGNMENT_ORDER && kind != ActKind.ASSIGNMENT_ORDER, "kind",
                "Приказы о закреплении вносятся на странице «Приказы»: по ним считаются пары и группы");
        Refusals wrong = new Refusals();
        check(wrong, said.kind(), said.number(), said.partnerId(), newPaper.fileId(), said.link());
        wrong.refuse();
        kind = said.kind();
        number = said.number();
        datedOn = said.datedOn();
        title = said.title();
        partnerId = said.kind() == ActKind.PARTNER_DOCUMENT ? said.partnerId() : null;
        partnerName = partnerId == null ? null : newPartnerName;
        paper = newPaper;
        link = said.link();
    }

    /** From now on it goes through review; the edition stays with it. */
    void sendForReview(long edition) {
        expectReviewed();
        editionId = edition;
    }

    ReviewSubject expectReviewed() {
        expectNotAnnulled();
        Refusal.when(reviewSubject() == null, null, "На экспертизу отправляют положение и программу организации, другие документы – нет");
        return reviewSubject();
    }

    /** What the department examines it as; {@code null} for a kind that is not examined. */
    ReviewSubject reviewSubject() {
        return switch (kind) {
            case REGULATION -> ReviewSubject.REGULATION;
            case ORGANISATION_PROGRAMME -> ReviewSubject.ORGANISATION_PROGRAMME;
            default -> null;
        };
    }

    /** Whether the form says the same as the document does but for what of it the public may see. */
    boolean saysTheSame(LocalActs.Description said) {
        return said.kind() == kind && Objects.equals(said.number(), number) && said.datedOn().equals(datedOn) && said.title().equals(title)
                && Objects.equals(said.link(), link) && Objects.equals(said.paper().fileId(), paper.fileId());
    }

    /** Whether it can be sent for review. */
    public boolean reviewed() {
        return reviewSubject() != null;
    }

    public Long editionId() {
        return editionId;
    }

    /** What a document of this kind cannot do without. */
    static void check(Refusals wrong, ActKind kind, String number, Long partnerId, Long fileId, String link) {
        wrong.when(kind.order() && number == null, "number", "Введите номер приказа; если номера нет, напишите «б/н»");
        wrong.when(kind == ActKind.PARTNER_DOCUMENT && partnerId == null, "partnerId", "Выберите партнёра, участие которого подтверждает документ");
        wrong.when(fileId == null && link == null, "file", "Приложите файл или введите ссылку на документ");
        wrong.when(fileId != null && link != null, "link",
                "У документа может быть либо файл, либо ссылка. Сотрите ссылку или уберите загруженный файл");
    }

    @Override
    public Subject subject() {
        return Subject.LOCAL_ACT;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Facts facts() {
        return paper.addTo(new Facts().add("Вид", kind).add("Номер", number).add("Дата", datedOn).add("Название", title)
                .add("Партнёр", partnerName).add("Ссылка", link))
                .add("Аннулирован", annulledOn());
    }

    /** «№ 14-а от 01.09.2026». */
    public String requisites() {
        return new Russian().paper(number, datedOn);
    }

    public ActKind kind() {
        return kind;
    }

    public String number() {
        return number;
    }

    public LocalDate datedOn() {
        return datedOn;
    }

    /** Whose participation a partner's document confirms; {@code null} for other kinds. */
    public Long partnerId() {
        return partnerId;
    }

    public String partnerName() {
        return partnerName;
    }

    public Paper paper() {
        return paper;
    }

    public String link() {
        return link;
    }
}
