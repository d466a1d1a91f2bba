package ru.smolensk.mentoring.survey;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;

/** Versions of questionnaires: copied, edited as drafts, published and from then on frozen (DOMAIN 6). */
@Service
@Transactional
public class Questionnaires {

    private final QuestionnaireRepository questionnaires;
    private final QuestionnaireItemRepository items;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    Questionnaires(QuestionnaireRepository questionnaires, QuestionnaireItemRepository items, JdbcClient jdbc, Journal journal,
                   PortalClock clock) {
        this.questionnaires = questionnaires;
        this.items = items;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is said of a version as a whole; what measures satisfaction is {@code null} where nothing is measured. */
    record Description(String title, String instruction, SatisfactionMethod method, Integer threshold, Long keyItem) {
    }

    /** A question: the scale's ends with a scale only, options with a choice only; {@code pair} may be {@code null}. */
    record Said(ItemKind kind, String words, Integer scaleMin, Integer scaleMax, List<String> options, String pair) {
    }

    /**
     * Begins the next version of the line as a draft with the same questions.
     *
     * @param id any version of the line
     * @return the draft's identifier
     * @throws Refusal if there is a draft already
     */
    public long copy(long id) {
        Questionnaire former = one(id);
        jdbc.sql("select id from questionnaire where audience = ? and wave is not distinct from cast(? as smallint) for update")
                .params(former.audience().name(), former.wave() == null ? null : former.wave().number()).query(Long.class).list();
        Refusal.when(jdbc.sql("""
                select exists (select from questionnaire where audience = ? and wave is not distinct from cast(? as smallint) and published_on is null)
                """).params(former.audience().name(), former.wave() == null ? null : former.wave().number()).query(Boolean.class).single(),
                null, "Черновик новой версии этой анкеты уже есть. Продолжите в нём или удалите его");
        int number = jdbc.sql("select max(number) + 1 from questionnaire where audience = ? and wave is not distinct from cast(? as smallint)")
                .params(former.audience().name(), former.wave() == null ? null : former.wave().number()).query(Integer.class).single();
        Questionnaire draft = questionnaires.save(new Questionnaire(former, number));
        QuestionnaireItem key = null;
        for (QuestionnaireItem item : items.findByQuestionnaireIdOrderByPosition(id)) {
            QuestionnaireItem copied = items.save(new QuestionnaireItem(draft, item));
            if (item.key().equals(former.keyItem())) {
                key = copied;
            }
        }
        draft.method(former.method(), former.threshold(), key);
        journal.entered(draft);
        return draft.id();
    }

    void describe(long id, Integer version, Description said) {
        Questionnaire draft = one(id);
        draft.expectVersion(version);
        QuestionnaireItem key = said.keyItem() == null ? null : item(id, said.keyItem());
        journal.change(draft, Action.CHANGED, () -> draft.describe(said, key));
    }

    void verify(long id) {
        Questionnaire questionnaire = one(id);
        journal.change(questionnaire, Action.CHANGED, questionnaire::verify);
    }

    void publish(long id) {
        Questionnaire draft = one(id);
        List<QuestionnaireItem> all = items.findByQuestionnaireIdOrderByPosition(id);
        journal.change(draft, Action.PUBLISHED,
                () -> draft.publish(clock.today(), !all.isEmpty(), all.stream().anyMatch(QuestionnaireItem::isTenPoint)));
    }

    /** Takes a draft away; nobody has ever answered it. */
    void discard(long id) {
        Questionnaire draft = one(id);
        draft.expectDraft();
        journal.note(draft, Action.DISCARDED);
        draft.method(null, null, null);
        items.findByQuestionnaireIdOrderByPosition(id).forEach(items::delete);
        questionnaires.delete(draft);
    }

    long add(long id, Said said) {
        Questionnaire draft = draft(id);
        int last = items.findByQuestionnaireIdOrderByPosition(id).stream().mapToInt(QuestionnaireItem::position).max().orElse(0);
        QuestionnaireItem item = items.save(new QuestionnaireItem(draft, last + 1, said));
        journal.entered(item);
        return item.key();
    }

    void edit(long id, long itemId, Integer version, Said said) {
        Questionnaire draft = draft(id);
        QuestionnaireItem item = item(id, itemId);
        item.expectVersion(version);
        journal.change(item, Action.CHANGED, () -> item.write(said, item.key().equals(draft.keyItem())));
    }

    /** Changes places with the neighbour; at an end nothing happens. */
    void move(long id, long itemId, boolean up) {
        draft(id);
        QuestionnaireItem item = item(id, itemId);
        List<QuestionnaireItem> all = items.findByQuestionnaireIdOrderByPosition(id);
        int neighbour = all.indexOf(item) + (up ? -1 : 1);
        if (neighbour >= 0 && neighbour < all.size()) {
            journal.change(item, up ? Action.MOVED_UP : Action.MOVED_DOWN, () -> item.changePlaces(all.get(neighbour)));
        }
    }

    void remove(long id, long itemId) {
        Questionnaire draft = draft(id);
        QuestionnaireItem item = item(id, itemId);
        if (item.key().equals(draft.keyItem())) {
            throw QuestionnaireItem.isKey();
        }
        journal.note(item, Action.REMOVED);
        items.delete(item);
    }

    @Transactional(readOnly = true)
    Questionnaire one(long id) {
        return questionnaires.findById(id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    QuestionnaireItem item(long id, long itemId) {
        return items.findByQuestionnaireIdAndId(id, itemId).orElseThrow(NotFound::new);
    }

    private Questionnaire draft(long id) {
        Questionnaire draft = one(id);
        draft.expectDraft();
        return draft;
    }
}
