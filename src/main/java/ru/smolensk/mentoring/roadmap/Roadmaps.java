package ru.smolensk.mentoring.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.Approved;
import ru.smolensk.mentoring.review.ReviewState;
import ru.smolensk.mentoring.review.ReviewSubject;
import ru.smolensk.mentoring.review.Reviews;

/**
 * Draws up the roadmaps of an organisation and marks how they are carried out. Whether one may be changed is said by the state of its
 * edition: a submitted or approved one is locked, only the marks of an approved one move on.
 */
@Service
@Transactional
public class Roadmaps {

    private final RoadmapRepository roadmaps;
    private final RoadmapLineRepository lines;
    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    Roadmaps(RoadmapRepository roadmaps, RoadmapLineRepository lines, Reviews reviews, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.roadmaps = roadmaps;
        this.lines = lines;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a row says. A heading has nothing but its words.
     *
     * @param measure the measure, or the words of the heading
     * @param termText when, in the roadmap's own words; may be {@code null}
     * @param dueOn the last day, within the academic year; without it the one that the words of the term mean, if they mean one
     */
    public record Row(LineKind kind, String measure, String termText, LocalDate dueOn, String responsible, String result) {

        public static Row heading(String words) {
            return new Row(LineKind.HEADING, words, null, null, null, null);
        }

        /** The whole row in a line of the history. */
        String inWords() {
            return Stream.of(measure, termText, responsible, result).filter(Objects::nonNull).collect(Collectors.joining(" · "));
        }
    }

    /**
     * What has become of a measure.
     *
     * @param outcome {@code null} takes the mark off
     * @param evidenceActId a document of the organisation, or {@code null}
     * @param evidenceLink {@code https://…} instead of a document, or {@code null}
     */
    public record Mark(Outcome outcome, LocalDate doneOn, Long evidenceActId, String evidenceLink, String note) {
    }

    /**
     * Starts the roadmap of an academic year.
     *
     * @return its identifier
     * @throws Refusal at {@code year} if the year has one, at {@code source} if there is nothing to begin with
     */
    public long create(Tenant tenant, AcademicYear year, Source source) {
        Refusal.when(reviews.open(tenant, ReviewSubject.ROADMAP, year).isPresent(), "year",
                "На " + year + " учебный год дорожная карта уже составляется. Откройте её и продолжите");
        Refusal.when(reviews.approved(tenant, ReviewSubject.ROADMAP, year).isPresent(), "year",
                "На " + year + " учебный год дорожная карта уже согласована. Чтобы изменить её, начните новую редакцию на её странице");
        Roadmap roadmap = start(tenant, year);
        addAll(roadmap, beginning(tenant, roadmap, source));
        return roadmap.id();
    }

    /**
     * Starts the next edition of an approved roadmap: a draft with the same rows.
     *
     * @return its identifier
     * @throws Refusal if the roadmap is not approved or its next edition is there already
     */
    public long amend(Tenant tenant, long id) {
        Roadmap approved = one(tenant, id);
        Refusal.when(reviews.stateOf(tenant, approved.editionId()) != ReviewState.APPROVED, null,
                "Новую редакцию начинают с согласованной дорожной карты");
        Refusal.when(reviews.open(tenant, ReviewSubject.ROADMAP, approved.year()).isPresent(), null,
                "Новая редакция уже составляется. Откройте её и продолжите");
        Roadmap next = start(tenant, approved.year());
        standing(tenant, approved.id()).forEach(line -> lines.save(new RoadmapLine(next, line)));
        return next.id();
    }

    /**
     * Throws away a draft that was never handed in, with its rows; the journal remembers that there was one.
     *
     * @throws Refusal if it was handed in once
     */
    void discard(Tenant tenant, long id) {
        Roadmap draft = editable(tenant, id);
        journal.note(draft, Action.DISCARDED);
        jdbc.sql("delete from roadmap_line where organisation_id = ? and roadmap_id = ?").params(tenant.id(), id).update();
        roadmaps.delete(draft);
        roadmaps.flush();
        reviews.discard(tenant, draft.editionId());
    }

    private Roadmap start(Tenant tenant, AcademicYear year) {
        long edition = reviews.draft(tenant, ReviewSubject.ROADMAP, year);
        Roadmap roadmap = roadmaps.save(new Roadmap(tenant.id(), edition, year));
        journal.entered(roadmap);
        return roadmap;
    }

    /** Fills an empty draft. */
    void fill(Tenant tenant, long id, Source source) {
        Roadmap roadmap = editable(tenant, id);
        Refusal.when(!standing(tenant, id).isEmpty(), null, "В дорожной карте уже есть строки. Образец можно взять только в пустую");
        addAll(roadmap, beginning(tenant, roadmap, source));
    }

    /**
     * Adds rows at the end of a draft.
     *
     * @throws Refusal if they are too many or a date is out of the year
     */
    public void add(Tenant tenant, long id, List<Row> rows) {
        addAll(editable(tenant, id), rows);
    }

    private void addAll(Roadmap roadmap, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        expectRoom(roadmap, rows.size());
        int last = standing(roadmap).stream().mapToInt(RoadmapLine::position).max().orElse(0);
        for (Row row : rows) {
            RoadmapLine line = new RoadmapLine(roadmap, row);
            line.place(++last);
            lines.save(line);
        }
        journal.entered(new AddedRows(roadmap, rows));
    }

    private void expectRoom(Roadmap roadmap, int more) {
        int there = standing(roadmap).size();
        Refusal.when(there + more > Roadmap.MOST_LINES, null, "В дорожной карте не больше " + Roadmap.MOST_LINES + " строк, а стало бы "
                + (there + more) + ". Уберите лишние строки");
    }

    /**
     * Adds a row to a draft.
     *
     * @param after the row above it; {@code null} puts it at the end
     * @return its identifier
     */
    public long add(Tenant tenant, long id, Long after, Row row) {
        Roadmap roadmap = editable(tenant, id);
        expectRoom(roadmap, 1);
        RoadmapLine line = new RoadmapLine(roadmap, row);
        put(tenant, line, after);
        journal.entered(lines.save(line).inRoadmap());
        return line.id();
    }

    /**
     * Writes a row of a draft anew.
     *
     * @param change makes the new row of the one that is there
     */
    public void edit(Tenant tenant, long id, long lineId, UnaryOperator<Row> change) {
        Roadmap roadmap = editable(tenant, id);
        RoadmapLine line = standingLine(tenant, id, lineId);
        edit(roadmap, line, change.apply(line.row()));
    }

    /** The same from a form, which may have become stale. */
    void edit(Tenant tenant, long id, long lineId, Integer version, Row row) {
        Roadmap roadmap = editable(tenant, id);
        RoadmapLine line = standingLine(tenant, id, lineId);
        line.expectVersion(version);
        edit(roadmap, line, row);
    }

    private void edit(Roadmap roadmap, RoadmapLine line, Row row) {
        if (!line.row().equals(row)) {
            journal.change(line.inRoadmap(), Action.CHANGED, () -> line.write(roadmap, row));
        }
    }

    long duplicate(Tenant tenant, long id, long lineId) {
        Row row = standingLine(tenant, id, lineId).row();
        return add(tenant, id, lineId, row);
    }

    /** Moves a row over its neighbour; the first row stays the first, the last the last. */
    void move(Tenant tenant, long id, long lineId, boolean up) {
        editable(tenant, id);
        RoadmapLine line = standingLine(tenant, id, lineId);
        List<RoadmapLine> all = standing(tenant, id);
        int at = all.indexOf(line);
        int to = at + (up ? -1 : 1);
        if (to >= 0 && to < all.size()) {
            int place = line.position();
            line.place(all.get(to).position());
            all.get(to).place(place);
            journal.note(line.inRoadmap(), up ? Action.MOVED_UP : Action.MOVED_DOWN);
        }
    }

    void remove(Tenant tenant, long id, long lineId) {
        editable(tenant, id);
        RoadmapLine line = line(tenant, id, lineId);
        journal.note(line.inRoadmap(), Action.REMOVED);
        line.remove();
    }

    /** Puts a removed row back to where it stood. */
    void restore(Tenant tenant, long id, long lineId) {
        Roadmap roadmap = editable(tenant, id);
        RoadmapLine line = line(tenant, id, lineId);
        expectRoom(roadmap, 1);
        List<RoadmapLine> all = standing(tenant, id);
        List<RoadmapLine> below = all.stream().filter(other -> other.position() >= line.position()).toList();
        int place = below.isEmpty() ? all.stream().mapToInt(RoadmapLine::position).max().orElse(0) + 1 : line.position();
        below.forEach(other -> other.place(other.position() + 1));
        line.restore(place);
        journal.note(line.inRoadmap(), Action.PUT_BACK);
    }

    private void put(Tenant tenant, RoadmapLine line, Long after) {
        List<RoadmapLine> all = standing(tenant, line.inRoadmap().id());
        if (after == null) {
            line.place(all.stream().mapToInt(RoadmapLine::position).max().orElse(0) + 1);
        } else {
            int place = standingLine(tenant, line.inRoadmap().id(), after).position();
            line.place(place + 1);
            all.stream().filter(other -> other.position() > place).forEach(other -> other.place(other.position() + 1));
        }
    }

    /**
     * Marks a measure of an approved roadmap as done or not done.
     *
     * @throws Refusal at the field that is wrong, or of the whole if the roadmap is not approved
     */
    public void mark(Tenant tenant, long id, long lineId, Mark said) {
        mark(tenant, id, line(tenant, id, lineId), said);
    }

    /** The same from a form, which may have become stale. */
    void mark(Tenant tenant, long id, long lineId, Integer version, Mark said) {
        RoadmapLine line = line(tenant, id, lineId);
        line.expectVersion(version);
        mark(tenant, id, line, said);
    }

    private void mark(Tenant tenant, long id, RoadmapLine line, Mark said) {
        Refusal.when(reviews.stateOf(tenant, one(tenant, id).editionId()) != ReviewState.APPROVED, null,
                "Выполнение отмечают в согласованной дорожной карте");
        String title = said.evidenceActId() == null ? null : jdbc.sql("select title from local_act where organisation_id = ? and id = ?")
                .params(tenant.id(), said.evidenceActId()).query(String.class).optional().orElseThrow(NotFound::new);
        journal.change(line.inRoadmap(), Action.MARKED, () -> line.mark(said, title, clock.today()));
    }

    /** What was marked while the next edition was being drawn up and read stays marked: the row is the same by its key. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Approved approved) {
        if (approved.subject() == ReviewSubject.ROADMAP && approved.superseded() != null) {
            lines.flush();
            jdbc.sql("""
                    update roadmap_line n
                       set outcome = b.outcome, done_on = b.done_on, evidence_act_id = b.evidence_act_id, evidence_link = b.evidence_link,
                           note = b.note, version = n.version + 1
                      from roadmap_line b
                      join roadmap before on before.organisation_id = b.organisation_id and before.id = b.roadmap_id
                      join roadmap after on after.organisation_id = before.organisation_id and after.edition_id = :after
                     where before.organisation_id = :organisation and before.edition_id = :before
                       and n.organisation_id = after.organisation_id and n.roadmap_id = after.id and n.line_key = b.line_key
                       and n.kind = 'MEASURE' and not n.removed
                    """).param("organisation", approved.tenant().id()).param("before", approved.superseded())
                    .param("after", approved.edition()).update();
        }
    }

    private List<Row> beginning(Tenant tenant, Roadmap roadmap, Source source) {
        return switch (source) {
            case TEMPLATE -> Template.rows(roadmap.year());
            case LAST_YEAR -> ofYearBefore(tenant, roadmap.year());
            case EMPTY, PASTE -> List.of();
        };
    }

    private List<Row> ofYearBefore(Tenant tenant, AcademicYear year) {
        Roadmap before = newestBefore(tenant, year).flatMap(id -> roadmaps.findByOrganisationIdAndId(tenant.id(), id)).orElse(null);
        Refusal.when(before == null, "source", "Дорожной карты прошлых лет в портале нет. Выберите другое начало");
        int years = year.start() - before.year().start();
        return standing(tenant, before.id()).stream().map(line -> LaterYear.row(line.row(), years)).toList();
    }

    /** The newest roadmap of an earlier year: the approved edition if there is one. */
    @Transactional(readOnly = true)
    Optional<Long> newestBefore(Tenant tenant, AcademicYear year) {
        return jdbc.sql("""
                select r.id from roadmap r
                  join review_edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id
                 where r.organisation_id = :organisation and r.academic_year < :year
                   and exists (select from roadmap_line l where l.organisation_id = r.organisation_id and l.roadmap_id = r.id and not l.removed)
                 order by r.academic_year desc, e.state = 'APPROVED' desc, e.number desc limit 1
                """).param("organisation", tenant.id()).param("year", year.start()).query(Long.class).optional();
    }

    @Transactional(readOnly = true)
    Roadmap one(Tenant tenant, long id) {
        return roadmaps.findByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    RoadmapLine line(Tenant tenant, long id, long lineId) {
        return lines.findByOrganisationIdAndRoadmapIdAndId(tenant.id(), id, lineId).orElseThrow(NotFound::new);
    }

    /** A roadmap that may be changed now; its edition is held until the change is written, so that nobody hands it in meanwhile. */
    private Roadmap editable(Tenant tenant, long id) {
        Roadmap roadmap = one(tenant, id);
        reviews.expectEditable(tenant, roadmap.editionId());
        return roadmap;
    }

    private RoadmapLine standingLine(Tenant tenant, long id, long lineId) {
        RoadmapLine line = line(tenant, id, lineId);
        Refusal.when(line.removed(), null, "Эту строку удалили. Её можно вернуть внизу страницы");
        return line;
    }

    private List<RoadmapLine> standing(Roadmap roadmap) {
        return lines.findByOrganisationIdAndRoadmapIdAndRemovedFalseOrderByPosition(roadmap.organisationId(), roadmap.id());
    }

    private List<RoadmapLine> standing(Tenant tenant, long id) {
        return lines.findByOrganisationIdAndRoadmapIdAndRemovedFalseOrderByPosition(tenant.id(), id);
    }
}
