package ru.smolensk.mentoring.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.Handed;
import ru.smolensk.mentoring.review.Handed.Attached;
import ru.smolensk.mentoring.review.Handed.Item;
import ru.smolensk.mentoring.review.ReviewSubject;
import ru.smolensk.mentoring.review.ReviewedContent;

/** Positions and programmes of organisations as the department reads them: what is known of the document, then the words of its file. */
@Component
class ActUnderReview implements ReviewedContent {

    private static final List<String> COLUMNS = List.of("Абзац", "Содержание");

    private final LocalActRepository acts;
    private final Files files;
    private final ActText text;
    private final Russian russian;

    ActUnderReview(LocalActRepository acts, Files files, ActText text, Russian russian) {
        this.acts = acts;
        this.files = files;
        this.text = text;
        this.russian = russian;
    }

    @Override
    public Set<ReviewSubject> subjects() {
        return Set.of(ReviewSubject.REGULATION, ReviewSubject.ORGANISATION_PROGRAMME);
    }

    @Override
    public Handed content(Tenant tenant, long edition) {
        LocalAct act = acts.findByOrganisationIdAndEditionIdAndAnnulledOnIsNull(tenant.id(), edition).orElseThrow(() -> new Refusal(
                "Документ этой редакции аннулирован. Приложите новый и отправьте на рассмотрение его"));
        StoredFile file = files.saved(tenant, act.paper().fileId());
        StoredFile publicFile = files.saved(tenant, act.paper().publicFileId());
        List<ActText.Paragraph> paragraphs = text.of(file);
        List<Item> items = new ArrayList<>();
        items.add(fact("title", "Название", act.title()));
        items.add(fact("requisites", "Номер и дата", act.requisites()));
        items.add(fact("paper", file == null ? "Ссылка" : "Файл", file == null ? act.link() : file.title()
                + (paragraphs.isEmpty() ? ". Слова из файла прочитать нельзя – откройте его. Отпечаток " + file.sha256().substring(0, 12) : "")));
        items.add(fact("disclosure", "Увидят все", act.paper().disclosure().label()));
        for (int at = 0; at < paragraphs.size(); at++) {
            items.add(new Item(null, paragraphs.get(at).heading(), Integer.toString(at + 1), List.of(paragraphs.get(at).words())));
        }
        return new Handed(act.title() + " " + act.requisites(), COLUMNS, items, Stream.of(attached(file, ""),
                attached(publicFile, " – копия без имён"), act.link() == null ? null : new Attached(null, act.link(), act.link()))
                .filter(Objects::nonNull).toList());
    }

    private static Item fact(String key, String name, String words) {
        return new Item(key, false, name, List.of(words));
    }

    private Attached attached(StoredFile file, String note) {
        return file == null ? null : new Attached(file.id(), null,
                file.name() + ", " + file.type().label() + ", " + russian.size(file.size()) + note);
    }

    @Override
    public String address(Tenant tenant, long edition) {
        return acts.findByOrganisationIdAndEditionIdAndAnnulledOnIsNull(tenant.id(), edition)
                .map(act -> "/workspace/documents/" + act.id()).orElse("/workspace/documents");
    }

    /** The document that is attached already, else the form of a new one. */
    @Override
    public String beginning(Tenant tenant, ReviewSubject subject) {
        ActKind kind = ActKind.valueOf(subject.name());
        return acts.findFirstByOrganisationIdAndKindAndEditionIdIsNullAndAnnulledOnIsNullOrderByDatedOnDescIdDesc(tenant.id(), kind)
                .map(act -> "/workspace/documents/" + act.id()).orElse("/workspace/documents/new?kind=" + kind);
    }
}
