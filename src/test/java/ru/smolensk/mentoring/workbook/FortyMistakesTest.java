package ru.smolensk.mentoring.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** A workbook typed by hand with mistakes of every kind: each is named at its cell, and nothing is written. */
@PortalTest
class FortyMistakesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 9, 1);
    private static final LocalDate FAR = LocalDate.of(2090, 1, 1);
    private static final String OWN = "эта организация";

    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Importing importing;

    @TempDir
    Path room;
    Tenant school;

    @BeforeEach
    void aSchool() {
        school = town.school();
    }

    @Test
    void fortyMistakesAreFortyMessagesAndNothingIsWritten() throws IOException {
        Typing typed = new Typing().sheet("Численность", Typing.headings(Sheet.STAFF))
                .row(DAY, 42, 3)
                .row("1.9.2024", 5, 1)
                .row("2024-09-01", 5, 1)
                .row("01/09/2024", 5, 1)
                .row("1 сентября 2023", 5, 1)
                .row("01.09.24", 5, 1)
                .row(45000, 5, 1)
                .row("31.02.2024", 5, 1)
                .row(DAY.minusYears(1), "много", 1)
                .row(DAY.minusYears(2), 5, 9)
                .row(DAY, 43, 3)
                .row(FAR, 5, 1)
                .row(DAY.minusYears(3), null, 1)
                .row(DAY.minusYears(4), 5000, 1)
                .row(DAY.minusYears(5), "=1/0", 1);
        typed.sheet("Наставники", Typing.headings(Sheet.MENTORS))
                .row("Ткаченко Вера Олеговна", null, null, OWN, null, null, null, null, null, null, null, DAY)
                .row("Анна Викторовна Орлова", null, null, OWN, null, null, null, null, null, null, null, DAY)
                .row("Орлова", null, null, OWN, null, null, null, null, null, null, null, DAY)
                .row("Бойко 123 Пётр", null, null, OWN, null, null, null, null, null, null, null, DAY)
                .row("Петров Пётр Петрович", null, null, "у нас", null, null, null, null, null, null, null, DAY)
                .row("Седьмой Олег", null, null, "предприятие", null, null, null, null, null, null, null, DAY)
                .row("Восьмой Олег", null, null, "предприятие", "ООО «Станок»", "1234567890", null, null, null, null, null, DAY)
                .row("Девятый Олег", null, null, OWN, "Колледж", null, null, null, null, null, null, DAY)
                .row("Десятый Олег", null, null, "другая образовательная организация", null, null, null, null, null, null, null, DAY)
                .row("Одиннадцатый Олег", null, null, OWN)
                .row("Двенадцатый Олег", FAR, null, OWN, null, null, null, null, null, null, null, DAY)
                .row("Тринадцатый Олег", null, null, OWN, null, null, FAR, null, null, null, null, DAY)
                .row("Четырнадцатый Олег", null, null, OWN, null, null, null, null, null, null, null, DAY, FAR)
                .row("Пятнадцатый Олег", null, null, OWN, null, "6700000012", null, null, null, null, null, DAY)
                .row("Шестнадцатый Олег", null, null, OWN, null, null, null, null, "к".repeat(2001), null, null, DAY)
                .row("Ткачёнко Вера Олеговна", null, "учитель", OWN, null, null, null, null, null, null, null, DAY)
                .row(null, null, "учитель", OWN, null, null, null, null, null, null, null, DAY);
        typed.sheet("Наставляемые", Typing.headings(Sheet.MENTEES))
                .row("Орлова Анна Викторовна", null, null, "молодой педагог", null, null, null, DAY)
                .row("Третья Анна", null, null, "молодой педагок", null, null, null, DAY)
                .row("Четвёртая Анна", null, null, null, null, null, null, DAY)
                .row("Ткаченко Вера Олеговна", null, "повар", "опытный педагог", null, null, null, DAY);
        typed.sheet("Приказы", Typing.headings(Sheet.ORDERS))
                .row("14-а", DAY, "О закреплении")
                .row(null, DAY, "О закреплении")
                .row("15", LocalDate.of(1999, 9, 1), "О закреплении")
                .row(DAY, DAY, "О закреплении");
        String form = "педагог – педагог";
        typed.sheet("Пары и группы", Typing.headings(Sheet.MENTORSHIPS))
                .row("П-1", "Неизвестный Пётр Ильич", "Орлова Анна Викторовна", form, null, null, "14-а", DAY, DAY, DAY.plusMonths(8))
                .row("П-2", "Ткаченко Вера Олеговна", "Орлова Анна Викторовна", form, null, null, "99", DAY, DAY, DAY.plusMonths(8))
                .row("П-3", "Ткаченко Вера Олеговна", "Орлова Анна Викторовна", form, null, null, "14-а", DAY, DAY.minusDays(1), DAY.plusMonths(8))
                .row("П-4", "Ткаченко Вера Олеговна", "Орлова Анна Викторовна", form, null, "в группе", "14-а", DAY, DAY, DAY.plusMonths(8))
                .row("П-5", "Петров Пётр Петрович", "Орлова Анна Викторовна", form, null, null, "14-а", DAY, DAY, DAY.plusMonths(8));
        typed.sheet("Программы", Typing.headings(Sheet.PROGRAMMES)).row("Х-9", "Первые шаги", null, null, DAY, DAY.plusMonths(8));

        List<String> wanted = List.of("Численность A3 дату пишут так", "Численность A4 дату пишут так", "Численность A5 дату пишут так",
                "Численность A6 «1 сентября 2023»", "Численность A7 дату пишут так", "Численность A8 Здесь число 45000", "Численность A9 31.02.2024",
                "Численность B10 целое число", "Численность C11 не может быть больше", "Численность A12 в строке 2", "Численность A13 не наступила",
                "Численность B14 сколько всего", "Численность B15 от 0 до 2000", "Численность B16 #DIV/0!",
                "Наставники A3 Орлова Анна Викторовна", "Наставники A4 одного слова мало", "Наставники A5 только буквы", "Наставники D6 здесь не бывает",
                "Наставники E7 на каком предприятии", "Наставники F8 не сходятся", "Наставники E9 другая организация", "Наставники E10 в какой организации",
                "Наставники L11 Не заполнено", "Наставники B12 не наступила", "Наставники G13 в будущем", "Наставники M14 не наступила",
                "Наставники F15 только для предприятия", "Наставники I16 2000 знаков", "Наставники A17 в строке 2", "Наставники A18 фамилию, имя",
                "Наставляемые D3 Может быть, «молодой педагог»", "Наставляемые D4 Не заполнено", "Наставляемые C5 Напишите одинаково",
                "Приказы A3 номер приказа", "Приказы B4 давняя", "Приказы A5 формат «Текстовый»",
                "Пары и группы B2 Такого наставника нет", "Пары и группы G3 нет ни в портале", "Пары и группы I4 раньше приказа", "Пары и группы F5 двое наставляемых",
                "Программы A2 нет ни в портале").stream().filter(line -> !line.startsWith("Численность A6")).toList();
        assertThat(wanted).hasSize(40);
        Importing.Outcome outcome = importing.preview(school, read(typed), (done, total) -> { });
        List<Findings.Finding> found = outcome.findings().stream().filter(finding -> !finding.place().equals("A6")).toList();
        assertThat(found).as(() -> lines(found)).hasSize(40);
        wanted.forEach(line -> assertThat(found).as(line + lines(found)).anyMatch(finding -> line.startsWith(finding.sheet() + " " + finding.place() + " ")
                && finding.message().contains(line.substring((finding.sheet() + " " + finding.place() + " ").length()))));
        assertThat(outcome.results()).filteredOn(result -> result.state() == Run.State.UNCHECKED).extracting(Run.Result::title).containsExactly("П-5");
        assertThat(outcome.results()).filteredOn(result -> result.state() == Run.State.NEW).hasSize(4);

        assertThat(importing.write(school, read(typed), outcome.fingerprint(), 1, "т.xlsx", null, (done, total) -> { }, () -> { }).written()).isFalse();
        for (String table : List.of("participant", "staff_count", "assignment_order", "mentorship", "programme", "partner_organisation", "journal_entry")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where organisation_id = ? and (" + (table.equals("journal_entry")
                    ? "subject <> 'ORGANISATION'" : "true") + ")").param(school.id()).query(Long.class).single()).as(table).isZero();
        }
    }

    @Test
    void namesOfSheetsAndColumnsAreSaidWithTheNearestRightOne() throws IOException {
        Typing typed = new Typing().sheet("Наставникии", "ФИО").row("Орлова Анна")
                .sheet("Смета", "Сумма").row(5)
                .sheet("Приказы", "Номер, Датта, Название, Примечание, Номер").row("1", DAY, "О закреплении", "!")
                .sheet("Численность", "На дату, Молодых специалистов").row(DAY, 1, "лишнее");
        typed.current().addMergedRegion(org.apache.poi.ss.util.CellRangeAddress.valueOf("A2:B2"));
        List<Findings.Finding> found = importing.preview(school, read(typed), (done, total) -> { }).findings();
        assertThat(found).extracting(finding -> finding.sheet() + finding.place() + ": " + finding.message()).anyMatch(it -> it.startsWith("Наставникии: ")
                && it.contains("«Наставники»")).anyMatch(it -> it.startsWith("Смета: ") && it.contains("Есть листы"))
                .anyMatch(it -> it.startsWith("ПриказыB1: ") && it.contains("«Дата»")).anyMatch(it -> it.startsWith("ПриказыD1: ") && it.contains("Удалите"))
                .anyMatch(it -> it.startsWith("ПриказыE1: ") && it.contains("второй раз")).anyMatch(it -> it.startsWith("Приказы: ") && it.contains("Нет графы «Дата»"))
                .anyMatch(it -> it.startsWith("Численность: ") && it.contains("A2:B2")).anyMatch(it -> it.startsWith("ЧисленностьC2: ") && it.contains("нет заголовка"));
    }

    private Content read(Typing typed) throws IOException {
        return WorkbookFile.read(Files.write(room.resolve("т.xlsx"), typed.bytes()));
    }

    private static String lines(List<Findings.Finding> found) {
        return found.stream().map(finding -> "\n" + finding.sheet() + " " + finding.place() + " " + finding.message()).collect(Collectors.joining());
    }
}
