package ru.smolensk.mentoring.opendata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import ru.smolensk.mentoring.opendata.IndicatorData.ShareData;
import ru.smolensk.mentoring.platform.CsvSheet;

/** The open data as tables; the columns are called as in JSON. */
final class Tables {

    private static final String[] FIGURES = {"pairs", "groups", "mentorships", "approvedProgrammes",
        "youngSpecialists.numerator", "youngSpecialists.denominator", "youngSpecialists.percent", "youngSpecialists.reason",
        "mentors.numerator", "mentors.denominator", "mentors.percent", "mentors.reason",
        "partnerOrganisations.count", "partnerOrganisations.names",
        "menteeSatisfaction.numerator", "menteeSatisfaction.denominator", "menteeSatisfaction.percent", "menteeSatisfaction.reason",
        "menteeSatisfaction.invited",
        "mentorSatisfaction.numerator", "mentorSatisfaction.denominator", "mentorSatisfaction.percent", "mentorSatisfaction.reason",
        "mentorSatisfaction.invited"};

    private Tables() {
    }

    /** Data as a table: its heading, then its rows. */
    interface Written<T> {

        void to(Sheet sheet, T data);
    }

    /** A table of which each row leaves as it is written. */
    record Sheet(HttpServletResponse response, List<CsvSheet> begun) {

        void heading(String... columns) {
            try {
                begun.add(new CsvSheet(response.getOutputStream(), columns));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        void row(Object... cells) {
            begun.get(0).row(cells);
        }
    }

    static <T> void write(HttpServletResponse response, String name, T data, Written<T> written) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name + ".csv").build().toString());
        Sheet sheet = new Sheet(response, new ArrayList<>(1));
        written.to(sheet, data);
        sheet.begun().get(0).close();
    }

    static void organisations(Sheet sheet, SectionData.ListData list) {
        sheet.heading(joined("slug", "shortName", "kind", "academicYear", "date", "publishedAt", FIGURES));
        list.items().forEach(one -> sheet.row(all(one.organisation().slug(), one.organisation().shortName(), one.organisation().kind(),
                one.academicYear(), one.date(), one.publishedAt(), figures(one.indicators()))));
    }

    /** Figures first, then documents: a section is a list of both. */
    static void section(Sheet sheet, SectionData section) {
        sheet.heading("part", "name", "value", "numerator", "denominator", "percent", "invited", "reason", "kind", "title", "number", "date", "url");
        about(sheet, "slug", section.organisation().slug());
        about(sheet, "shortName", section.organisation().shortName());
        about(sheet, "kind", section.organisation().kind());
        about(sheet, "academicYear", section.academicYear());
        about(sheet, "date", section.date());
        about(sheet, "publishedAt", section.publishedAt());
        IndicatorData figures = section.indicators();
        count(sheet, "pairs", figures.pairs());
        count(sheet, "groups", figures.groups());
        count(sheet, "mentorships", figures.mentorships());
        count(sheet, "approvedProgrammes", figures.approvedProgrammes());
        share(sheet, "youngSpecialists", figures.youngSpecialists());
        share(sheet, "mentors", figures.mentors());
        count(sheet, "partnerOrganisations", figures.partnerOrganisations().count());
        share(sheet, "menteeSatisfaction", figures.menteeSatisfaction());
        share(sheet, "mentorSatisfaction", figures.mentorSatisfaction());
        figures.partnerOrganisations().names().forEach(name -> sheet.row("partner", name, null, null, null, null, null, null, null, null, null,
                null, null));
        section.documents().forEach(one -> sheet.row("document", null, null, null, null, null, null, null, one.kind(), one.title(), one.number(),
                one.date(), one.url()));
    }

    static void city(Sheet sheet, CityData city) {
        sheet.heading(joined("date", "kind", "organisations", "published", FIGURES));
        sheet.row(all(city.date(), "ALL", city.organisations(), city.published(), figures(city.indicators())));
        city.kinds().forEach(one -> sheet.row(all(city.date(), one.kind(), one.organisations(), one.published(), figures(one.indicators()))));
    }

    static void roadmap(Sheet sheet, RoadmapData roadmap) {
        sheet.heading("section", "number", "measure", "term", "executor", "result", "state", "doneOn", "responsible", "note", "url");
        roadmap.measures().forEach(one -> sheet.row(one.section(), one.number(), one.measure(), one.term(), one.executor(), one.result(), one.state(),
                one.doneOn(), one.responsible(), one.note(), one.url()));
    }

    static void mentors(Sheet sheet, MentorData.ListData list) {
        sheet.heading("name", "organisation.slug", "organisation.shortName", "organisation.kind", "position", "employer", "category",
                "teachingExperience", "competences", "achievements", "mentorships", "mentorSince", "includedOn", "basis", "words", "url");
        list.items().forEach(one -> sheet.row(one.name(), one.organisation().slug(), one.organisation().shortName(), one.organisation().kind(),
                one.position(), one.employer(), one.category(), one.teachingExperience(), String.join("; ", one.competences()), one.achievements(),
                one.mentorships(), one.mentorSince(), one.includedOn(), one.basis(), one.words(), one.url()));
    }

    private static void about(Sheet sheet, String name, Object value) {
        sheet.row("section", name, value, null, null, null, null, null, null, null, null, null, null);
    }

    private static void count(Sheet sheet, String name, int value) {
        sheet.row("indicator", name, value, null, null, null, null, null, null, null, null, null, null);
    }

    private static void share(Sheet sheet, String name, ShareData share) {
        sheet.row("indicator", name, null, share.numerator(), share.denominator(), share.percentText(), share.invited(), share.reason(), null, null,
                null, null, null);
    }

    private static Object[] figures(IndicatorData figures) {
        if (figures == null) {
            return new Object[FIGURES.length];
        }
        List<String> names = figures.partnerOrganisations().names();
        return Stream.of(new Object[] {figures.pairs(), figures.groups(), figures.mentorships(), figures.approvedProgrammes()},
                        figures.youngSpecialists().cells(), figures.mentors().cells(),
                        new Object[] {figures.partnerOrganisations().count(), names == null ? null : String.join("; ", names)},
                        figures.menteeSatisfaction().cells(), new Object[] {figures.menteeSatisfaction().invited()},
                        figures.mentorSatisfaction().cells(), new Object[] {figures.mentorSatisfaction().invited()})
                .flatMap(Arrays::stream).toArray();
    }

    private static Object[] all(Object... first) {
        Object[] last = (Object[]) first[first.length - 1];
        return Stream.concat(Arrays.stream(first, 0, first.length - 1), Arrays.stream(last)).toArray();
    }

    private static String[] joined(Object... first) {
        return Arrays.stream(all(first)).toArray(String[]::new);
    }
}
