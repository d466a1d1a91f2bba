package ru.smolensk.mentoring.section;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.smolensk.mentoring.monitoring.FrozenFigures;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps and reads editions. What everybody reads comes from here and from nowhere else. */
@Repository
class Editions {

    private final JdbcClient jdbc;
    /** Editions of years ago stay readable when newer ones hold more: what an old one lacks is empty. */
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which edition an address shows: enough to answer whether the reader has it already.
     *
     * @param edition {@code null} if nothing is published (by that day)
     * @param withdrawnFiles how many files of the organisation were closed to everybody since
     */
    record Address(long organisationId, String slug, String kind, String shortName, String fullName, String website, Edition edition,
                   boolean newest, int withdrawnFiles) {
    }

    /** An edition with the name of who published it. */
    record Published(Edition edition, String publishedBy) {
    }

    /** The newest edition of an organisation's figures, for the list and the sums of the city. */
    record Newest(String slug, String kind, String shortName, LocalDate publishedOn, LocalDate date, long organisationId,
                  PublishedFigures figures) {

        /** Whether there is an edition at all. */
        public boolean isPublished() {
            return figures != null;
        }
    }

    /**
     * What an organisation's published editions say about an academic year.
     *
     * @param edition that says it
     * @param publishedOn when that edition was published
     * @param reported whether the figures are those of the accepted report of that year, or else of the edition itself
     * @param date the day of the figures
     */
    record OfYear(AcademicYear year, long organisationId, int edition, LocalDate publishedOn, boolean reported, LocalDate date,
                  PublishedFigures figures) {
    }

    /** The edition in force on a day (the newest without a day), in one statement; empty if there is no such organisation. */
    Optional<Address> address(String slug, LocalDate day) {
        return address(slug, day, null);
    }

    /** One edition by its number; empty if there is no such edition. */
    Optional<Address> numbered(String slug, int edition) {
        return address(slug, null, edition).filter(address -> address.edition() != null);
    }

    private Optional<Address> address(String slug, LocalDate day, Integer edition) {
        return jdbc.sql("""
                select o.id as organisation, o.slug, o.kind, o.short_name, o.full_name, o.website,
                       e.id, e.number, e.as_of, e.published_at, e.published_on,
                       e.number = (select max(n.number) from section_edition n where n.organisation_id = o.id) as newest,
                       (select count(*) from stored_file f where f.organisation_id = o.id and f.withdrawn_at is not null) as withdrawn
                  from organisation o
                  left join lateral (select * from section_edition s
                                      where s.organisation_id = o.id and (cast(:day as date) is null or s.published_on <= :day)
                                        and (cast(:edition as integer) is null or s.number = :edition)
                                      order by s.number desc limit 1) e on true
                 where o.slug = :slug
                """).param("slug", slug).param("day", day, java.sql.Types.DATE).param("edition", edition, java.sql.Types.INTEGER)
                .query((row, number) -> new Address(row.getLong("organisation"), row.getString("slug"), row.getString("kind"),
                        row.getString("short_name"), row.getString("full_name"), row.getString("website"),
                        row.getObject("id") == null ? null : edition(row), row.getBoolean("newest"), row.getInt("withdrawn"))).optional();
    }

    /** What the edition shows. Files closed to everybody since are left out. */
    SectionContent content(Edition edition) {
        return jdbc.sql("select content from section_edition where organisation_id = ? and id = ?")
                .params(edition.organisationId(), edition.id()).query((row, number) -> content(row.getString(1))).single();
    }

    /** Files of the organisation that were published once and are closed now. */
    List<Long> withdrawnFiles(long organisationId) {
        return jdbc.sql("select id from stored_file where organisation_id = ? and withdrawn_at is not null").param(organisationId)
                .query(Long.class).list();
    }

    List<Published> all(long organisationId) {
        return jdbc.sql("""
                select e.organisation_id as organisation, e.id, e.number, e.as_of, e.published_at, e.published_on, a.display_name
                  from section_edition e join account a on a.id = e.published_by
                 where e.organisation_id = ? order by e.number desc
                """).param(organisationId)
                .query((row, number) -> new Published(edition(row), row.getString("display_name"))).list();
    }

    Optional<Edition> newest(long organisationId) {
        return all(organisationId).stream().findFirst().map(Published::edition);
    }

    /** The organisation whose published edition offers this file to everybody, unless the file has been closed since. */
    Optional<Long> publicFileOwner(String slug, long fileId) {
        return jdbc.sql("""
                select distinct f.organisation_id
                  from section_edition_file p
                  join organisation o on o.id = p.organisation_id and o.slug = ?
                  join stored_file f on f.organisation_id = p.organisation_id and f.id = p.file_id and f.withdrawn_at is null
                 where p.file_id = ?
                """).params(slug, fileId).query(Long.class).optional();
    }

    /** The newest edition of every open organisation, those without one too, in the order of names: one statement. */
    List<Newest> city(LocalDate today) {
        return jdbc.sql("""
                select o.id, o.slug, o.kind, o.short_name, e.as_of, e.published_on, e.content -> 'figures' as figures
                  from organisation o
                  left join lateral (select * from section_edition s where s.organisation_id = o.id order by s.number desc limit 1) e on true
                 where o.closed_on is null or o.closed_on > ?
                 order by o.short_name, o.id
                """).param(today)
                .query((row, number) -> new Newest(row.getString("slug"), row.getString("kind"), row.getString("short_name"),
                        row.getObject("published_on", LocalDate.class), row.getObject("as_of", LocalDate.class), row.getLong("id"),
                        row.getString("figures") == null ? null : json.readValue(row.getString("figures"), PublishedFigures.class))).list();
    }

    /** What the open list and the sums of a day depend on: editions only grow, organisations count their changes. One statement. */
    PublishedSections.Version version(LocalDate day, OrganisationKind kind) {
        return jdbc.sql("""
                select (select count(*) || '.' || coalesce(max(id), 0) from section_edition where published_on <= :day) as editions,
                       count(*) as organisations, coalesce(sum(version), 0) as changes, coalesce(max(id), 0) as last
                  from organisation where (closed_on is null or closed_on > :day) and (cast(:kind as varchar) is null or kind = :kind)
                """).param("day", day).param("kind", kind == null ? null : kind.name(), java.sql.Types.VARCHAR)
                .query((row, number) -> new PublishedSections.Version(String.join(".", row.getString("editions"), row.getString("organisations"),
                        row.getString("changes"), row.getString("last")), row.getInt("organisations"))).single();
    }

    /** The editions in force on a day, in the order of the organisations' names: one statement. */
    List<PublishedSections.Row> rows(LocalDate day, OrganisationKind kind, int from, int count) {
        return jdbc.sql("""
                select o.slug, o.kind, o.short_name, e.as_of, e.published_at, e.content ->> 'academicYear' as academic_year,
                       e.content -> 'figures' as figures, jsonb_path_query_array(e.content, '$.partners[*].name') as partners
                  from organisation o
                  left join lateral (select * from section_edition s where s.organisation_id = o.id and s.published_on <= :day
                                      order by s.number desc limit 1) e on true
                 where (o.closed_on is null or o.closed_on > :day) and (cast(:kind as varchar) is null or o.kind = :kind)
                 order by o.short_name, o.id limit :count offset :from
                """).param("day", day).param("kind", kind == null ? null : kind.name(), java.sql.Types.VARCHAR)
                .param("from", from).param("count", count)
                .query((row, number) -> row(row)).list();
    }

    private PublishedSections.Row row(ResultSet row) throws SQLException {
        String figures = row.getString("figures");
        return new PublishedSections.Row(row.getString("slug"), row.getString("short_name"), row.getString("kind"), row.getString("academic_year"),
                row.getObject("as_of", LocalDate.class), figures == null ? null : row.getObject("published_at", OffsetDateTime.class).toInstant(),
                figures == null ? null : json.readValue(figures, PublishedFigures.class),
                figures == null ? List.of() : List.of(json.readValue(row.getString("partners"), String[].class)));
    }

    /**
     * What has been published about each academic year, in the order of years. ◆ The accepted report tells of its year; while none is
     * published, the last edition of that year does.
     *
     * @param organisationId {@code null} for the city
     */
    List<OfYear> ofYears(Long organisationId) {
        return jdbc.sql("""
                with told as (
                  select e.organisation_id, (r ->> 'start')::int as year, e.number, e.published_on, true as reported,
                         (r -> 'figures' ->> 'date')::date as dated_on, r -> 'figures' as figures
                    from section_edition e
                   cross join lateral jsonb_array_elements(case jsonb_typeof(e.content -> 'reports') when 'array' then e.content -> 'reports'
                                                           else '[]' end) r
                   where cast(:organisation as bigint) is null or e.organisation_id = :organisation
                  union all
                  select e.organisation_id, extract(year from e.as_of - interval '8 months')::int, e.number, e.published_on, false, e.as_of,
                         e.content -> 'figures'
                    from section_edition e
                   where (cast(:organisation as bigint) is null or e.organisation_id = :organisation) and e.content -> 'figures' is not null)
                select distinct on (organisation_id, year) * from told order by organisation_id, year, reported desc, number desc
                """).param("organisation", organisationId, java.sql.Types.BIGINT)
                .query((row, number) -> new OfYear(new AcademicYear(row.getInt("year")), row.getLong("organisation_id"), row.getInt("number"),
                        row.getObject("published_on", LocalDate.class), row.getBoolean("reported"), row.getObject("dated_on", LocalDate.class),
                        figures(row.getString("figures"), row.getBoolean("reported")))).list();
    }

    private PublishedFigures figures(String figures, boolean reported) {
        return reported ? PublishedFigures.of(json.readValue(figures, FrozenFigures.class)) : json.readValue(figures, PublishedFigures.class);
    }

    /** How many organisations were open on the last day of the year, or are open today if it still goes on. */
    int openIn(AcademicYear year, LocalDate today) {
        LocalDate day = year.lastDay().isAfter(today) ? today : year.lastDay();
        return jdbc.sql("select count(*) from organisation where closed_on is null or closed_on > ?").param(day).query(Integer.class).single();
    }

    Edition add(long organisationId, SectionContent content, OffsetDateTime at, LocalDate on, long accountId) {
        Edition edition = jdbc.sql("""
                insert into section_edition (organisation_id, number, as_of, published_at, published_on, published_by, content)
                select :organisation, coalesce(max(number), 0) + 1, :asOf, :at, :on, :by, cast(:content as jsonb)
                  from section_edition where organisation_id = :organisation
                returning organisation_id as organisation, id, number, as_of, published_at, published_on
                """).param("organisation", organisationId).param("asOf", content.date()).param("at", at).param("on", on)
                .param("by", accountId).param("content", json.writeValueAsString(content))
                .query((row, number) -> edition(row)).single();
        for (long file : content.files()) {
            jdbc.sql("insert into section_edition_file (organisation_id, edition_id, file_id) values (?, ?, ?)")
                    .params(organisationId, edition.id(), file).update();
        }
        return edition;
    }

    private SectionContent content(String text) {
        return json.readValue(text, SectionContent.class);
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(row.getLong("id"), row.getLong("organisation"), row.getInt("number"), row.getObject("as_of", LocalDate.class),
                row.getObject("published_at", OffsetDateTime.class).atZoneSameInstant(PortalClock.ZONE).toInstant(),
                row.getObject("published_on", LocalDate.class));
    }
}
