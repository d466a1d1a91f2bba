package ru.smolensk.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smolensk.mentoring.testing.DemoCityStart;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.Hands;
import ru.smolensk.mentoring.testing.Visitors;

/**
 * The whole main path of a curator: the organisation is empty, and only by clicking and typing it comes to a published section whose
 * figures are those of DOMAIN 5, worked out by hand below.
 *
 * <pre>
 * mentor                  works       teaches  mentees                                programme
 * Громова                 here        33 years Орлова, here, 1st year                 approved
 * Юрченко                 here        30 years Лебедева, here, 2nd year               a draft
 * Самойлова               at a works  31 years Бойко, here, 1st year; Ткач, here, 16  approved, both
 * </pre>
 */
@DemoCityTest
class FromEmptyToPublishedTest {

    private static final String EMPTY = "sh-pustaya";

    /** What the figures must be on 22.11.2026; a share as numerator/denominator=percent. */
    private static final Map<String, String> FIGURES = new TreeMap<>(Map.of(
            // F6: the order of 02.09.2026 is in force for two pairs and a group, the draft does not matter here.
            "pairs", "2",
            "groups", "1",
            "mentorships", "3",
            // F8: Громова's and Самойлова's; Юрченко's is a draft.
            "approved-programmes", "2",
            // F9: Орлова and Бойко. Лебедева's programme is a draft, Ткач teaches for sixteen years. 2 / 3 = 66.66…
            "young-specialists", "2/3=66.7",
            // F10: Громова alone. Юрченко's programme is a draft, Самойлова is not of this staff. 1 / 42 = 2.38…
            "mentors", "1/42=2.4",
            // F11: the works, through Самойлова.
            "partner-organisations", "1",
            "mentee-satisfaction", "NO_RESPONSES",
            "mentor-satisfaction", "NO_RESPONSES"));

    private static final String ORDER = "№ 14-а от 02.09.2026";
    private static final byte[] ORDER_WITH_NAMES = pdf("Order 14-a of 02.09.2026: Gromova, Yurchenko, Samoylova");
    private static final byte[] ORDER_WITHOUT_NAMES = pdf("Order 14-a of 02.09.2026");

    @BeforeEach
    @AfterEach
    void emptyTheOrganisation() {
        DemoCityStart.empty(EMPTY);
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    void aCuratorComesFromNothingToAPublishedSection(boolean scripts, Visitors visitors) {
        Page desk = visitors.open(wishes -> wishes.setJavaScriptEnabled(scripts));
        desk.navigate("/login");
        desk.locator("#persona-curator-empty").click();
        Hands curator = new Hands(desk, scripts);

        staff(curator);
        partner(curator);
        mentor(curator, "Громова", "Валентина", "Игоревна", "01.09.1993", "стаж 33 года", "");
        mentor(curator, "Юрченко", "Михаил", "Олегович", "01.09.1996", "стаж 30 лет", "");
        mentor(curator, "Самойлова", "Ирина", "Львовна", "01.09.1995", "стаж 31 год", "Завод «Кристалл-2»");
        mentee(curator, "Орлова", "Анна", "Викторовна", "01.09.2025", "молодой педагог");
        mentee(curator, "Лебедева", "Инна", "Сергеевна", "01.09.2024", "молодой педагог");
        mentee(curator, "Бойко", "Семён", "Денисович", "01.09.2026", "молодой педагог");
        mentee(curator, "Ткач", "Вера", "Павловна", "01.09.2010", "новый в коллективе");
        order(curator);
        mentorship(curator, "Громова", "традиционное", "Орлова");
        programme(curator, "Первый год в школе", "Орлова");
        approve(curator, "45-од");
        mentorship(curator, "Юрченко", "традиционное", "Лебедева");
        programme(curator, "Второй год: свой почерк", "Лебедева");
        mentorship(curator, "Самойлова", "в группе", "Бойко", "Ткач");
        programme(curator, "Завод – школе", "Бойко", "Ткач");
        approve(curator, "46-од");
        documents(curator);

        figuresWithTheReasons(curator);
        publish(curator);
        everybodyReads(new Hands(visitors.open(wishes -> wishes.setJavaScriptEnabled(scripts)), scripts));
    }

    private static void staff(Hands curator) {
        curator.menu("Численность").follow("Внести численность").type("На какую дату", "01.09.2026")
                .type("Педагогических работников всего", "42").type("Из них молодых специалистов", "3").press("Сохранить");
        assertThat(curator.read()).contains("Численность внесена");
    }

    private static void partner(Hands curator) {
        curator.menu("Партнёры").follow("Внести партнёра").type("Название", "Завод «Кристалл-2»").press("Сохранить");
        assertThat(curator.read()).contains("Завод «Кристалл-2»");
    }

    private static void mentor(Hands curator, String last, String first, String patronymic, String since, String experience,
                               String partner) {
        curator.menu("Наставники").follow("Внести наставника").type("Фамилия", last).type("Имя", first).type("Отчество", patronymic);
        if (!partner.isEmpty()) {
            curator.mark("предприятие или организация-партнёр").choose("Организация-партнёр", partner);
        }
        curator.type("Педагогический стаж с", since).type("Дата вхождения в базу наставников", "02.09.2026").press("Сохранить");
        assertThat(curator.read()).contains(last + " " + first + " " + patronymic, experience, "Внести ещё одного наставника");
    }

    private static void mentee(Hands curator, String last, String first, String patronymic, String since, String category) {
        curator.menu("Наставляемые").follow("Внести наставляемого").type("Фамилия", last).type("Имя", first).type("Отчество", patronymic)
                .type("Педагогический стаж с", since).type("Дата вхождения в базу наставляемых", "02.09.2026").mark(category)
                .press("Сохранить");
        assertThat(curator.read()).contains(last + " " + first + " " + patronymic);
    }

    private static void order(Hands curator) {
        curator.menu("Приказы").follow("Внести приказ").type("Номер", "№ 14-а").type("Дата приказа", "02.09.2026")
                .type("Название", "О закреплении наставнических пар и групп")
                .attach("Скан или файл приказа", "Приказ 14-а.pdf", ORDER_WITH_NAMES)
                .mark("Есть копия без имён").attach("Копия без имён", "Приказ 14-а без имён.pdf", ORDER_WITHOUT_NAMES).press("Сохранить");
        assertThat(curator.read()).contains(ORDER, "Приказ 14-а.pdf");
    }

    private static void mentorship(Hands curator, String mentor, String kind, String... mentees) {
        curator.menu("Пары и группы").follow("Внести пару или группу").choose("Приказ", "14-а").choose("Наставник", mentor);
        List.of(mentees).forEach(curator::mark);
        curator.mark("педагог – педагог").mark(kind).type("Начало", "02.09.2026").type("Окончание по плану", "31.05.2027")
                .type("Дата согласия обеих сторон", "01.09.2026").press("Сохранить");
        assertThat(curator.read()).contains(mentor, ORDER).contains(mentees);
    }

    /** Begins where {@link #mentorship} ends: on the page of the pair or group. */
    private static void programme(Hands curator, String title, String... mentees) {
        curator.follow("Составить программу");
        List.of(mentees).forEach(curator::mark);
        curator.type("Название", title).type("Начало", "09.09.2026").type("Окончание", "31.05.2027")
                .type("Цель", "Уверенно вести урок и классное руководство").type("Что делается, мероприятие 1", "Взаимное посещение уроков")
                .type("Срок, мероприятие 1", "каждый месяц").press("Сохранить черновик");
        assertThat(curator.read()).contains(title, "черновик");
    }

    private static void approve(Hands curator, String act) {
        curator.follow("Утвердить").type("Номер акта", act).type("Дата акта", "09.09.2026").press("Утвердить");
        assertThat(curator.read()).contains("№ " + act + " от 09.09.2026");
    }

    private static void documents(Hands curator) {
        document(curator, "Приказ о внедрении целевой модели наставничества", "Номер", "201-од");
        document(curator, "Положение о системе наставничества");
        document(curator, "Дорожная карта");
        document(curator, "Программа наставничества организации");
        document(curator, "Приказ о назначении куратора", "Номер", "202-од");
        document(curator, "Приказ о внедрении и реализации целевой модели", "Номер", "203-од");
        curator.menu("Документы").follow("Добавить: Документ партнёра").type("Название", "Договор о сотрудничестве").type("Номер", "7")
                .type("Дата документа", "01.09.2026").choose("Партнёр", "Завод «Кристалл-2»")
                .attach("Файл", "Договор.pdf", pdf("Contract 7")).mark("В документе никто не назван").press("Сохранить");
    }

    /** The title stands in its field already. */
    private static void document(Hands curator, String kind, String... number) {
        curator.menu("Документы").follow("Приложить: " + kind);
        if (number.length > 0) {
            curator.type(number[0], number[1]);
        }
        curator.type("Дата документа", "30.08.2026").attach("Файл", "Документ.pdf", pdf("Document " + kind.length()))
                .mark("В документе никто не назван").press("Сохранить");
        assertThat(curator.read()).contains("Документ.pdf");
    }

    private static void figuresWithTheReasons(Hands curator) {
        curator.menu("Показатели");
        assertThat(figures(curator.page())).isEqualTo(FIGURES);
        curator.follow("Кто из наставников учтён");
        assertThat(curator.page().locator("li:has(.uncounted)").allInnerTexts()).as("mentors who are not counted").hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("Юрченко", "программа не утверждена"))
                .anySatisfy(line -> assertThat(line).contains("Самойлова", "не работает в организации"));
        curator.menu("Показатели").follow("Кто из наставляемых учтён");
        assertThat(curator.page().locator("li:has(.uncounted)").allInnerTexts()).as("mentees who are not counted").hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("Лебедева", "программа не утверждена"))
                .anySatisfy(line -> assertThat(line).contains("Ткач", "стаж больше 3 лет"));
    }

    private static void publish(Hands curator) {
        curator.menu("Публикация").press("Опубликовать раздел");
        assertThat(curator.read()).contains("Опубликовано всё, что есть");
    }

    private static void everybodyReads(Hands visitor) {
        Page page = visitor.page();
        page.navigate("/");
        visitor.type("Найти организацию", "49").press("Найти").follow("МБОУ «СШ № 49»");

        assertThat(visitor.read()).contains("22 ноября 2026 г.");
        assertThat(page.locator(".tiles li:has([data-indicator=partner-organisations])").innerText()).contains("Завод «Кристалл-2»");
        assertThat(figures(page)).isEqualTo(FIGURES);
        List<String> rows = page.locator("table.form-rows tbody tr").all().stream()
                .map(row -> row.locator("td").last().innerText().replace('\u00a0', ' ')).toList();
        assertThat(rows).hasSize(13);
        assertThat(rows.subList(0, 5)).as("rows 1–5: a document that can be opened")
                .allSatisfy(row -> assertThat(row).contains("30.08.2026", "PDF"));
        assertThat(rows.get(0)).contains("201-од");
        assertThat(rows.get(4)).contains("202-од", "203-од");
        assertThat(rows.get(5)).contains("2 пары", "1 группа");
        assertThat(rows.get(6)).contains(ORDER, "PDF");
        assertThat(rows.get(7)).contains("2");
        assertThat(rows.get(8)).isEqualTo("66,7 % (2 из 3)");
        assertThat(rows.get(9)).isEqualTo("2,4 % (1 из 42)");
        assertThat(rows.get(10)).contains("Завод «Кристалл-2»", "№ 7 от 01.09.2026");
        assertThat(rows.subList(11, 13)).as("rows 12 and 13").allSatisfy(row -> assertThat(row).containsIgnoringCase("опрос"));

        assertThat(visitor.read()).doesNotContain("Громова", "Юрченко", "Самойлова", "Орлова", "Лебедева", "почерк");
        String copy = page.locator("table.form-rows tbody tr").nth(6).locator("a").getAttribute("href");
        assertThat(page.request().get(copy).body()).as("the public copy of the order").isEqualTo(ORDER_WITHOUT_NAMES);
    }

    /** Every figure of the page by its mark; where it stands twice, both must be the same. */
    private static Map<String, String> figures(Page page) {
        Map<String, String> figures = new TreeMap<>();
        page.locator("[data-indicator]").all().forEach(mark -> {
            String value = mark.getAttribute("data-value");
            String reason = mark.getAttribute("data-reason");
            String told = value != null ? value : reason != null ? reason : mark.getAttribute("data-numerator") + "/"
                    + mark.getAttribute("data-denominator") + "=" + mark.getAttribute("data-percent");
            String before = figures.put(mark.getAttribute("data-indicator"), told);
            assertThat(before).as(mark.getAttribute("data-indicator")).isIn(null, told);
        });
        return figures;
    }

    private static byte[] pdf(String text) {
        try (PDDocument document = new PDDocument(); var bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText(text);
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
