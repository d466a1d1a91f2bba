package ru.smolensk.mentoring.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.smolensk.mentoring.paper.Workbook;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Town.Person;

@PortalTest
class ExportsTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Exports exports;
    @Autowired
    UserDetailsService accounts;

    Person person;
    SignedIn who;

    @BeforeEach
    void aMethodologist() {
        person = town.methodologist();
        who = (SignedIn) accounts.loadUserByUsername(person.login());
    }

    @Test
    void whatIsWrittenSoonIsReadyAtOnceAndOpens() throws IOException {
        Exports.Export export = exports.write(who, "Таблица", "таблица.xlsx", (out, progress) -> table(out));
        assertThat(export.ready()).isTrue();
        var page = mvc.get().uri("/exports/" + export.id()).with(person.signedIn()).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("Файл готов", "таблица.xlsx", "/exports/" + export.id() + "/file").doesNotContain("data-again");
        byte[] content = mvc.get().uri("/exports/" + export.id() + "/file").with(person.signedIn()).exchange().getResponse().getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue()).isEqualTo("слово");
        }
    }

    @Test
    void whatTakesLongShowsHowFarItIsUntilItIsReady() {
        CountDownLatch goOn = new CountDownLatch(1);
        Exports.Export export = exports.write(who, "Таблица", "таблица.xlsx", (out, progress) -> {
            progress.at(40, 138);
            await(goOn);
            table(out);
            progress.at(138, 138);
        });
        assertThat(export.going()).isTrue();
        assertThat(mvc.get().uri("/exports/" + export.id()).with(person.signedIn())).hasStatusOk().bodyText()
                .contains("Файл готовится", "Готово 40 из 138", "data-again").doesNotContain("Скачать");
        assertThat(mvc.get().uri("/exports/" + export.id() + "/file").with(person.signedIn())).hasStatus(404);
        goOn.countDown();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> exports.of(who, export.id()).orElseThrow().ready());
    }

    @Test
    void nobodyElseSeesIt() {
        long export = exports.write(who, "Таблица", "таблица.xlsx", (out, progress) -> table(out)).id();
        Person other = town.methodologist();
        assertThat(mvc.get().uri("/exports/" + export).with(other.signedIn())).hasStatus(404);
        assertThat(mvc.get().uri("/exports/" + export + "/file").with(other.signedIn())).hasStatus(404);
    }

    @Test
    void aFailureIsSaidAndLeavesNoFile() {
        Exports.Export export = exports.write(who, "Таблица", "таблица.xlsx", (out, progress) -> {
            throw new IOException("the disk is full");
        });
        assertThat(export.failed()).isTrue();
        assertThat(mvc.get().uri("/exports/" + export.id()).with(person.signedIn())).hasStatusOk().bodyText()
                .contains("Файл не получился").doesNotContain("the disk", "data-again");
    }

    @Test
    void aPortalThatDiedMeanwhileIsNotWaitedForForEver() {
        long id = jdbc.sql("""
                insert into export (account_id, title, name, asked_at, seen_at)
                values (?, 'Таблица', 'т.xlsx', now() - interval '1 hour', now() - interval '1 hour') returning id
                """).param(person.accountId()).query(Long.class).single();
        assertThat(mvc.get().uri("/exports/" + id).with(person.signedIn())).hasStatusOk().bodyText()
                .contains("перезапустили").doesNotContain("data-again");
    }

    @Test
    void tooManyAtOnceAreRefusedInWords() {
        CountDownLatch goOn = new CountDownLatch(1);
        List<Thread> waiting = new ArrayList<>();
        try {
            for (int number = 0; number < 22; number++) {
                waiting.add(begun(() -> exports.write(who, "Долгая", "т.xlsx", (out, progress) -> {
                    await(goOn);
                    table(out);
                })));
            }
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThatThrownBy(
                    () -> exports.write(who, "Ещё одна", "т.xlsx", (out, progress) -> table(out)))
                    .isInstanceOf(Refusal.class).hasMessageContaining("слишком много"));
        } finally {
            goOn.countDown();
            // Whoever comes next finds the desk free: what is written last stands behind all the others.
            Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptionsInstanceOf(Refusal.class)
                    .until(() -> exports.write(who, "Последняя", "т.xlsx", (out, progress) -> table(out)).ready());
        }
    }

    private static void table(OutputStream out) throws IOException {
        try (Workbook book = new Workbook()) {
            book.sheet("Лист", List.of(new Workbook.Column("Слово", Workbook.Kind.WORDS, 10, "Слово"))).row("слово");
            book.write(out);
        }
    }

    private static Thread begun(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
