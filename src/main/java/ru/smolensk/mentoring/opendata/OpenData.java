package ru.smolensk.mentoring.opendata;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.PortalAddress;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.register.PublicMentors;
import ru.smolensk.mentoring.roadmap.MunicipalRoadmap;
import ru.smolensk.mentoring.section.PublishedSections;

/** The addresses of the open data. Each has its twin that ends with {@code .csv} and gives the same rows as a table. */
@RestController
@RequestMapping(path = "/api/v1")
@Tag(name = "Открытые данные", description = "Только опубликованное: то же самое читают посетители портала")
class OpenData {

    private static final String CSV = "text/csv";
    private static final String AS_TABLE = " – таблицей CSV: UTF-8 с BOM, точка с запятой, те же строки";
    private static final String DAY = "День ГГГГ-ММ-ДД: данные, которые действовали в этот день; без него – самые новые";

    private final PublishedSections sections;
    private final MunicipalRoadmap roadmap;
    private final PublicMentors mentors;
    private final PortalAddress address;
    private final PortalClock clock;
    private final Answers answers;

    OpenData(PublishedSections sections, MunicipalRoadmap roadmap, PublicMentors mentors, PortalAddress address, PortalClock clock, Answers answers) {
        this.sections = sections;
        this.roadmap = roadmap;
        this.mentors = mentors;
        this.address = address;
        this.clock = clock;
        this.answers = answers;
    }

    @GetMapping(path = "/organisations", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "organisations", summary = "Организации города и их опубликованные показатели, по страницам")
    @ApiResponse(responseCode = "200")
    SectionData.ListData organisations(
            @RequestParam(required = false) @Parameter(description = "Номер страницы, с 1", schema = @Schema(type = "integer", minimum = "1",
                    defaultValue = "1")) String page,
            @RequestParam(required = false) @Parameter(description = "Строк на странице", schema = @Schema(type = "integer", minimum = "1",
                    maximum = "500", defaultValue = "100")) String size,
            @RequestParam(required = false) @Parameter(description = "Вид организаций", schema = @Schema(type = "string",
                    allowableValues = {"GENERAL", "PRESCHOOL", "ADDITIONAL"})) String kind,
            @Parameter(hidden = true) ServletWebRequest request) {
        Asked asked = Asked.of(page, size);
        OrganisationKind only = Asked.kind(kind);
        PublishedSections.Version version = sections.version(null, only);
        return answers.unlessKnown(request, version.version() + clock.today(), () -> {
            answers.neighbours(asked, version.organisations());
            return new SectionData.ListData(asked.page(), asked.size(), version.organisations(), asked.pages(version.organisations()),
                    sections.rows(null, only, asked.from(), asked.size()).stream().map(SectionData.RowData::of).toList());
        });
    }

    @GetMapping(path = "/organisations.csv", produces = CSV)
    @Operation(operationId = "organisationsTable", summary = "Организации города" + AS_TABLE)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    void organisationsTable(
            @RequestParam(required = false) @Parameter(description = "Номер страницы, с 1", schema = @Schema(type = "integer", minimum = "1",
                    defaultValue = "1")) String page,
            @RequestParam(required = false) @Parameter(description = "Строк на странице", schema = @Schema(type = "integer", minimum = "1",
                    maximum = "500", defaultValue = "100")) String size,
            @RequestParam(required = false) @Parameter(description = "Вид организаций", schema = @Schema(type = "string",
                    allowableValues = {"GENERAL", "PRESCHOOL", "ADDITIONAL"})) String kind,
            @Parameter(hidden = true) ServletWebRequest request, HttpServletResponse response) throws IOException {
        table(response, "organisations", organisations(page, size, kind, request), Tables::organisations);
    }

    @GetMapping(path = "/organisations/{slug}/section", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "section", summary = "Раздел «Наставничество» одной организации: самая новая опубликованная редакция")
    @ApiResponse(responseCode = "200")
    SectionData section(@PathVariable @Parameter(description = "Постоянное имя организации", example = "sh-33") String slug,
                        @RequestParam(required = false) @Parameter(description = DAY, schema = @Schema(type = "string", format = "date"))
                        String date,
                        @Parameter(hidden = true) ServletWebRequest request) {
        PublishedSections.Standing standing = sections.standing(slug, Asked.day(date))
                .orElseThrow(() -> new NoData("Организации с именем «" + slug + "» нет. Имена – в списке /api/v1/organisations"));
        if (!standing.published()) {
            throw new NoData(Asked.day(date) == null ? "Эта организация ещё не опубликовала раздел"
                    : "К этому дню организация ещё не опубликовала раздел");
        }
        return answers.unlessKnown(request, standing.version(), () -> SectionData.of(sections.section(standing), address));
    }

    @GetMapping(path = "/organisations/{slug}/section.csv", produces = CSV)
    @Operation(operationId = "sectionTable", summary = "Раздел одной организации" + AS_TABLE)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    void sectionTable(@PathVariable @Parameter(description = "Постоянное имя организации", example = "sh-33") String slug,
                      @RequestParam(required = false) @Parameter(description = DAY, schema = @Schema(type = "string", format = "date"))
                      String date,
                      @Parameter(hidden = true) ServletWebRequest request, HttpServletResponse response) throws IOException {
        SectionData section = section(slug, date, request);
        table(response, "section-" + slug, section, Tables::section);
    }

    @GetMapping(path = "/city/indicators", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "cityIndicators", summary = "Показатели города и видов организаций")
    @ApiResponse(responseCode = "200")
    CityData city(@RequestParam(required = false) @Parameter(description = DAY, schema = @Schema(type = "string", format = "date")) String date,
                  @Parameter(hidden = true) ServletWebRequest request) {
        var day = Asked.day(date) == null ? clock.today() : Asked.day(date);
        PublishedSections.Version version = sections.version(day, null);
        return answers.unlessKnown(request, version.version() + day,
                () -> CityData.of(day, sections.rows(day, null, 0, version.organisations())));
    }

    @GetMapping(path = "/city/indicators.csv", produces = CSV)
    @Operation(operationId = "cityIndicatorsTable", summary = "Показатели города и видов организаций" + AS_TABLE)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    void cityTable(@RequestParam(required = false) @Parameter(description = DAY, schema = @Schema(type = "string", format = "date")) String date,
                   @Parameter(hidden = true) ServletWebRequest request, HttpServletResponse response) throws IOException {
        table(response, "city-indicators", city(date, request), Tables::city);
    }

    @GetMapping(path = "/roadmap", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "roadmap", summary = "Дорожная карта города и её выполнение")
    @ApiResponse(responseCode = "200")
    RoadmapData roadmap(@Parameter(hidden = true) ServletWebRequest request) {
        RoadmapData data = RoadmapData.of(roadmap.plan(), address);
        return answers.unlessKnown(request, data.toString(), () -> data);
    }

    @GetMapping(path = "/roadmap.csv", produces = CSV)
    @Operation(operationId = "roadmapTable", summary = "Дорожная карта города" + AS_TABLE)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    void roadmapTable(@Parameter(hidden = true) ServletWebRequest request, HttpServletResponse response) throws IOException {
        table(response, "roadmap", roadmap(request), Tables::roadmap);
    }

    @GetMapping(path = "/mentors", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "mentors", summary = "Реестр наставников с положительным опытом: только те, чьё согласие на распространение данных действует")
    @ApiResponse(responseCode = "200")
    MentorData.ListData mentors(
            @RequestParam(required = false) @Parameter(description = "Номер страницы, с 1", schema = @Schema(type = "integer", minimum = "1",
                    defaultValue = "1")) String page,
            @RequestParam(required = false) @Parameter(description = "Строк на странице", schema = @Schema(type = "integer", minimum = "1",
                    maximum = "500", defaultValue = "100")) String size,
            @RequestParam(required = false) @Parameter(description = "Вид организаций", schema = @Schema(type = "string",
                    allowableValues = {"GENERAL", "PRESCHOOL", "ADDITIONAL"})) String kind,
            @RequestParam(required = false) @Parameter(description = "Постоянное имя организации", schema = @Schema(type = "string"))
            String organisation,
            @Parameter(hidden = true) ServletWebRequest request) {
        Asked asked = Asked.of(page, size);
        PublicMentors.Wanted wanted = new PublicMentors.Wanted(null, Asked.kind(kind), organisation);
        return answers.unlessKnown(request, mentors.version(), () -> {
            long total = mentors.count(wanted);
            answers.neighbours(asked, total);
            return new MentorData.ListData(asked.page(), asked.size(), total, asked.pages(total),
                    mentors.list(wanted, asked.from(), asked.size()).stream().map(one -> MentorData.of(one, address)).toList());
        });
    }

    @GetMapping(path = "/mentors.csv", produces = CSV)
    @Operation(operationId = "mentorsTable", summary = "Реестр наставников" + AS_TABLE)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    void mentorsTable(
            @RequestParam(required = false) @Parameter(description = "Номер страницы, с 1", schema = @Schema(type = "integer", minimum = "1",
                    defaultValue = "1")) String page,
            @RequestParam(required = false) @Parameter(description = "Строк на странице", schema = @Schema(type = "integer", minimum = "1",
                    maximum = "500", defaultValue = "100")) String size,
            @RequestParam(required = false) @Parameter(description = "Вид организаций", schema = @Schema(type = "string",
                    allowableValues = {"GENERAL", "PRESCHOOL", "ADDITIONAL"})) String kind,
            @RequestParam(required = false) @Parameter(description = "Постоянное имя организации", schema = @Schema(type = "string"))
            String organisation,
            @Parameter(hidden = true) ServletWebRequest request, HttpServletResponse response) throws IOException {
        table(response, "mentors", mentors(page, size, kind, organisation, request), Tables::mentors);
    }

    /** Writes what the twin has answered, unless it said that the reader has it already. */
    private static <T> void table(HttpServletResponse response, String name, T data, Tables.Written<T> rows) throws IOException {
        if (data != null) {
            Tables.write(response, name, data, rows);
        }
    }
}
