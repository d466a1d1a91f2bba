package ru.smolensk.mentoring.review;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.account.Role;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * Carries editions between organisations and the methodological department (DOMAIN 7). A move that the state does not allow, a decision of
 * somebody who is no methodologist, one of the own submission: each is refused here, from wherever it is asked.
 */
@Service
@Transactional
public class Reviews {

    /** ◆ More remarks than this at once help nobody. */
    static final int MOST_REMARKS = 100;

    private static final Set<ReviewState> OPEN =
            Set.of(ReviewState.DRAFT, ReviewState.SUBMITTED, ReviewState.RETURNED, ReviewState.WITHDRAWN);

    private final EditionRepository editions;
    private final Submissions submissions;
    private final RemarkRepository remarks;
    private final ObjectProvider<ReviewedContent> owners;
    private final ApplicationEventPublisher events;
    private final Journal journal;
    private final PortalClock clock;
    private final Russian russian;

    Reviews(EditionRepository editions, Submissions submissions, RemarkRepository remarks, ObjectProvider<ReviewedContent> owners,
            ApplicationEventPublisher events, Journal journal, PortalClock clock, Russian russian) {
        this.editions = editions;
        this.submissions = submissions;
        this.remarks = remarks;
        this.owners = owners;
        this.events = events;
        this.journal = journal;
        this.clock = clock;
        this.russian = russian;
    }

    /**
     * What the curator answers to a remark.
     *
     * @param words why it was not heeded; may be {@code null} if it was
     */
    public record Answered(long remark, Answer answer, String words) {
    }

    // ---- The organisation ------------------------------------------------------------------------------------------------

    /**
     * Starts an edition.
     *
     * @param year of a roadmap; {@code null} for other subjects
     * @return its identifier
     * @throws Refusal if one that is not approved yet is there already
     */
    public long draft(Tenant tenant, ReviewSubject subject, AcademicYear year) {
        Short start = start(year);
        Refusal.when(!editions.find(tenant.id(), subject, start, OPEN).isEmpty(), null,
                "Редакция, которая ещё не одобрена, уже есть. Откройте её на странице «Рассмотрение» и продолжите в ней");
        Edition edition = editions.save(
                new Edition(tenant.id(), subject, year, editions.lastNumber(tenant.id(), subject, start) + 1));
        // So that whoever comes at the same moment is refused here, in words.
        editions.flush();
        journal.entered(edition);
        return edition.id();
    }

    /**
     * Hands the edition in, as its owner shows it now.
     *
     * @throws Refusal if the state does not allow it, a remark has no answer, or the owner finds the content not finished
     */
    public void submit(Tenant tenant, long id) {
        SignedIn curator = expect(Role.CURATOR);
        Edition edition = held(tenant, id);
        edition.state().expect(ReviewState.Move.SUBMIT);
        int unanswered = unanswered(tenant, id);
        Refusal.when(unanswered > 0, null, "Без ответа " + russian.count(unanswered, "замечание", "замечания", "замечаний")
                + ". Ответьте на каждое – «учтено» или «не учтено, потому что …» – и подайте снова");
        Handed content = recognised(edition, owner(edition.reviewed()).content(tenant, id));
        Refusal.when(content.items().isEmpty(), null, "Подавать ещё нечего: заполните и подайте снова");
        journal.change(edition, Action.SUBMITTED, edition::submit);
        Submission submission = submissions.add(edition, content, clock.instant(), curator.accountId());
        events.publishEvent(new Submitted(tenant, id, edition.reviewed(), edition.year(), submission.number(), curator.accountId(),
                edition.claimedBy()));
    }

    private Handed recognised(Edition edition, Handed content) {
        Set<String> keys = new HashSet<>();
        for (Handed.Item item : content.items()) {
            if (item.key() != null && !(item.key().matches(Handed.Item.KEY) && keys.add(item.key()))) {
                throw new IllegalArgumentException("the key of a row: " + item.key());
            }
        }
        List<Handed.Item> items = content.items();
        if (items.stream().anyMatch(item -> item.key() == null)) {
            items = submissions.lastContent(edition).map(before -> Difference.recognised(before, content.items()))
                    .orElseGet(() -> items(content));
        }
        return new Handed(content.title(), content.columns(), items, content.files());
    }

    private static List<Handed.Item> items(Handed content) {
        return content.items().stream().map(item -> item.key() == null ? item.keyed(newKey()) : item).toList();
    }

    /** A key that no row had before. */
    static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** Takes back what waits for a decision. What a reviewer has written to it stays with the submission, for the department alone. */
    public void withdraw(Tenant tenant, long id) {
        SignedIn curator = expect(Role.CURATOR);
        Edition edition = held(tenant, id);
        Submission waiting = waiting(edition, ReviewState.Move.WITHDRAW);
        Long claimedBy = edition.claimedBy();
        journal.change(edition, Action.WITHDRAWN, edition::withdraw);
        submissions.decide(tenant.id(), waiting.id(), Submission.Outcome.WITHDRAWN, clock.instant(), curator.accountId(), null);
        events.publishEvent(new Withdrawn(tenant, id, edition.reviewed(), edition.year(), curator.accountId(), claimedBy));
    }

    /**
     * Answers remarks of a returned edition; they may be answered otherwise until it is handed in again.
     *
     * @throws Refusal if a remark is declined without words, or the edition is not with the organisation
     * @throws NotFound if a remark is not one of this edition's
     */
    public void answer(Tenant tenant, long id, List<Answered> answers) {
        SignedIn curator = expect(Role.CURATOR);
        Edition edition = held(tenant, id);
        Refusal.when(!edition.state().editable(), null, edition.state().sentence() + ": отвечать на замечания сейчас не нужно");
        Instant now = clock.instant();
        Submission returned = lastReturned(tenant, id).orElseThrow(NotFound::new);
        for (Answered given : answers) {
            Remark remark = remarks.findByOrganisationIdAndId(tenant.id(), given.remark())
                    .filter(one -> one.submissionId() == returned.id()).orElseThrow(NotFound::new);
            if (remark.answer() != given.answer() || !Objects.equals(remark.answerWords(), given.words())) {
                journal.change(remark, Action.ANSWERED, () -> remark.answer(given.answer(), given.words(), curator, now));
            }
        }
    }

    /**
     * Throws away a draft that nobody has been shown: begun by mistake, for the wrong year. Its owner has taken its content away before.
     *
     * @throws Refusal if it was handed in, be it only once
     */
    public void discard(Tenant tenant, long id) {
        expect(Role.CURATOR);
        Edition edition = held(tenant, id);
        Refusal.when(edition.state() != ReviewState.DRAFT, null, edition.state().sentence() + ": удалить можно только черновик, который ещё не подавали");
        journal.note(edition, Action.DISCARDED);
        editions.delete(edition);
    }

    /** An approved edition whose document is in force no more; the next edition would do the same. */
    public void retire(Tenant tenant, long id) {
        Edition edition = held(tenant, id);
        journal.change(edition, Action.SUPERSEDED, () -> edition.supersede(clock.today()));
    }

    /** What the organisation must not change while it is being reviewed or once it is approved: call it before every change. */
    public void expectEditable(Tenant tenant, long id) {
        ReviewState state = held(tenant, id).state();
        Refusal.when(!state.editable(), null, state == ReviewState.SUBMITTED
                ? "Сейчас это читает методический отдел. Чтобы исправить, сначала отзовите с рассмотрения"
                : state.sentence() + ". Чтобы что-то изменить, начните новую редакцию");
    }

    // ---- The methodological department -----------------------------------------------------------------------------------

    /** Takes the edition to read, from another methodologist too. */
    public void claim(Tenant tenant, long id) {
        SignedIn reviewer = expect(Role.METHODOLOGIST);
        Edition edition = held(tenant, id);
        waiting(edition, ReviewState.Move.CLAIM);
        if (edition.claimedBy() == null || edition.claimedBy() != reviewer.accountId()) {
            journal.change(edition, Action.CLAIMED, () -> edition.claim(reviewer, clock.instant()));
        }
    }

    /** Lets others read it. */
    public void release(Tenant tenant, long id) {
        SignedIn reviewer = expect(Role.METHODOLOGIST);
        Edition edition = held(tenant, id);
        waiting(edition, ReviewState.Move.CLAIM);
        journal.change(edition, Action.RELEASED, () -> edition.release(reviewer));
    }

    /**
     * Writes remarks to the waiting submission, one to a row at most; the organisation does not see them before it is returned. Whoever
     * writes the first one has claimed the edition.
     *
     * @param submission which one was read
     * @param said words by the key of the row, the empty key for the whole; words of {@code null} take the remark away
     * @throws Refusal if another has claimed it, or a decision has been taken meanwhile
     */
    public void remark(Tenant tenant, long id, long submission, Map<String, String> said) {
        SignedIn reviewer = expect(Role.METHODOLOGIST);
        Edition edition = held(tenant, id);
        Submission waiting = read(edition, submission, ReviewState.Move.GIVE_BACK);
        edition.expectNotClaimedByAnother(reviewer);
        boolean changed = false;
        Handed content = null;
        for (Map.Entry<String, String> one : said.entrySet()) {
            String key = one.getKey().isEmpty() ? null : one.getKey();
            Remark remark = remarks.at(tenant.id(), waiting.id(), key).orElse(null);
            if (one.getValue() == null && remark != null) {
                strike(remark);
                changed = true;
            } else if (one.getValue() != null && remark == null) {
                content = content == null ? submissions.content(tenant.id(), waiting.id()) : content;
                Handed.Item item = key == null ? null : item(tenant, waiting, content, key);
                journal.entered(remarks.save(new Remark(tenant.id(), waiting.id(), item, item == null ? null : item.title(content.columns().get(0)),
                        one.getValue(), reviewer, clock.instant())));
                changed = true;
            } else if (one.getValue() != null && !remark.words().equals(one.getValue())) {
                journal.change(remark, Action.CHANGED, () -> remark.write(one.getValue(), reviewer, clock.instant()));
                changed = true;
            }
        }
        Refusal.when(remarks.findByOrganisationIdAndSubmissionIdOrderById(tenant.id(), waiting.id()).size() > MOST_REMARKS, null,
                "Замечаний больше " + MOST_REMARKS + ". Напишите главное ко всему документу");
        if (changed && edition.claimedBy() == null) {
            journal.change(edition, Action.CLAIMED, () -> edition.claim(reviewer, clock.instant()));
        }
    }

    /** A remark may also speak of a row that is gone from what was handed in before. */
    private Handed.Item item(Tenant tenant, Submission waiting, Handed content, String key) {
        return content.item(key).or(() -> submissions.before(tenant.id(), waiting.id())
                .flatMap(before -> submissions.content(tenant.id(), before.id()).item(key))).orElseThrow(NotFound::new);
    }

    private void strike(Remark remark) {
        journal.note(remark, Action.DISCARDED);
        remarks.delete(remark);
    }

    /**
     * Returns what was handed in, with the remarks written to it.
     *
     * @param submission which one was read
     * @param words to the decision, or {@code null}
     * @throws Refusal if there is no remark, another has claimed it, the reviewer is the submitter, or a decision has been taken meanwhile
     */
    public void giveBack(Tenant tenant, long id, long submission, String words) {
        SignedIn reviewer = expect(Role.METHODOLOGIST);
        Edition edition = held(tenant, id);
        Submission waiting = read(edition, submission, ReviewState.Move.GIVE_BACK);
        int written = written(tenant, waiting);
        journal.change(edition, Action.GIVEN_BACK, words, () -> edition.giveBack(reviewer, waiting.submittedBy(), written, clock.instant()));
        submissions.decide(tenant.id(), waiting.id(), Submission.Outcome.RETURNED, clock.instant(), reviewer.accountId(), words);
        events.publishEvent(new GivenBack(tenant, id, edition.reviewed(), edition.year(), waiting.submittedBy(), reviewer.accountId(),
                written, words));
    }

    /**
     * Approves what was handed in; it takes the place of the edition approved before.
     *
     * @param submission which one was read
     * @param words to the decision, or {@code null}
     * @throws Refusal if remarks are written to it, another has claimed it, the reviewer is the submitter, or a decision has been taken
     *     meanwhile
     */
    public void approve(Tenant tenant, long id, long submission, String words) {
        SignedIn reviewer = expect(Role.METHODOLOGIST);
        Edition edition = held(tenant, id);
        Submission waiting = read(edition, submission, ReviewState.Move.APPROVE);
        Edition before = editions.find(tenant.id(), edition.reviewed(), start(edition.year()), Set.of(ReviewState.APPROVED)).stream()
                .findFirst().orElse(null);
        if (before != null) {
            journal.change(before, Action.SUPERSEDED, () -> before.supersede(clock.today()));
            // The database lets one edition of a subject be approved: the old one must have gone before the new one comes.
            editions.flush();
        }
        journal.change(edition, Action.APPROVED, words,
                () -> edition.approve(reviewer, waiting.submittedBy(), written(tenant, waiting), clock.today()));
        submissions.decide(tenant.id(), waiting.id(), Submission.Outcome.APPROVED, clock.instant(), reviewer.accountId(), words);
        events.publishEvent(new Approved(tenant, id, edition.reviewed(), edition.year(), waiting.submittedBy(), reviewer.accountId(),
                before == null ? null : before.id(), words));
    }

    /** What a button of the reviewer's page asks: first the remarks, then the decision, both or neither. */
    void carryOut(Tenant tenant, long id, DeskPages.Verdict verdict, DeskForm form) {
        long submission = form.submission() == null ? 0 : form.submission();
        if (verdict == DeskPages.Verdict.CLAIM) {
            claim(tenant, id);
        }
        if (form.submission() != null || verdict.decides()) {
            remark(tenant, id, submission, form.toCommand());
        }
        switch (verdict) {
            case RELEASE -> release(tenant, id);
            case RETURN -> giveBack(tenant, id, submission, form.words());
            case APPROVE -> approve(tenant, id, submission, form.words());
            default -> { }
        }
    }

    private int written(Tenant tenant, Submission waiting) {
        return remarks.findByOrganisationIdAndSubmissionIdOrderById(tenant.id(), waiting.id()).size();
    }

    /** The submission that the reviewer has read, if it still waits. */
    private Submission read(Edition edition, long submission, ReviewState.Move move) {
        Submission waiting = waiting(edition, move);
        if (waiting.id() != submission) {
            throw new Overtaken("Пока вы читали, организация отозвала эту редакцию и подала снова – "
                    + russian.moment(waiting.submittedAt()) + ". Прочитайте, что изменилось, и решите ещё раз");
        }
        return waiting;
    }

    /** The submission that waits for a decision; a refusal that says who has decided what, if it does not wait any more. */
    private Submission waiting(Edition edition, ReviewState.Move move) {
        Submission last = submissions.last(edition.organisationId(), edition.id()).orElse(null);
        if (!edition.state().may(move) && last != null && !last.waiting()) {
            throw new Overtaken((last.outcome() == Submission.Outcome.WITHDRAWN ? "Организация отозвала эту редакцию: "
                    : "Решение уже есть – " + last.outcome().label() + ": ") + last.decidedByName() + ", " + russian.moment(last.decidedAt())
                    + ". Ваше действие не выполнено, ничего не изменилось");
        }
        edition.state().expect(move);
        return last;
    }

    // ---- Questions -------------------------------------------------------------------------------------------------------

    /** The state of an edition. */
    @Transactional(readOnly = true)
    public ReviewState stateOf(Tenant tenant, long id) {
        return one(tenant, id).state();
    }

    /** Whether the organisation may change what the edition says: for pages. A change calls {@link #expectEditable}. */
    @Transactional(readOnly = true)
    public boolean editable(Tenant tenant, long id) {
        return stateOf(tenant, id).editable();
    }

    /** How an edition stands: for the page of what is reviewed; shown by {@code ~{review/parts :: standing(${standing})}}. */
    @Transactional(readOnly = true)
    public ReviewStanding standing(Tenant tenant, long id) {
        return ReviewStanding.of(one(tenant, id), submissions.of(tenant.id(), id));
    }

    /** The edition that is not approved yet. */
    @Transactional(readOnly = true)
    public Optional<Long> open(Tenant tenant, ReviewSubject subject, AcademicYear year) {
        return editions.find(tenant.id(), subject, start(year), OPEN).stream().findFirst().map(Edition::id);
    }

    /** The edition in force. */
    @Transactional(readOnly = true)
    public Optional<Long> approved(Tenant tenant, ReviewSubject subject, AcademicYear year) {
        return editions.find(tenant.id(), subject, start(year), Set.of(ReviewState.APPROVED)).stream().findFirst().map(Edition::id);
    }

    @Transactional(readOnly = true)
    Edition one(Tenant tenant, long id) {
        return editions.findByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
    }

    private int unanswered(Tenant tenant, long id) {
        return lastReturned(tenant, id).map(Submission::unanswered).orElse(0);
    }

    /** The submission whose remarks are to be answered. */
    private Optional<Submission> lastReturned(Tenant tenant, long id) {
        return submissions.of(tenant.id(), id).stream().filter(one -> one.outcome() == Submission.Outcome.RETURNED).findFirst();
    }

    boolean owned(ReviewSubject subject) {
        return owners.stream().anyMatch(owner -> owner.subjects().contains(subject));
    }

    ReviewedContent owner(ReviewSubject subject) {
        return owners.stream().filter(owner -> owner.subjects().contains(subject)).findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody owns " + subject));
    }

    private Edition held(Tenant tenant, long id) {
        return editions.hold(tenant.id(), id).orElseThrow(NotFound::new);
    }

    private static Short start(AcademicYear year) {
        return year == null ? null : (short) year.start();
    }

    private static SignedIn expect(Role role) {
        SignedIn user = (SignedIn) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        Refusal.when(!user.role().equals(role.name()), null, role == Role.METHODOLOGIST
                ? "Решение принимает методист. Ваша роль позволяет только читать" : "Подаёт и отзывает куратор организации");
        return user;
    }
}
