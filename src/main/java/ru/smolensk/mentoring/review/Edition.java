package ru.smolensk.mentoring.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Formula;
import org.springframework.util.StringUtils;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.TenantEntity;
import ru.smolensk.mentoring.review.ReviewState.Move;

/** An edition on its way from the organisation to the methodological department and back (DOMAIN 7). */
@Entity(name = "ReviewEdition")
@Table(name = "review_edition")
class Edition extends TenantEntity implements Audited {

    @Enumerated(EnumType.STRING)
    private ReviewSubject subject;
    private Short academicYear;
    private int number;
    @Enumerated(EnumType.STRING)
    private ReviewState state;
    private Long claimedBy;
    private Instant claimedAt;
    private LocalDate approvedOn;
    private Long approvedBy;
    private LocalDate supersededOn;
    // For the history and the pages; accounts are another module's.
    @Formula("(select a.display_name from account a where a.id = claimed_by)")
    private String claimedByName;

    protected Edition() {
    }

    /** The draft of an edition. */
    Edition(long organisationId, ReviewSubject subject, AcademicYear year, int number) {
        super(organisationId);
        if (subject.ofYear() != (year != null)) {
            throw new IllegalArgumentException(subject + " of the year " + year);
        }
        this.subject = subject;
        this.academicYear = year == null ? null : (short) year.start();
        this.number = number;
        this.state = ReviewState.DRAFT;
    }

    void submit() {
        state.expect(Move.SUBMIT);
        state = ReviewState.SUBMITTED;
    }

    void withdraw() {
        state.expect(Move.WITHDRAW);
        state = ReviewState.WITHDRAWN;
        letGo();
    }

    /** The reviewer reads it: others see by whom it is being read. It may be taken over from somebody else. */
    void claim(SignedIn reviewer, Instant at) {
        state.expect(Move.CLAIM);
        claimedBy = reviewer.accountId();
        claimedByName = reviewer.displayName();
        claimedAt = at;
    }

    void release(SignedIn reviewer) {
        state.expect(Move.CLAIM);
        Refusal.when(claimedBy == null || claimedBy != reviewer.accountId(), null, "Эту редакцию взяли в работу не вы, освободить её нельзя");
        letGo();
    }

    /** Remarks are the claimer's: two people who do not know of each other would write them twice. */
    void expectNotClaimedByAnother(SignedIn reviewer) {
        Refusal.when(claimedBy != null && claimedBy != reviewer.accountId(), null,
                "Эту редакцию взял в работу другой методист – " + claimedByName + ". Договоритесь или возьмите её себе");
    }

    /** The reviewer returns it; it stays theirs, to be read again. */
    void giveBack(SignedIn reviewer, long submittedBy, int remarks, Instant at) {
        state.expect(Move.GIVE_BACK);
        expectReviewer(reviewer, submittedBy);
        Refusal.when(remarks == 0, "whole", "Напишите хотя бы одно замечание – к строке или ко всему: без него организация не узнает, что исправить");
        claim(reviewer, at);
        state = ReviewState.RETURNED;
    }

    void approve(SignedIn reviewer, long submittedBy, int remarks, LocalDate on) {
        state.expect(Move.APPROVE);
        expectReviewer(reviewer, submittedBy);
        Refusal.when(remarks > 0, null,
                "К этой подаче записаны замечания, и после одобрения их никто не увидит. Верните её с ними или сотрите их");
        state = ReviewState.APPROVED;
        approvedOn = on;
        approvedBy = reviewer.accountId();
        letGo();
    }

    private void expectReviewer(SignedIn reviewer, long submittedBy) {
        Refusal.when(reviewer.accountId() == submittedBy, null,
                "Эту редакцию подали вы сами, а рассматривает не тот, кто подал. Попросите другого методиста");
        expectNotClaimedByAnother(reviewer);
    }

    /** The next edition has taken its place, or its document is in force no more. */
    void supersede(LocalDate on) {
        state.expect(Move.SUPERSEDE);
        state = ReviewState.SUPERSEDED;
        supersededOn = on;
    }

    private void letGo() {
        claimedBy = null;
        claimedByName = null;
        claimedAt = null;
    }

    /** Whether a button of that name belongs on the page: the same rule as the refusal's. */
    public boolean may(String move) {
        return state.may(Move.valueOf(move));
    }

    @Override
    public Subject subject() {
        return Subject.REVIEW_EDITION;
    }

    @Override
    public String title() {
        return subject.title(year()) + (number == 1 ? "" : ", редакция " + number);
    }

    @Override
    public Facts facts() {
        return new Facts().add("Редакция", number).add("Состояние", subject.word(state)).add("Взято в работу", claimedByName)
                .add(StringUtils.capitalize(subject.approved()), approvedOn).add("Заменено", supersededOn);
    }

    public ReviewSubject reviewed() {
        return subject;
    }

    /** The academic year of a roadmap; {@code null} for other subjects. */
    public AcademicYear year() {
        return academicYear == null ? null : new AcademicYear(academicYear);
    }

    public int number() {
        return number;
    }

    public ReviewState state() {
        return state;
    }

    public Long claimedBy() {
        return claimedBy;
    }

    public String claimedByName() {
        return claimedByName;
    }

    public Instant claimedAt() {
        return claimedAt;
    }

    public LocalDate approvedOn() {
        return approvedOn;
    }

    public LocalDate supersededOn() {
        return supersededOn;
    }
}
