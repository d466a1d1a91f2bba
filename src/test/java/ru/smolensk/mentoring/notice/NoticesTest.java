package ru.smolensk.mentoring.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import ru.smolensk.mentoring.notice.Notices.News;
import ru.smolensk.mentoring.organisation.Appointments;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.PostOffice;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** What people are told, and the letters that carry it, through a real SMTP server. */
@PortalTest
class NoticesTest {

    @Autowired
    Notices notices;

    @Autowired
    MailRoom mailRoom;

    @Autowired
    Letter letter;

    @Autowired
    AppointmentNotices appointmentNotices;

    @Autowired
    Appointments appointments;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PortalClock clock;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    Tenant school;
    Town.Person curator;
    String address;

    @BeforeEach
    void aCuratorWhoWantsMail() {
        school = town.school();
        curator = town.curatorOf(school);
        address = curator.login() + "@school.example";
        jdbc.sql("update account set email = ? where id = ?").params(address, curator.accountId()).update();
    }

    @Test
    void theSameOccasionIsToldOnce() {
        tell("roadmap/1/returned");
        tell("roadmap/1/returned");
        tell("roadmap/2/returned");
        assertThat(notices.unread(curator.accountId())).isEqualTo(2);
    }

    @Test
    void ownNoticesAreTakenAwayAsTheyAreShown() throws Exception {
        assertThat(Shown.in(list("")).texts(".take")).as("nothing to take").isEmpty();
        for (int number = 1; number <= 55; number++) {
            tell("roadmap/" + number + "/returned");
        }
        jdbc.sql("update notice set words = words || ': ' || occasion where account_id = ?").param(curator.accountId()).update();
        jdbc.sql("update notice set words = '=' || words, read_at = now() where account_id = ? and occasion like 'roadmap/1/%'")
                .param(curator.accountId()).update();
        List<String> shown = new ArrayList<>();
        for (int page = 1; page <= 2; page++) {
            shown.addAll(Shown.in(list("?page=" + page)).texts(".notices li > p:nth-child(2)"));
        }
        Shown first = Shown.in(list(""));
        assertThat(first.attributes(".take a", "href")).containsExactly("/notices?table=xlsx", "/notices?table=csv");
        List<CSVRecord> file = CSVFormat.EXCEL.builder().setDelimiter(';').get().parse(new StringReader(
                list("?table=csv&page=2").getResponse().getContentAsString(StandardCharsets.UTF_8).substring(1))).getRecords();
        assertThat(file.get(0).toList()).containsExactly("Когда", "О чём", "Организация", "Уведомление", "Прочитано");
        assertThat(file.stream().skip(1).map(row -> row.get(3).replaceFirst("^'", ""))).hasSize(55).isEqualTo(shown);
        assertThat(first.texts(".notices li > p:nth-child(1)").get(0))
                .startsWith(file.get(1).get(1) + " " + file.get(1).get(0)).contains(file.get(1).get(2)).endsWith(file.get(1).get(4));
        assertThat(file.stream().filter(row -> row.get(4).equals("прочитано"))).singleElement()
                .satisfies(row -> assertThat(row.get(3)).as("no cell is a formula").startsWith("'="));
        assertThat(list("?table=ods")).hasStatus(404);
        assertThat(mvc.get().uri("/notices?table=csv").with(town.curatorOf(town.school()).signedIn()).exchange().getResponse()
                .getContentAsString(StandardCharsets.UTF_8).lines()).as("of others there is nothing").hasSize(1);
    }

    private MvcTestResult list(String query) {
        return mvc.get().uri("/notices" + query).with(curator.signedIn()).exchange();
    }

    @Test
    void nothingIsToldOfAChangeThatDidNotHappen() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            notices.tell(List.of(curator.accountId()), news("rolled back"));
            throw new IllegalStateException("the change failed");
        })).hasMessage("the change failed");
        assertThat(notices.unread(curator.accountId())).isZero();
        assertThat(planned()).isZero();
        assertThatThrownBy(() -> notices.tell(List.of(curator.accountId()), news("alone"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void mailGoesOnlyToThoseWhoWantItAndHaveAnAddress() {
        jdbc.sql("update account set mail_wanted = false where id = ?").param(curator.accountId()).update();
        tell("unwanted");
        jdbc.sql("update account set mail_wanted = true, email = null where id = ?").param(curator.accountId()).update();
        tell("nowhere");
        assertThat(notices.unread(curator.accountId())).isEqualTo(2);
        assertThat(planned()).isZero();
        jdbc.sql("update account set blocked = true where id = ?").param(curator.accountId()).update();
        tell("blocked");
        assertThat(notices.unread(curator.accountId())).isEqualTo(2);
    }

    @Test
    void aLetterSaysWhatHappenedAndHoldsOneAction() throws Exception {
        tell("letter");
        mailRoom.sendWhatIsDue();

        MimeMessage arrived = letters().get(0);
        assertThat(arrived.getSubject()).isEqualTo("Возвращено – " + school.shortName());
        assertThat(arrived.getFrom()[0]).hasToString(PostOffice.PORTAL);
        assertThat(arrived.getMessageID()).matches("<notice-\\d+@mentoring\\.example>");
        String plain = text(arrived, "text/plain");
        assertThat(plain).contains("Дорожная карта возвращена с замечаниями", "https://mentoring.example/workspace/roadmap",
                "https://mentoring.example/account/mail").doesNotContain("Иванова");
        assertThat(text(arrived, "text/html")).contains("Дорожная карта возвращена с замечаниями",
                "href=\"https://mentoring.example/workspace/roadmap\"").doesNotContain("style=", "<script");
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void severalInstancesSendALetterOnce() throws Exception {
        for (int i = 0; i < 6; i++) {
            tell("many/" + i);
        }
        ExecutorService instances = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            instances.submit(() -> {
                start.await();
                mailRoom.sendWhatIsDue();
                return null;
            });
        }
        start.countDown();
        instances.shutdown();
        assertThat(instances.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        mailRoom.sendWhatIsDue();
        assertThat(letters()).hasSize(6);
    }

    @Test
    void aPortalThatDiesWhileSendingLeavesTheLetterToTheNext() {
        tell("crash");
        JavaMailSenderImpl dying = new JavaMailSenderImpl() {
            @Override
            public void send(MimeMessage message) {
                throw new OutOfMemoryError("the portal dies");
            }
        };
        assertThatThrownBy(() -> mailRoom(dying).sendWhatIsDue()).hasMessage("the portal dies");
        assertThat(state()).isEqualTo("PLANNED");
        mailRoom.sendWhatIsDue();
        mailRoom.sendWhatIsDue();
        assertThat(letters()).hasSize(1);
    }

    @Test
    void aServerThatDoesNotAnswerIsTriedAgainLaterAndTheAdministratorSeesIt() {
        tell("no answer");
        JavaMailSenderImpl nowhere = new JavaMailSenderImpl();
        nowhere.setHost("localhost");
        nowhere.setPort(1);
        Town.Person administrator = town.administrator();
        for (int attempt = 1; attempt < MailRoom.ATTEMPTS; attempt++) {
            Duration later = Duration.ofDays(attempt);
            clock.at(clock.instant().plus(later), () -> {
                mailRoom(nowhere).sendWhatIsDue();
                return null;
            });
            assertThat(state()).isEqualTo("PLANNED");
        }
        assertThat(Shown.in(mvc.get().uri("/admin/mail").with(administrator.signedIn()).exchange()).text()).contains(address, "7 попыток, следующая");
        mailRoom.sendWhatIsDue();
        assertThat(letters()).as("before its time").isEmpty();

        clock.at(clock.instant().plus(Duration.ofDays(10)), () -> {
            mailRoom(nowhere).sendWhatIsDue();
            return null;
        });

        assertThat(state()).isEqualTo("FAILED");
        Shown page = Shown.in(mvc.get().uri("/admin/mail").with(administrator.signedIn()).exchange());
        assertThat(page.text()).contains(address, "8 попыток, больше не пробуем").doesNotContain("Дорожная карта возвращена");
        long id = jdbc.sql("select id from notice where account_id = ?").param(curator.accountId()).query(Long.class).single();
        assertThat(mvc.post().uri("/admin/mail/" + id).with(administrator.signedIn()).with(csrf())).hasRedirectedUrl("/admin/mail");
        mailRoom.sendWhatIsDue();
        assertThat(letters()).hasSize(1);
        assertThat(mvc.post().uri("/admin/mail/" + id).with(administrator.signedIn()).with(csrf())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theBellCountsWhatIsUnreadAndANoticeLeadsToItsPage() {
        tell("bell/1");
        tell("bell/2");
        assertThat(Shown.in(mvc.get().uri("/workspace").with(curator.signedIn()).exchange()).texts(".bell .count")).containsExactly("2 непрочитанных");
        long id = jdbc.sql("select min(id) from notice where account_id = ?").param(curator.accountId()).query(Long.class).single();

        assertThat(mvc.post().uri("/notices/" + id).with(town.curatorOf(school).signedIn()).with(csrf())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(notices.unread(curator.accountId())).isEqualTo(2);
        assertThat(mvc.post().uri("/notices/" + id).with(curator.signedIn()).with(csrf())).hasRedirectedUrl("/workspace/roadmap");

        Shown list = Shown.in(mvc.get().uri("/notices").with(curator.signedIn()).exchange());
        assertThat(list.texts(".unread")).hasSize(1);
        assertThat(list.texts(".notices > li")).hasSize(2);
        assertThat(mvc.post().uri("/notices/read").with(curator.signedIn()).with(csrf())).hasRedirectedUrl("/notices");
        assertThat(Shown.in(mvc.get().uri("/notices").with(curator.signedIn()).exchange()).texts(".unread, .bell .count")).isEmpty();
    }

    @Test
    void anAppointmentThatEndsSoonIsToldToTheCuratorAndTheDepartmentOnce() {
        LocalDate soon = clock.today().plusDays(AppointmentNotices.DAYS_AHEAD);
        Tenant kindergarten = town.kindergarten();
        Town.Person leaving = town.curatorOf();
        Town.Person methodologist = town.methodologist();
        appointments.appoint(kindergarten.id(), new Appointments.Order(leaving.accountId(), "7-од", Town.LONG_AGO, Town.LONG_AGO, soon));

        appointmentNotices.tellOfEndings();
        appointmentNotices.tellOfEndings();

        assertThat(words(leaving)).containsExactly("Ваше назначение куратором заканчивается "
                + soon.format(java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy"))
                + ". Если вы продолжаете работу, передайте в методический отдел новый приказ.");
        assertThat(jdbc.sql("select count(*) from notice where account_id = ? and organisation_id = ?")
                .params(methodologist.accountId(), kindergarten.id()).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void anAppointmentThatIsFollowedByAnotherOrEndsLaterIsNotToldOf() {
        LocalDate soon = clock.today().plusDays(AppointmentNotices.DAYS_AHEAD);
        Tenant kindergarten = town.kindergarten();
        Town.Person later = town.curatorOf();
        appointments.appoint(kindergarten.id(), new Appointments.Order(later.accountId(), "7-од", Town.LONG_AGO, Town.LONG_AGO, soon.plusDays(1)));
        Tenant handedOver = town.kindergarten();
        Town.Person followed = town.curatorOf();
        appointments.appoint(handedOver.id(), new Appointments.Order(followed.accountId(), "8-од", Town.LONG_AGO, Town.LONG_AGO, soon));
        appointments.appoint(handedOver.id(), new Appointments.Order(later.accountId(), "9-од", Town.LONG_AGO, soon.plusDays(1), null));

        appointmentNotices.tellOfEndings();

        assertThat(words(later)).isEmpty();
        assertThat(words(followed)).isEmpty();
    }

    @Test
    void theDatabaseHoldsItToo() {
        String notice = """
                insert into notice (account_id, kind, words, address, occasion, noticed_at, read_at)
                values (?, ?, 'слова', ?, ?, now(), now() + cast(? as interval))
                """;
        long account = curator.accountId();
        assertThat(constraintAgainst(jdbc, notice, account, "RETURNED", "/workspace", "one", "1 hour")).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, notice, account, "RETURNED", "/workspace", "one", "1 hour")).isEqualTo("notice_told_once");
        assertThat(constraintAgainst(jdbc, notice, account, "GOSSIP", "/workspace", "two", "1 hour")).isEqualTo("notice_kind_known");
        for (String elsewhere : List.of("//evil.example", "https://evil.example", "/\\evil.example", "")) {
            assertThat(constraintAgainst(jdbc, notice, account, "RETURNED", elsewhere, "two", "1 hour")).isEqualTo("notice_address_of_the_portal");
        }
        assertThat(constraintAgainst(jdbc, notice, account, "RETURNED", "/workspace", "two", "-1 hour")).isEqualTo("notice_read_after");
        tell("three");
        assertThat(constraintAgainst(jdbc, "update notice_mail set state = 'LOST', settled_at = now() where recipient = ?", address)).isEqualTo("notice_mail_state_known");
        assertThat(constraintAgainst(jdbc, "update notice_mail set state = 'SENT' where recipient = ?", address)).isEqualTo("notice_mail_settled");
        assertThat(constraintAgainst(jdbc, "update notice_mail set state = 'FAILED', settled_at = now() where recipient = ?", address))
                .isEqualTo("notice_mail_failed_for_a_reason");
        assertThat(constraintAgainst(jdbc, "update notice_mail set attempts = -1 where recipient = ?", address)).isEqualTo("notice_mail_attempts_counted");
    }

    private void tell(String occasion) {
        transaction.executeWithoutResult(status -> notices.tell(List.of(curator.accountId()), news(occasion)));
    }

    private News news(String occasion) {
        return new News(NoticeKind.RETURNED, school.id(), "Дорожная карта возвращена с замечаниями", "/workspace/roadmap", occasion);
    }

    private MailRoom mailRoom(JavaMailSender sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        ObjectProvider<JavaMailSender> provider = beans.getBeanProvider(JavaMailSender.class);
        return new MailRoom(jdbc, letter, provider, transaction, clock);
    }

    private List<MimeMessage> letters() {
        return PostOffice.lettersTo(address);
    }

    private int planned() {
        return jdbc.sql("select count(*) from notice_mail m join notice n on n.id = m.notice_id where n.account_id = ?")
                .param(curator.accountId()).query(Integer.class).single();
    }

    private String state() {
        return jdbc.sql("select state from notice_mail where recipient = ?").param(address).query(String.class).single();
    }

    private List<String> words(Town.Person person) {
        return jdbc.sql("select words from notice where account_id = ? order by id").param(person.accountId()).query(String.class).list();
    }

    private static String text(MimeMessage message, String type) throws Exception {
        return text((MimeMultipart) message.getContent(), type);
    }

    private static String text(MimeMultipart parts, String type) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
            if (part.getContent() instanceof MimeMultipart inner) {
                return text(inner, type);
            }
        }
        throw new AssertionError("no " + type);
    }
}
