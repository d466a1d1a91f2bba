package ru.smolensk.mentoring.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.Reviews;
import ru.smolensk.mentoring.roadmap.LineKind;
import ru.smolensk.mentoring.roadmap.Outcome;
import ru.smolensk.mentoring.roadmap.Roadmaps;
import ru.smolensk.mentoring.roadmap.Source;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** The roadmap of the section: what everybody sees was approved and published, both (F3, DOMAIN 9). */
@PortalTest
class SectionRoadmapTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Roadmaps roadmaps;

    @Autowired
    Reviews reviews;

    @Autowired
    Sections sections;

    @Autowired
    PortalClock clock;

    Tenant school;
    Town.Person curator;
    AcademicYear year;
    long roadmap;

    @BeforeEach
    void aDraftWithTwoMeasures() {
        school = town.school();
        curator = town.curatorOf(school);
        year = AcademicYear.of(clock.today());
        roadmap = as(curator, () -> {
            long id = roadmaps.create(school, year, Source.EMPTY);
            roadmaps.add(school, id, List.of(Roadmaps.Row.heading("Подготовка"),
                    new Roadmaps.Row(LineKind.MEASURE, "Издать приказ", "сентябрь", year.firstDay(), "директор", "приказ"),
                    new Roadmaps.Row(LineKind.MEASURE, "Провести семинар", "в течение года", year.lastDay(), "куратор", "протокол")));
            return id;
        });
    }

    @Test
    void whatIsNotApprovedNeverAppearsEvenWhenTheSectionIsPublished() {
        publish();
        assertThat(get("/organisations/" + school.slug() + "/roadmap")).hasStatus(HttpStatus.NOT_FOUND);

        as(curator, this::submit);
        jdbc.sql("insert into staff_count (organisation_id, counted_on, teaching_staff, young_specialists) values (?, '2025-09-01', 40, 2)")
                .param(school.id()).update();
        publish();

        assertThat(get("/organisations/" + school.slug() + "/roadmap")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/organisations/" + school.slug())).bodyText().doesNotContain("Дорожная карта на");
    }

    @Test
    void whatIsApprovedAppearsWithThePublicationAndIsAnUnpublishedChangeBefore() {
        publish();
        approve();

        assertThat(get("/organisations/" + school.slug() + "/roadmap")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/organisations/" + school.slug())).bodyText().doesNotContain("Дорожная карта на");
        assertThat(as(curator, () -> sections.state(school)).changes()).containsExactly(
                "дорожная карта: нет → на " + year + ", согласована " + new Russian().date(clock.today()));
        assertThat(Shown.in(mvc.get().uri("/workspace/section/preview").with(curator.signedIn()).exchange()).text())
                .contains("Дорожная карта на " + year + " учебный год", "выполнено 0 из 2");

        publish();

        Shown section = Shown.in(get("/organisations/" + school.slug()));
        assertThat(section.attributes(".form-rows a[href$='/roadmap']", "href")).containsExactly("/organisations/" + school.slug() + "/roadmap");
        Shown page = Shown.in(get("/organisations/" + school.slug() + "/roadmap"));
        assertThat(page.texts(".figure")).containsExactly("0 из 2");
        assertThat(page.texts("tbody th")).containsExactly("Подготовка", "Издать приказ", "Провести семинар");
        assertThat(page.texts("tbody td.number")).containsExactly("1", "1.1", "1.2");
        assertThat(as(curator, () -> sections.state(school)).changes()).isEmpty();
    }

    /** Row 3 of the form is filled by the roadmap as well as by a document of that kind. */
    @Test
    void thePublishedRoadmapFillsRowThreeOfTheForm() {
        publish();
        assertThat(emptyRows()).contains("3");

        approve();
        publish();

        assertThat(emptyRows()).contains("2", "4").doesNotContain("3");
    }

    private List<String> emptyRows() {
        return List.of(jdbc.sql("select named from duty_standing(?, ?, ?) where reason = 'ROWS_MISSING'")
                .params(year.start(), clock.today(), school.id()).query(String.class).single().split(","));
    }

    @Test
    void marksAppearWithTheNextPublication() {
        approve();
        publish();
        mark("Издать приказ", new Roadmaps.Mark(Outcome.DONE, clock.today(), null, "https://school.example/order", "подписан"));

        assertThat(Shown.in(get("/organisations/" + school.slug() + "/roadmap")).texts(".figure")).containsExactly("0 из 2");
        assertThat(as(curator, () -> sections.state(school)).changes()).containsExactly("выполнение дорожной карты: 0 из 2 → 1 из 2");

        publish();
        Shown page = Shown.in(get("/organisations/" + school.slug() + "/roadmap"));
        assertThat(page.texts(".figure")).containsExactly("1 из 2");
        assertThat(page.text()).contains("Выполнено " + new Russian().date(clock.today()), "подписан");
        assertThat(page.attributes("tbody a", "href")).containsExactly("https://school.example/order");
    }

    @Test
    void everybodyTakesAwayWhatIsPublishedAndNothingElse() throws Exception {
        String file = "/organisations/" + school.slug() + "/roadmap?table=csv";
        publish();
        assertThat(get(file)).as("not approved").hasStatus(HttpStatus.NOT_FOUND);
        approve();
        assertThat(get(file)).as("not published").hasStatus(HttpStatus.NOT_FOUND);
        publish();
        mark("Провести семинар", new Roadmaps.Mark(Outcome.DONE, clock.today(), document("WITHHELD", file()), null, "прошёл"));
        String first = new Russian().date(year.firstDay());
        String last = new Russian().date(year.lastDay());
        String overdue = clock.today().isAfter(year.firstDay()) ? "Просрочено" : "";
        assertThat(rows(file)).as("the mark is not published").containsExactly(
                "1. Подготовка;1.1;Издать приказ;сентябрь;" + first + ";директор;приказ;" + overdue + ";;;",
                "1. Подготовка;1.2;Провести семинар;в течение года;" + last + ";куратор;протокол;;;;");
        assertThat(Shown.in(get("/organisations/" + school.slug() + "/roadmap?date=" + clock.today())).attributes(".take a", "href").get(1))
                .isEqualTo("/organisations/" + school.slug() + "/roadmap?date=" + clock.today() + "&table=csv");

        publish();
        Shown page = Shown.in(get("/organisations/" + school.slug() + "/roadmap"));
        assertThat(rows(file).get(1)).contains(";Выполнено;" + new Russian().date(clock.today()) + ";").endsWith(";прошёл")
                .contains(page.texts("tbody .paper span").get(0).replace('\u00a0', ' '));
        assertThat(rows(file + "&date=" + clock.today())).isEqualTo(rows(file));
        assertThat(get(file + "&date=2020-01-01")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(file.replace("csv", "ods"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/organisations/sh-0-0/roadmap?table=csv")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private List<String> rows(String file) throws Exception {
        return get(file).getResponse().getContentAsString(StandardCharsets.UTF_8).lines().skip(1)
                .map(row -> row.replace("\"", "").replace('\u00a0', ' ')).toList();
    }

    @Test
    void theDocumentThatProvesAMeasureIsOpenOnlyAsFarAsItsDisclosureAllows() {
        approve();
        long file = file();
        mark("Издать приказ", new Roadmaps.Mark(Outcome.DONE, clock.today(), document("WITHHELD", file), null, null));
        publish();
        assertThat(Shown.in(get("/organisations/" + school.slug() + "/roadmap")).text()).contains("файл на сайте не размещён");
        assertThat(get("/organisations/" + school.slug() + "/files/" + file)).hasStatus(HttpStatus.NOT_FOUND);

        long open = file();
        mark("Издать приказ", new Roadmaps.Mark(Outcome.DONE, clock.today(), document("NO_NAMES", open), null, null));
        publish();
        assertThat(Shown.in(get("/organisations/" + school.slug() + "/roadmap")).attributes("tbody a", "href"))
                .containsExactly("/organisations/" + school.slug() + "/files/" + open);
        assertThat(get("/organisations/" + school.slug() + "/files/" + open)).hasStatusOk();
    }

    @Test
    void theNextEditionTakesThePlaceOnlyWhenItIsApprovedAndPublished() {
        approve();
        publish();
        long next = as(curator, () -> roadmaps.amend(school, roadmap));
        as(curator, () -> roadmaps.add(school, next, null, new Roadmaps.Row(LineKind.MEASURE, "Выставка", "май", null, "куратор", null)));
        assertThat(as(curator, () -> sections.state(school)).changes()).isEmpty();

        roadmap = next;
        approve();
        assertThat(as(curator, () -> sections.state(school)).changes()).isNotEmpty();
        assertThat(Shown.in(get("/organisations/" + school.slug() + "/roadmap")).texts("tbody th")).doesNotContain("Выставка");
        publish();
        assertThat(Shown.in(get("/organisations/" + school.slug() + "/roadmap")).texts("tbody th")).contains("Выставка");
    }

    @Test
    void anOldEditionOfTheSectionKeepsItsRoadmap() {
        approve();
        publish();

        assertThat(get("/organisations/" + school.slug() + "/roadmap?date=" + clock.today())).hasStatusOk();
        assertThat(get("/organisations/" + school.slug() + "/roadmap?date=2020-01-01")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/organisations/sh-0-0/roadmap")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private void publish() {
        as(curator, () -> sections.publish(school, clock.today()));
    }

    private Long submit() {
        reviews.submit(school, edition());
        return null;
    }

    private void approve() {
        as(curator, this::submit);
        as(town.methodologist(), () -> {
            reviews.approve(school, edition(), jdbc.sql("select id from review_submission where organisation_id = ? and outcome is null")
                    .param(school.id()).query(Long.class).single(), null);
            return null;
        });
    }

    private long edition() {
        return jdbc.sql("select edition_id from roadmap where id = ?").param(roadmap).query(Long.class).single();
    }

    private void mark(String measure, Roadmaps.Mark mark) {
        long line = jdbc.sql("select id from roadmap_line where roadmap_id = ? and measure = ?").params(roadmap, measure).query(Long.class).single();
        as(curator, () -> {
            roadmaps.mark(school, roadmap, line, mark);
            return null;
        });
    }

    private long file() {
        long file = jdbc.sql("""
                insert into stored_file (organisation_id, name, media_type, size, sha256, received_at, attached)
                values (?, 'скан.png', 'image/png', 1, repeat('a', 64), now(), true) returning id""").param(school.id()).query(Long.class).single();
        jdbc.sql("insert into stored_file_piece (file_id, position, content) values (?, 0, '\\x00')").param(file).update();
        return file;
    }

    private long document(String disclosure, long file) {
        return jdbc.sql("""
                insert into local_act (organisation_id, kind, dated_on, title, file_id, disclosure)
                values (?, 'IMPLEMENTATION_ORDER', current_date + 100, 'О внедрении', ?, ?) returning id""").params(school.id(), file, disclosure)
                .query(Long.class).single();
    }

    private <T> T as(Town.Person person, Supplier<T> action) {
        var user = person.accounts().loadUserByUsername(person.login());
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).exchange();
    }
}
