package ru.smolensk.mentoring.opendata;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.section.PublishedSections;

/** The city's figures as the open data give them: sums over the editions in force on a day, never means of percentages (DOMAIN 5). */
@Schema(name = "City", description = "Показатели города: суммы по опубликованным разделам, действовавшим в этот день. Доли складываются как "
        + "«сумма из суммы», а не усредняются")
record CityData(
        @Schema(description = "На какой день") LocalDate date,
        @Schema(description = "Сколько в городе организаций") int organisations,
        @Schema(description = "Сколько из них опубликовали раздел") int published,
        IndicatorData indicators,
        @Schema(description = "То же по видам организаций") List<KindData> kinds) {

    /** The same of one kind of organisation. */
    @Schema(name = "CityByKind", description = "Показатели организаций одного вида")
    record KindData(OrganisationKind kind, int organisations, int published, IndicatorData indicators) {

        static KindData of(OrganisationKind kind, List<PublishedSections.Row> rows) {
            PublishedSections.Sum sum = PublishedSections.sum(rows, kind);
            return new KindData(kind, sum.figures().organisations(), sum.published(), IndicatorData.of(sum.figures()));
        }
    }

    static CityData of(LocalDate date, List<PublishedSections.Row> rows) {
        KindData all = KindData.of(null, rows);
        return new CityData(date, all.organisations(), all.published(), all.indicators(),
                Arrays.stream(OrganisationKind.values()).map(kind -> KindData.of(kind, rows)).toList());
    }
}
