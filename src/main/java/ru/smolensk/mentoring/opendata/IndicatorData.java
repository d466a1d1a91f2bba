package ru.smolensk.mentoring.opendata;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import ru.smolensk.mentoring.indicator.CityFigures;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.section.PublishedFigures;

/** The figures of the form (приложение 3 of the order) as the open data give them. */
@Schema(name = "Indicators", description = "Показатели формы (приложение № 3 к приказу № 475)")
record IndicatorData(
        @Schema(description = "Наставнические пары") int pairs,
        @Schema(description = "Наставнические группы") int groups,
        @Schema(description = "Пары и группы вместе (строка 6 формы)") int mentorships,
        @Schema(description = "Утверждённые персонализированные программы (строка 8)") int approvedProgrammes,
        @Schema(description = "Молодые специалисты – наставляемые (строка 9)") ShareData youngSpecialists,
        @Schema(description = "Педагоги – наставники (строка 10)") ShareData mentors,
        @Schema(description = "Предприятия и организации – партнёры (строка 11)") PartnerData partnerOrganisations,
        @Schema(description = "Удовлетворённость наставляемых (строка 12)") ShareData menteeSatisfaction,
        @Schema(description = "Удовлетворённость наставников (строка 13)") ShareData mentorSatisfaction) {

    /**
     * A share of people, or why there is none.
     *
     * @param percent one decimal
     */
    @Schema(name = "Share", description = "Доля людей: сколько из скольких, или причина, по которой доли нет")
    record ShareData(
            @Schema(description = "Сколько людей учтено", nullable = true) Long numerator,
            @Schema(description = "Из скольких", nullable = true) Long denominator,
            @Schema(description = "Процент с одним знаком после запятой", nullable = true, example = "66.7") BigDecimal percent,
            @Schema(description = "Только у удовлетворённости: скольких спрашивали", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            @JsonInclude(Include.NON_NULL) Long invited,
            @Schema(description = "Только когда доли нет: почему. NO_YOUNG_SPECIALISTS – нет молодых специалистов, NO_STAFF_COUNT – нет данных о "
                    + "численности, NO_RESPONSES – опроса ещё не было или никто не ответил", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            @JsonInclude(Include.NON_NULL) Share.Reason reason) {

        static ShareData of(Share share) {
            return new ShareData(share.numerator(), share.denominator(), share.percent(), share.invited(), share.reason());
        }

        /** The cells of a table: counts, per cent, reason. */
        Object[] cells() {
            return new Object[] {numerator, denominator, percentText(), reason};
        }

        /** With a dot, as in JSON. */
        String percentText() {
            return percent == null ? null : percent.toPlainString();
        }
    }

    /** Partners: how many, and for one organisation their names. */
    @Schema(name = "Partners", description = "Организации-партнёры")
    record PartnerData(
            @Schema(description = "Сколько их") int count,
            @Schema(description = "Названия; у города не перечисляются", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            @JsonInclude(Include.NON_NULL) List<String> names) {
    }

    static IndicatorData of(PublishedFigures figures, List<String> partners) {
        return figures == null ? null : new IndicatorData(figures.pairs(), figures.groups(), figures.mentorships(), figures.approvedProgrammes(),
                ShareData.of(figures.youngSpecialists()), ShareData.of(figures.mentors()),
                new PartnerData(figures.partnerOrganisations(), partners), ShareData.of(figures.menteeSatisfaction()),
                ShareData.of(figures.mentorSatisfaction()));
    }

    static IndicatorData of(CityFigures figures) {
        return new IndicatorData(figures.pairs(), figures.groups(), figures.mentorships(), figures.approvedProgrammes(),
                ShareData.of(figures.youngSpecialists().share()), ShareData.of(figures.mentors().share()),
                new PartnerData(figures.partnerOrganisations(), null), ShareData.of(figures.menteeSatisfaction().share()),
                ShareData.of(figures.mentorSatisfaction().share()));
    }
}
