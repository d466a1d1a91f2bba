package ru.smolensk.mentoring.monitoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import ru.smolensk.mentoring.indicator.CityFigures;
import ru.smolensk.mentoring.indicator.CityShare;
import ru.smolensk.mentoring.indicator.Figure;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.Russian;

/** A column of the consolidated table: a count or a share of {@link FrozenFigures}. */
public enum Column implements Labelled {
    MENTORSHIPS("пары и группы", "Наставнические пары и группы (строка 6 формы)", FrozenFigures::mentorships, CityFigures::mentorships),
    PROGRAMMES("программы", "Утверждённые персонализированные программы (строка 8)", FrozenFigures::approvedProgrammes,
            CityFigures::approvedProgrammes),
    YOUNG_SPECIALISTS("молодые специалисты", "Доля молодых специалистов, вошедших в программы в роли наставляемого (строка 9)", true,
            FrozenFigures::youngSpecialists, CityFigures::youngSpecialists),
    MENTORS("наставники", "Доля педагогов, вошедших в программы в роли наставника (строка 10)", true, FrozenFigures::mentors,
            CityFigures::mentors),
    PARTNERS("партнёры", "Предприятия и организации, вошедшие в программы (строка 11)", FrozenFigures::partnerOrganisations,
            CityFigures::partnerOrganisations),
    MENTEE_SATISFACTION("довольны наставляемые", "Удовлетворённость наставляемых (строка 12)", true, FrozenFigures::menteeSatisfaction,
            CityFigures::menteeSatisfaction),
    MENTOR_SATISFACTION("довольны наставники", "Удовлетворённость наставников (строка 13)", true, FrozenFigures::mentorSatisfaction,
            CityFigures::mentorSatisfaction);

    private static final Russian RUSSIAN = new Russian();

    private final String label;
    private final String definition;
    private final Function<FrozenFigures, Integer> count;
    private final Function<CityFigures, Integer> sum;
    private final Function<FrozenFigures, Share> share;
    private final Function<CityFigures, CityShare> cityShare;

    Column(String label, String definition, Function<FrozenFigures, Integer> count, Function<CityFigures, Integer> sum) {
        this.label = label;
        this.definition = definition;
        this.count = count;
        this.sum = sum;
        this.share = null;
        this.cityShare = null;
    }

    Column(String label, String definition, boolean shared, Function<FrozenFigures, Share> share, Function<CityFigures, CityShare> cityShare) {
        this.label = label;
        this.definition = definition;
        this.count = null;
        this.sum = null;
        this.share = share;
        this.cityShare = cityShare;
    }

    @Override
    public String label() {
        return label;
    }

    /** The label with a capital letter. */
    public String capital() {
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    /** «66,7 % (2 из 3)», «3», or why there is none; a dash where nobody has reported: that is not the same as nothing. */
    public String text(Consolidated.Total total) {
        CityFigures figures = total.figures();
        return total.reports() == 0 ? "–" : isShare() ? share(figures).share().text().replace(" из ", "\u00a0из\u00a0") : String.valueOf(sum(figures));
    }

    /** The name in addresses: «young-specialists». */
    public String mark() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The figure of the form, by which the column's numbers are opened. */
    public Figure figure() {
        return switch (this) {
            case PROGRAMMES -> Figure.APPROVED_PROGRAMMES;
            case PARTNERS -> Figure.PARTNER_ORGANISATIONS;
            default -> Figure.valueOf(name());
        };
    }

    /** What is counted, with the row of the form. */
    public String definition() {
        return definition;
    }

    /** Whether it is a share; otherwise a count. */
    public boolean isShare() {
        return share != null;
    }

    /** The columns that are shares. */
    public static Stream<Column> shares() {
        return Arrays.stream(values()).filter(Column::isShare);
    }

    /** The count; only of a column that is one. */
    public int count(FrozenFigures figures) {
        return count.apply(figures);
    }

    /** The share; only of a column that is one. */
    public Share share(FrozenFigures figures) {
        return share.apply(figures);
    }

    /** The sum of counts. */
    public int sum(CityFigures figures) {
        return sum.apply(figures);
    }

    /** Σ numerators ÷ Σ denominators with its coverage. */
    public CityShare share(CityFigures figures) {
        return cityShare.apply(figures);
    }

    /** The count, or per cent; {@code null} where there is none. */
    public BigDecimal value(FrozenFigures figures) {
        return figures == null ? null : isShare() ? share(figures).percent() : BigDecimal.valueOf(count(figures));
    }

    BigDecimal value(CityFigures figures) {
        return isShare() ? share(figures).share().percent() : BigDecimal.valueOf(sum(figures));
    }

    /** «+5,2 п. п.», «−1», «0»; nothing where one of the years has no figure. */
    public String difference(FrozenFigures now, FrozenFigures before) {
        return difference(value(now), value(before));
    }

    /** The same of the city's sums. */
    public String difference(CityFigures now, CityFigures before) {
        return difference(value(now), value(before));
    }

    private String difference(BigDecimal now, BigDecimal before) {
        if (now == null || before == null) {
            return "";
        }
        BigDecimal by = now.subtract(before);
        String digits = by.abs().toPlainString().replace('.', ',');
        return (by.signum() > 0 ? "+" : by.signum() < 0 ? "−" : "") + digits + (isShare() ? "\u00a0п.\u00a0п." : "");
    }

    /** «66,7 %», «3», or why there is none. */
    public String text(FrozenFigures figures) {
        if (!isShare()) {
            return String.valueOf(count(figures));
        }
        Share its = share(figures);
        return its.isGiven() ? RUSSIAN.percent(its.percent()) : its.text();
    }
}
