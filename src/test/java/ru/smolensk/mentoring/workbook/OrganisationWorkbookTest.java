package ru.smolensk.mentoring.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.smolensk.mentoring.mentorship.AssignmentOrders;
import ru.smolensk.mentoring.mentorship.MentoringForm;
import ru.smolensk.mentoring.mentorship.MentoringKind;
import ru.smolensk.mentoring.mentorship.Mentorships;
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.document.Papers;
import ru.smolensk.mentoring.organisation.StaffCounts;
import ru.smolensk.mentoring.participant.Employment;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.participant.Participants;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

@PortalTest
class OrganisationWorkbookTest {

    private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    Participants participants;
    @Autowired
    StaffCounts counts;
    @Autowired
    AssignmentOrders orders;
    @Autowired
    Mentorships mentorships;

    Tenant school;
    Town.Person curator;

    @BeforeEach
    void aSchool() {
        school = town.school();
        curator = town.curatorOf(school);
    }

    /** The words of CONTRACT.md. */
    @Test
    void theTemplateHasTheSheetsAndHeadingsOfTheContract() throws IOException {
        try (XSSFWorkbook book = downloaded("template.xlsx")) {
            List<String> sheets = new ArrayList<>();
            book.forEach(sheet -> sheets.add(sheet.getSheetName() + ": " + headings((XSSFSheet) sheet)));
            assertThat(sheets).startsWith(
                    "Численность: На дату, Педагогических работников, Молодых специалистов",
                    "Наставники: ФИО, Дата рождения, Должность, Место работы, Организация-работодатель, ИНН работодателя, Педагогический стаж с, "
                            + "Квалификационная категория, Компетенции, Достижения, Ресурс времени, Дата вхождения, Согласие на обработку ПДн, "
                            + "Согласие на распространение ПДн",
                    "Наставляемые: ФИО, Дата рождения, Должность, Категория, Место работы или учёбы, Педагогический стаж с, Запрос, Дата вхождения, "
                            + "Согласие на обработку ПДн, Согласие на распространение ПДн",
                    "Приказы: Номер, Дата, Название",
                    "Пары и группы: Код, Наставник, Наставляемые, Форма, Модель, Виды, Номер приказа, Дата приказа, Начало, Окончание (план), "
                            + "Окончание (факт), Причина окончания, Согласие сторон",
                    "Программы: Код пары или группы, Название, Наставляемые, Цель, Начало, Окончание, Дата утверждения, Номер акта об утверждении")
                    .hasSize(7).last().asString().startsWith("Как заполнять: Лист, Графа, Что писать");
            assertThat(book.getSheet("Наставники").getPaneInformation().isFreezePane()).isTrue();
            assertThat(book.getSheet("Наставники").getPhysicalNumberOfRows()).isEqualTo(1);
            assertThat(book.getSheet("Наставники").getColumnStyle(1).getDataFormatString()).isEqualTo("dd.mm.yyyy");
            assertThat(book.getSheet("Приказы").getColumnStyle(0).getDataFormatString()).as("«1/2» stays what it is").isEqualTo("@");
        }
    }

    @Test
    void whereOneOfSomeWordsBelongsTheCellOffersThem() throws IOException {
        try (XSSFWorkbook book = downloaded("template.xlsx")) {
            Map<String, Set<String>> wanted = Map.of("Наставники", Set.of("эта организация", "другая образовательная организация", "предприятие"),
                    "Наставляемые", Set.of("молодой педагог", "опытный педагог", "новый в коллективе", "без педагогического образования", "студент"));
            wanted.forEach((name, words) -> {
                var validation = book.getSheet(name).getDataValidations().get(0);
                String[] place = validation.getValidationConstraint().getFormula1().replace("'", "").replace("$", "").split("!");
                List<String> offered = new ArrayList<>();
                org.apache.poi.ss.util.CellRangeAddress.valueOf(place[1]).forEach(cell -> offered.add(
                        book.getSheet(place[0]).getRow(cell.getRow()).getCell(cell.getColumn()).getStringCellValue()));
                assertThat(Set.copyOf(offered)).isEqualTo(words);
            });
            assertThat(book.getSheet("Пары и группы").getDataValidations()).as("form and model").hasSize(2);
        }
    }

    @Test
    void theFilledOneHoldsWhatIsStoredWithRealDatesAndNumbersAndNoFormula() throws IOException {
        counts.enter(school, new StaffCounts.Figures(DAY, 42, 3));
        long mentor = participants.enterMentor(school, new Participants.Description(new PersonName("Ткаченко", "Вера", "Олеговна"), null, "=1+1",
                Employment.ownStaff(), DAY.minusYears(20)), new Participants.MentorRole(DAY, null, "@компетенции _x0041_", "+7", "-"));
        long mentee = participants.enterMentee(school, new Participants.Description(new PersonName("Орлова", "Анна", null), DAY.minusYears(25), null,
                Employment.elsewhere("Колледж"), null), new Participants.MenteeRole(DAY, MenteeCategory.YOUNG, null));
        long order = orders.enter(school, new AssignmentOrders.Text("1/2", DAY, "О закреплении", new Papers.Said(null, Disclosure.WITHHELD, null)));
        mentorships.start(school, new Mentorships.NewMentorship("П-1", order, mentor, List.of(mentee), MentoringForm.TEACHER_TEACHER, null,
                Set.of(MentoringKind.VIRTUAL, MentoringKind.TRADITIONAL), DAY, DAY.plusMonths(8), null));
        try (XSSFWorkbook book = downloaded("filled.xlsx")) {
            assertThat(cells(book, "Численность")).containsExactly("01.09.2025", "42", "3");
            assertThat(cells(book, "Наставники")).containsExactly("Ткаченко Вера Олеговна", "", "=1+1", "эта организация", "", "", "01.09.2005", "",
                    "@компетенции _x0041_", "+7", "-", "01.09.2025");
            assertThat(cells(book, "Наставляемые")).containsExactly("Орлова Анна", "01.09.2000", "", "молодой педагог", "Колледж", "", "", "01.09.2025");
            assertThat(cells(book, "Приказы")).containsExactly("1/2", "01.09.2025", "О закреплении");
            assertThat(cells(book, "Пары и группы")).containsExactly("П-1", "Ткаченко Вера Олеговна", "Орлова Анна", "педагог – педагог", "",
                    "традиционное («один на один»); виртуальное (дистанционное)", "1/2", "01.09.2025", "01.09.2025", "01.05.2026");
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
        }
    }

    @Test
    void anotherOrganisationsCuratorGetsTheirOwn() throws IOException {
        counts.enter(school, new StaffCounts.Figures(DAY, 42, 3));
        curator = town.curatorOf(town.school());
        try (XSSFWorkbook book = downloaded("filled.xlsx")) {
            assertThat(book.getSheet("Численность").getPhysicalNumberOfRows()).isEqualTo(1);
        }
    }

    private XSSFWorkbook downloaded(String name) throws IOException {
        var answer = mvc.get().uri("/workspace/import/" + name).with(curator.signedIn()).exchange();
        assertThat(answer).hasStatusOk();
        return new XSSFWorkbook(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
    }

    private static String headings(XSSFSheet sheet) {
        List<String> headings = new ArrayList<>();
        sheet.getRow(0).forEach(cell -> headings.add(cell.getStringCellValue()));
        return String.join(", ", headings);
    }

    private static List<String> cells(XSSFWorkbook book, String sheet) {
        List<String> cells = new ArrayList<>();
        var row = book.getSheet(sheet).getRow(1);
        for (int at = 0; at < row.getLastCellNum(); at++) {
            Cell cell = row.getCell(at);
            cells.add(cell == null ? "" : cell.getCellType() == CellType.STRING ? cell.getStringCellValue()
                    : org.apache.poi.ss.usermodel.DateUtil.isCellDateFormatted(cell)
                    ? cell.getLocalDateTimeCellValue().format(java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy"))
                    : String.valueOf((int) cell.getNumericCellValue()));
        }
        return cells;
    }
}
