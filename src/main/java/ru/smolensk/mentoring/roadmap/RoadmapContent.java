package ru.smolensk.mentoring.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.Handed;
import ru.smolensk.mentoring.review.ReviewSubject;
import ru.smolensk.mentoring.review.ReviewedContent;

/** Shows the review what a roadmap says (order 3.2, 4.4). */
@Component
@Transactional(readOnly = true)
class RoadmapContent implements ReviewedContent {

    private static final List<String> COLUMNS = List.of("№", "Мероприятие", "Срок реализации", "Последний день", "Ответственный исполнитель",
            "Результат, вид документа");
    /** A refusal names no more rows than this. */
    private static final int NAMED = 10;

    private final RoadmapRepository roadmaps;
    private final RoadmapLineRepository lines;
    private final Russian russian;

    RoadmapContent(RoadmapRepository roadmaps, RoadmapLineRepository lines, Russian russian) {
        this.roadmaps = roadmaps;
        this.lines = lines;
        this.russian = russian;
    }

    @Override
    public Set<ReviewSubject> subjects() {
        return Set.of(ReviewSubject.ROADMAP);
    }

    @Override
    public Handed content(Tenant tenant, long edition) {
        Roadmap roadmap = of(tenant, edition);
        List<RoadmapLine> standing = lines.findByOrganisationIdAndRoadmapIdAndRemovedFalseOrderByPosition(tenant.id(), roadmap.id());
        Refusal.when(standing.stream().noneMatch(line -> line.kind() == LineKind.MEASURE), null,
                "Подавать ещё нечего: в дорожной карте нет ни одного мероприятия. Добавьте строки и подайте снова");
        Numbers numbers = new Numbers();
        List<Handed.Item> items = new ArrayList<>();
        List<String> unfinished = new ArrayList<>();
        for (RoadmapLine line : standing) {
            String number = numbers.next(line.kind());
            Roadmaps.Row row = line.row();
            if (line.kind() == LineKind.MEASURE && (row.responsible() == null || row.termText() == null && row.dueOn() == null)) {
                unfinished.add(number);
            }
            items.add(item(line.key(), number, row));
        }
        Refusal.when(!unfinished.isEmpty(), null, "Не у всех мероприятий есть срок и ответственный: дополните "
                + (unfinished.size() == 1 ? "строку " : "строки ") + String.join(", ", unfinished.subList(0, Math.min(NAMED, unfinished.size())))
                + (unfinished.size() > NAMED ? " и ещё " + (unfinished.size() - NAMED) : "") + " и подайте снова");
        return new Handed("Дорожная карта " + roadmap.title(), COLUMNS, items);
    }

    private Handed.Item item(String key, String number, Roadmaps.Row row) {
        return row.kind() == LineKind.HEADING ? new Handed.Item(key, true, number, List.of(row.measure()))
                : new Handed.Item(key, false, number, Arrays.asList(row.measure(), row.termText(), russian.date(row.dueOn()),
                row.responsible(), row.result()));
    }

    @Override
    public String address(Tenant tenant, long edition) {
        return RoadmapPages.HOME + "/" + of(tenant, edition).id();
    }

    @Override
    public String beginning(Tenant tenant, ReviewSubject subject) {
        return RoadmapPages.HOME;
    }

    private Roadmap of(Tenant tenant, long edition) {
        return roadmaps.findByOrganisationIdAndEditionId(tenant.id(), edition).orElseThrow(NotFound::new);
    }
}
