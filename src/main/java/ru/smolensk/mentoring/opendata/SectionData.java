package ru.smolensk.mentoring.opendata;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.PortalAddress;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.section.PublishedSections;

/** The section of an organisation as the open data give it. */
@Schema(name = "Section", description = "Опубликованный раздел «Наставничество» одной организации")
record SectionData(
        OrganisationData organisation,
        @Schema(description = "Учебный год", example = "2026/2027") String academicYear,
        @Schema(description = "На какую дату посчитаны показатели") LocalDate date,
        @Schema(description = "Когда опубликована редакция, время московское") OffsetDateTime publishedAt,
        IndicatorData indicators,
        @Schema(description = "Документы раздела") List<DocumentData> documents) {

    /** An organisation. */
    @Schema(name = "Organisation", description = "Образовательная организация")
    record OrganisationData(
            @Schema(description = "Постоянное имя в адресах", example = "sh-33") String slug,
            @Schema(description = "Краткое название") String shortName,
            @Schema(description = "Вид: GENERAL – школа, PRESCHOOL – детский сад, ADDITIONAL – дополнительное образование") OrganisationKind kind) {
    }

    /** A line of the list of organisations; without a published section everything after the organisation is {@code null}. */
    @Schema(name = "OrganisationRow", description = "Организация и её показатели; пока раздел не опубликован, всё после названия пусто (null)")
    record RowData(
            OrganisationData organisation,
            @Schema(description = "Учебный год", nullable = true, example = "2026/2027") String academicYear,
            @Schema(description = "На какую дату посчитаны показатели", nullable = true) LocalDate date,
            @Schema(description = "Когда опубликована редакция, время московское", nullable = true) OffsetDateTime publishedAt,
            @Schema(nullable = true) IndicatorData indicators) {

        static RowData of(PublishedSections.Row row) {
            return new RowData(about(row), row.academicYear(), row.date(), moment(row.publishedAt()),
                    IndicatorData.of(row.figures(), row.partners()));
        }
    }

    /** A page of the list of organisations. */
    @Schema(name = "OrganisationList", description = "Страница списка организаций")
    record ListData(
            @Schema(description = "Номер страницы, с 1") int page,
            @Schema(description = "Сколько строк на странице") int size,
            @Schema(description = "Сколько строк всего") long total,
            @Schema(description = "Сколько страниц всего") long pages,
            @Schema(description = "Организации по порядку названий") List<RowData> items) {
    }

    /** A document. */
    @Schema(name = "Document", description = "Документ раздела")
    record DocumentData(
            @Schema(description = "Вид документа", example = "REGULATION") String kind,
            @Schema(description = "Название") String title,
            @Schema(description = "Номер", nullable = true, example = "14-а") String number,
            @Schema(description = "Дата документа", nullable = true) LocalDate date,
            @Schema(description = "Где его открыть; null, если файл не размещён для всех", nullable = true) String url) {
    }

    static SectionData of(PublishedSections.Section section, PortalAddress address) {
        PublishedSections.Row row = section.row();
        return new SectionData(about(row), row.academicYear(), row.date(), moment(row.publishedAt()),
                IndicatorData.of(row.figures(), row.partners()), section.documents().stream().map(one -> new DocumentData(one.kind(), one.title(),
                one.number(), one.date(), one.path() == null || !one.path().startsWith("/") ? one.path() : address.of(one.path()))).toList());
    }

    private static OrganisationData about(PublishedSections.Row row) {
        return new OrganisationData(row.slug(), row.shortName(), OrganisationKind.valueOf(row.kind()));
    }

    private static OffsetDateTime moment(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).atZone(PortalClock.ZONE).toOffsetDateTime();
    }
}
