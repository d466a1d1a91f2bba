package ru.smolensk.mentoring.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.ReviewState;

/** Reads the page «Документы»: what is there of each kind, and what is missing. */
@Component
@Transactional(readOnly = true)
class LocalActList {

    private final JdbcClient jdbc;

    LocalActList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A document in the list.
     *
     * @param partner the partner's name in a partner's document
     * @param fileType with {@code fileSize} {@code null} for a link
     * @param review the state of its edition; {@code null} for a document that was never sent for review
     */
    record Line(long id, ActKind kind, String number, LocalDate datedOn, String title, String partner, FileType fileType, Long fileSize,
                Disclosure disclosure, boolean annulled, ReviewState review) {
    }

    /** All documents of one kind, the annulled ones last. */
    record Group(ActKind kind, List<Line> lines) {

        public long current() {
            return lines.stream().filter(line -> !line.annulled()).count();
        }

        public boolean missing() {
            return kind.owed() && current() == 0;
        }
    }

    /**
     * The documents by kind, in the order of the form.
     *
     * @param words what to look for in numbers, titles and partners' names; {@code null} for everything
     * @param assignmentOrders how many orders on assignment there are; they are kept on their own page
     * @param partnersWithout names of partners whose participation no document confirms (F11)
     */
    record Page(String words, List<Group> groups, long assignmentOrders, List<String> partnersWithout) {

        public List<Group> ofForm() {
            return groups.stream().filter(group -> group.kind().formRow() != null).toList();
        }

        public List<Group> beside() {
            return groups.stream().filter(group -> group.kind().formRow() == null).toList();
        }

        public long owed() {
            return groups.stream().filter(group -> group.kind().owed()).count();
        }

        public long there() {
            return groups.stream().filter(group -> group.kind().owed() && !group.missing()).count();
        }

        public int found() {
            return groups.stream().mapToInt(group -> group.lines().size()).sum();
        }
    }

    Page of(Tenant tenant, String words) {
        List<Line> lines = jdbc.sql("""
                select a.id, a.kind, a.number, a.dated_on, a.title, p.name as partner, f.media_type, f.size, a.disclosure,
                       a.annulled_on is not null as annulled, e.state as review
                  from local_act a
                  left join review_edition e on e.organisation_id = a.organisation_id and e.id = a.edition_id
                  left join partner_organisation p on p.organisation_id = a.organisation_id and p.id = a.partner_id
                  left join stored_file f on f.organisation_id = a.organisation_id and f.id = a.file_id
                 where a.organisation_id = :organisation
                   and (cast(:words as text) is null
                        or position(searchable(:words) in searchable(concat_ws(' ', a.title, a.number, p.name))) > 0)
                 order by annulled, a.dated_on desc, a.title, a.id
                """).param("organisation", tenant.id()).param("words", words, Types.VARCHAR).query(LocalActList::line).list();
        List<Group> groups = Arrays.stream(ActKind.values())
                .map(kind -> new Group(kind, lines.stream().filter(line -> line.kind() == kind).toList()))
                .filter(group -> words == null || !group.lines().isEmpty()).toList();
        return new Page(words, groups, assignmentOrders(tenant), partnersWithout(tenant));
    }

    private long assignmentOrders(Tenant tenant) {
        return jdbc.sql("select count(*) from assignment_order where organisation_id = ? and annulled_on is null")
                .param(tenant.id()).query(Long.class).single();
    }

    private List<String> partnersWithout(Tenant tenant) {
        return jdbc.sql("""
                select p.name from partner_organisation p
                 where p.organisation_id = ? and p.annulled_on is null
                   and not exists (select 1 from local_act a where a.organisation_id = p.organisation_id and a.partner_id = p.id
                                     and a.annulled_on is null)
                 order by p.name
                """).param(tenant.id()).query(String.class).list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        String mediaType = row.getString("media_type");
        return new Line(row.getLong("id"), ActKind.valueOf(row.getString("kind")), row.getString("number"),
                row.getObject("dated_on", LocalDate.class), row.getString("title"), row.getString("partner"),
                mediaType == null ? null : FileType.ofMediaType(mediaType).orElseThrow(), row.getObject("size", Long.class),
                Disclosure.valueOf(row.getString("disclosure")), row.getBoolean("annulled"),
                row.getString("review") == null ? null : ReviewState.valueOf(row.getString("review")));
    }
}
