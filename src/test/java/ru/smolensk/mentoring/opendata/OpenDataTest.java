package ru.smolensk.mentoring.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The open data of CONTRACT: what is published, and nothing else, in the very shape that is described. */
@PortalTest
class OpenDataTest {

    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 12);
    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 12);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PortalClock clock;
    @LocalServerPort
    int port;

    Tenant school;
    Town.Person curator;
    Client program;

    @BeforeEach
    void aSchoolWithAPublishedSection() {
        school = town.school();
        curator = town.curatorOf(school);
        program = new Client(port);
        jdbc.sql("insert into staff_count (organisation_id, counted_on, teaching_staff, young_specialists) values (?, '2025-09-01', 40, 2)")
                .param(school.id()).update();
        document("=1+1", "14-а");
        publish(OCTOBER);
    }

    @Test
    void theSectionHasExactlyTheFieldsOfTheContract() {
        JsonNode section = json(section());
        assertThat(section.propertyNames()).containsExactly("organisation", "academicYear", "date", "publishedAt", "indicators", "documents");
        assertThat(section.get("organisation").toString()).isEqualTo(
                "{\"slug\":\"%s\",\"shortName\":\"%s\",\"kind\":\"GENERAL\"}".formatted(school.slug(), school.shortName()));
        assertThat(section.get("academicYear").asString()).isEqualTo("2025/2026");
        assertThat(section.get("date").asString()).isEqualTo("2025-10-12");
        assertThat(section.get("publishedAt").asString()).isEqualTo("2025-10-12T12:00:00+03:00");
        JsonNode figures = section.get("indicators");
        assertThat(figures.get("pairs").asInt()).isZero();
        assertThat(figures.get("youngSpecialists").toString()).isEqualTo("{\"numerator\":0,\"denominator\":2,\"percent\":0.0}");
        assertThat(figures.get("mentors").toString()).isEqualTo("{\"numerator\":0,\"denominator\":40,\"percent\":0.0}");
        assertThat(figures.get("partnerOrganisations").toString()).isEqualTo("{\"count\":0,\"names\":[]}");
        assertThat(figures.get("menteeSatisfaction").toString())
                .isEqualTo("{\"numerator\":null,\"denominator\":null,\"percent\":null,\"reason\":\"NO_RESPONSES\"}");
        assertThat(section.get("documents").toString()).isEqualTo("[{\"kind\":\"OTHER\",\"title\":\"=1+1\",\"number\":\"14-а\","
                + "\"date\":\"2025-09-01\",\"url\":\"https://school.example/14\"}]");
    }

    @Test
    void onlyWhatIsPublishedIsGivenAndTheNewestOfIt() {
        document("Положение о наставничестве", "7");
        assertThat(program.get(section()).body()).doesNotContain("Положение о наставничестве");
        publish(NOVEMBER);
        assertThat(program.get(section()).body()).contains("Положение о наставничестве");
        assertThat(json(section() + "?date=2025-11-11").get("date").asString()).isEqualTo("2025-10-12");
        assertThat(program.get(section() + "?date=2025-11-11").body()).doesNotContain("Положение о наставничестве");
        assertThat(program.get(section() + "?date=2025-10-11").statusCode()).isEqualTo(404);
    }

    @Test
    void aFileThatWasClosedSinceHasNoAddress() {
        long file = jdbc.sql("""
                insert into stored_file (organisation_id, name, media_type, size, sha256, received_at, attached)
                values (?, 'Положение.pdf', 'application/pdf', 4, repeat('0', 64), now(), true) returning id
                """).param(school.id()).query(Long.class).single();
        jdbc.sql("""
                insert into local_act (organisation_id, kind, number, dated_on, title, file_id, disclosure)
                values (?, 'REGULATION', '7', '2025-09-05', 'Положение', ?, 'NO_NAMES')
                """).params(school.id(), file).update();
        publish(NOVEMBER);
        String before = program.get(section()).headers().firstValue("ETag").orElseThrow();
        assertThat(program.get(section()).body()).contains("https://mentoring.example/organisations/" + school.slug() + "/files/" + file);

        jdbc.sql("update stored_file set withdrawn_at = now() where id = ?").param(file).update();

        HttpResponse<String> after = new Client(port, "If-None-Match", before).get(section());
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("\"title\":\"Положение\"").doesNotContain("/files/");
    }

    @Test
    void theListIsPagedAndEveryPageLeadsToTheNext() {
        town.school();
        HttpResponse<String> first = program.get("/api/v1/organisations?size=1&kind=GENERAL");
        JsonNode list = JSON.readTree(first.body());
        assertThat(list.propertyNames()).containsExactly("page", "size", "total", "pages", "items");
        assertThat(list.get("items").size()).isOne();
        assertThat(list.get("total").asInt()).isGreaterThan(1).isEqualTo(list.get("pages").asInt());
        assertThat(first.headers().firstValue("Link")).contains("</api/v1/organisations?size=1&kind=GENERAL&page=2>; rel=\"next\"");
        JsonNode second = json("/api/v1/organisations?size=1&kind=GENERAL&page=2");
        assertThat(second.get("items").get(0).get("organisation").get("slug")).isNotEqualTo(list.get("items").get(0).get("organisation").get("slug"));
        assertThat(json("/api/v1/organisations?size=500&page=999").get("items").size()).isZero();
        assertThat(json("/api/v1/organisations?size=500&kind=ADDITIONAL").get("items").valueStream()
                .allMatch(one -> one.get("organisation").get("kind").asString().equals("ADDITIONAL"))).isTrue();
    }

    @Test
    void anOrganisationWithoutASectionStandsInTheListWithoutFigures() {
        Tenant silent = town.kindergarten();
        JsonNode row = json("/api/v1/organisations?size=500&kind=PRESCHOOL").get("items").valueStream()
                .filter(one -> one.get("organisation").get("slug").asString().equals(silent.slug())).findFirst().orElseThrow();
        assertThat(row.get("indicators").isNull()).isTrue();
        assertThat(row.get("publishedAt").isNull()).isTrue();
        assertThat(program.get("/api/v1/organisations/" + silent.slug() + "/section").statusCode()).isEqualTo(404);
    }

    @Test
    void theCityIsTheSumOfWhatWasPublishedByThatDay() {
        JsonNode now = json("/api/v1/city/indicators");
        JsonNode then = json("/api/v1/city/indicators?date=2025-10-11");
        assertThat(now.get("organisations").asInt()).isEqualTo(now.get("kinds").valueStream().mapToInt(one -> one.get("organisations").asInt()).sum());
        assertThat(now.get("published").asInt()).isGreaterThan(then.get("published").asInt());
        assertThat(then.get("date").asString()).isEqualTo("2025-10-11");
        JsonNode schools = now.get("kinds").get(0);
        int pages = (json("/api/v1/organisations?size=500&kind=GENERAL").get("total").asInt() + 499) / 500;
        long denominators = IntStream.rangeClosed(1, pages).boxed()
                .flatMap(page -> json("/api/v1/organisations?size=500&kind=GENERAL&page=" + page).get("items").valueStream())
                .map(one -> one.get("indicators")).filter(one -> !one.isNull()).map(one -> one.get("mentors").get("denominator"))
                .filter(one -> !one.isNull()).mapToLong(JsonNode::asLong).sum();
        assertThat(schools.get("indicators").get("mentors").get("denominator").asLong()).isEqualTo(denominators);
    }

    @Test
    void aMentorStandsThereAsLongAsTheConsentHolds() {
        long mentor = mentorInTheRegister();
        String address = "/api/v1/mentors?organisation=" + school.slug();
        HttpResponse<String> shown = program.get(address);
        assertThat(JSON.readTree(shown.body()).get("items").get(0).get("name").asString()).isEqualTo("Реестрова Вера Петровна");
        assertThat(program.get("/api/v1/mentors.csv?organisation=" + school.slug()).body()).contains("\r\nРеестрова Вера Петровна;" + school.slug() + ";")
                .contains(";\"методика; рефлексия\";");

        jdbc.sql("update consent set withdrawn_on = current_date where participant_id = ?").param(mentor).update();

        String etag = shown.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> after = new Client(port, "If-None-Match", etag).get(address);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(after.body()).get("total").asInt()).isZero();
        assertThat(program.get("/api/v1/mentors.csv?size=500").body()).doesNotContain(school.slug());
    }

    private long mentorInTheRegister() {
        long mentor = jdbc.sql("""
                insert into participant (organisation_id, last_name, first_name, patronymic, workplace, teaching_since)
                values (?, 'Реестрова', 'Вера', 'Петровна', 'OWN_STAFF', '2001-09-01') returning id
                """).param(school.id()).query(Long.class).single();
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on, competences) values (?, ?, '2025-09-01', 'методика; рефлексия')")
                .params(school.id(), mentor).update();
        jdbc.sql("insert into consent (organisation_id, participant_id, kind, given_on) values (?, ?, 'DISTRIBUTION', '2025-09-01')")
                .params(school.id(), mentor).update();
        jdbc.sql("""
                insert into register_entry (organisation_id, mentor_id, included_on, basis, words, competences)
                values (?, ?, '2025-10-01', 'протокол № 3', 'Помогла пятерым коллегам', 'методика; рефлексия')
                """).params(school.id(), mentor).update();
        return mentor;
    }

    @Test
    void theRoadmapHasItsTwentyEightRows() {
        JsonNode roadmap = json("/api/v1/roadmap");
        assertThat(roadmap.get("measures").size()).isEqualTo(28);
        assertThat(roadmap.get("total").asInt()).isEqualTo(28);
    }

    @Test
    void theTableGivesTheSameRowsAndNeverALiveFormula() {
        HttpResponse<String> table = program.get(section("section.csv"));
        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(table.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"section-" + school.slug() + ".csv\"");
        assertThat(table.body()).startsWith("\uFEFFpart;name;value;").contains("\r\nindicator;mentors;;0;40;0.0;")
                .contains(";OTHER;'=1+1;14-а;2025-09-01;https://school.example/14\r\n");

        List<String> rows = program.get("/api/v1/organisations.csv?size=500&kind=GENERAL").body().lines().toList();
        assertThat(rows).hasSize(1 + json("/api/v1/organisations?size=500&kind=GENERAL").get("items").size());
        assertThat(rows.get(0)).startsWith("\uFEFFslug;shortName;kind;academicYear;date;publishedAt;pairs;");
        assertThat(rows.stream().map(row -> row.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1).length).distinct()).hasSize(1);
        assertThat(program.get("/api/v1/city/indicators.csv").body().lines()).hasSize(5);
        assertThat(program.get("/api/v1/roadmap.csv").body()).startsWith("\uFEFFsection;number;measure;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/organisations", "/api/v1/organisations.csv", "section", "section.csv", "/api/v1/city/indicators",
        "/api/v1/city/indicators.csv", "/api/v1/roadmap", "/api/v1/roadmap.csv", "/api/v1/mentors", "/api/v1/mentors.csv"})
    void whoHasTheAnswerAlreadyIsToldSoAfterOneStatement(String named) {
        String address = named.startsWith("/") ? named : section(named);
        HttpResponse<String> first = program.get(address);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(Statements.of(first)).isLessThanOrEqualTo(3);
        assertThat(first.headers().firstValue("Cache-Control")).contains("public, no-cache");
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        String etag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = new Client(port, "If-None-Match", etag).get(address);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(Statements.of(again)).isEqualTo(1);
    }

    @Test
    void anEditionChangesTheVersionOfTheListToo() {
        String etag = program.get("/api/v1/organisations").headers().firstValue("ETag").orElseThrow();
        document("Ещё один", "8");
        publish(NOVEMBER);
        assertThat(new Client(port, "If-None-Match", etag).get("/api/v1/organisations").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/organisations?page=0, 400, page", "/api/v1/organisations?page=x, 400, page", "/api/v1/organisations?size=501, 400, size",
        "/api/v1/organisations?size=-1, 400, size", "/api/v1/organisations?page=99999999999, 400, page",
        "/api/v1/organisations?kind=SCHOOL, 400, kind", "/api/v1/organisations.csv?kind=general, 400, kind",
        "/api/v1/city/indicators?date=31.12.2025, 400, date", "/api/v1/city/indicators?date=2026-02-31, 400, date",
        "/api/v1/city/indicators?date=9999-12-31, 400, date", "/api/v1/city/indicators.csv?date=+999999999-12-31, 400, date",
        "/api/v1/organisations/nonsense/section, 404, nonsense", "/api/v1/organisations/nonsense/section.csv, 404, nonsense",
        "/api/v1/nonsense, 404, openapi.json", "/api/v1/, 404, openapi.json", "/api/v2/organisations, 404, openapi.json"})
    void whatIsWrongIsSaidAsProblemDetails(String address, int status, String named) {
        HttpResponse<String> answer = program.get(address.replace("+", "%2B"));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).contains(named);
        assertThat(problem.get("title").asString()).matches("[А-Я][а-я ]+");
        assertThat(problem.get("instance").asString()).isEqualTo(address.replaceAll("\\?.*", ""));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theAddressSaysTheFormWhateverIsAccepted() {
        for (String address : List.of("/api/v1/organisations?size=1", "/api/v1/openapi.json")) {
            assertThat(mvc.get().uri(address).accept(org.springframework.http.MediaType.TEXT_HTML).exchange().getResponse().getContentType())
                    .as(address).matches("application/(problem\\+)?json.*");
        }
        assertThat(mvc.get().uri("/api/v1/roadmap.csv").accept(org.springframework.http.MediaType.APPLICATION_JSON).exchange().getResponse().getContentType())
                .startsWith("text/csv");
    }

    @Test
    void nobodyWritesThere() {
        HttpResponse<String> answer = program.postWith(null, "/api/v1/organisations", "a", "b");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
    }

    @Test
    void everySiteMayReadAndNoneWithACookie() {
        HttpResponse<String> answer = new Client(port, "Origin", "https://school.example").get("/api/v1/organisations?size=1");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
        HttpResponse<String> refused = new Client(port, "Origin", "https://school.example").get("/api/v1/nonsense");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(new Client(port, "Origin", "https://school.example").get("/organisations").headers()
                .firstValue("Access-Control-Allow-Origin")).isEmpty();

        Client signedIn = new Client(port);
        signedIn.signIn(curator.login(), Town.PASSWORD);
        assertThat(signedIn.get(section()).body()).isEqualTo(program.get(section()).body());
    }

    /** Each answer holds what the description says: no field less, no field more, every type. */
    @Test
    void whatIsServedIsWhatIsDescribed() {
        town.kindergarten();
        String text = program.get("/api/v1/openapi.json").body();
        JsonNode description = JSON.readTree(text);
        Map<String, String> asked = new java.util.TreeMap<>(Map.of(
                "/api/v1/organisations", "/api/v1/organisations?size=500",
                "/api/v1/organisations/{slug}/section", section(),
                "/api/v1/city/indicators", "/api/v1/city/indicators",
                "/api/v1/roadmap", "/api/v1/roadmap",
                "/api/v1/mentors", "/api/v1/mentors?organisation=" + school.slug()));
        mentorInTheRegister();
        assertThat(new TreeSet<>(description.get("paths").propertyNames())).as("every address is described, and tried here")
                .containsExactlyElementsOf(new TreeSet<>(asked.keySet().stream().flatMap(path -> java.util.stream.Stream.of(path, path + ".csv")).toList()));
        asked.forEach((path, address) -> {
            JsonNode answers = description.get("paths").get(path).get("get").get("responses");
            String schema = answers.get("200").get("content").get("application/json").get("schema").get("$ref").asString();
            assertThat(errors(text, schema, program.get(address).body())).as(address).isEmpty();
            assertThat(description.get("paths").get(path + ".csv").get("get").get("responses").get("200").get("content").has("text/csv")).isTrue();
        });
        assertThat(errors(text, "#/components/schemas/Problem", program.get("/api/v1/organisations?page=0").body())).isEmpty();
        // The check itself bites.
        assertThat(errors(text, "#/components/schemas/Share", "{\"numerator\":1,\"denominator\":2}")).isNotEmpty();
        assertThat(errors(text, "#/components/schemas/Share", "{\"numerator\":1,\"denominator\":2,\"percent\":50.0,\"name\":\"Вера\"}")).isNotEmpty();
    }

    @Test
    void theDescriptionIsKeptByWhoHasIt() {
        HttpResponse<String> description = program.get("/api/v1/openapi.json");
        assertThat(JSON.readTree(description.body()).get("openapi").asString()).startsWith("3.1");
        String etag = description.headers().firstValue("ETag").orElseThrow();
        assertThat(new Client(port, "If-None-Match", etag).get("/api/v1/openapi.json").statusCode()).isEqualTo(304);
    }

    private static List<Error> errors(String description, String schema, String answer) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of("https://open.example/openapi.json", description)));
        return registry.getSchema(SchemaLocation.of("https://open.example/openapi.json" + schema)).validate(answer, InputFormat.JSON);
    }

    private String section() {
        return section("section");
    }

    private String section(String last) {
        return "/api/v1/organisations/" + school.slug() + "/" + last;
    }

    private JsonNode json(String address) {
        HttpResponse<String> answer = program.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return JSON.readTree(answer.body());
    }

    private void document(String title, String number) {
        jdbc.sql("""
                insert into local_act (organisation_id, kind, number, dated_on, title, link, disclosure)
                values (?, 'OTHER', ?, '2025-09-01', ?, 'https://school.example/14', 'NO_NAMES')
                """).params(school.id(), number, title).update();
    }

    private void publish(LocalDate day) {
        assertThat(clock.at(day.atTime(LocalTime.NOON).atZone(PortalClock.ZONE).toInstant(), () -> mvc.post().uri("/workspace/section")
                .with(curator.signedIn()).with(csrf()).param("asOf", day.toString()).exchange())).hasStatus3xxRedirection();
    }
}
