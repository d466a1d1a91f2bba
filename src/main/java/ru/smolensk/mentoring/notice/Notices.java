package ru.smolensk.mentoring.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;

/** Tells people and remembers what they have read. Mail is planned with the notice, in the same transaction; {@link MailRoom} sends it. */
@Service
@Transactional
public class Notices {

    private final JdbcClient jdbc;
    private final MailSettings mail;
    private final PortalClock clock;

    Notices(JdbcClient jdbc, MailSettings mail, PortalClock clock) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * What is to be told.
     *
     * @param organisationId the organisation it is about, or {@code null}
     * @param words one sentence, at most 600 characters
     * @param address the page to go to
     * @param occasion what keeps the same thing from being told twice to one person
     */
    record News(NoticeKind kind, Long organisationId, String words, String address, String occasion) {
    }

    /**
     * A notice as its reader sees it.
     *
     * @param read whether it has been read
     */
    record Row(long id, NoticeKind kind, String organisation, String words, String address, Instant at, boolean read) {
    }

    /** Somebody's notices as a file. */
    static final ListFile<Row> FILE = ListFile.<Row>of("notices", "Уведомления")
            .words("Когда", 18, "День и время уведомления", row -> new Russian().moment(row.at()))
            .words("О чём", 26, "Повод уведомления", row -> row.kind().label())
            .words("Организация", 34, "Кого касается; пусто, если всех", Row::organisation)
            .words("Уведомление", 80, "Что произошло", Row::words)
            .words("Прочитано", 12, "«новое», пока вы его не открыли", row -> row.read() ? "прочитано" : "новое");

    /** Tells these people, each once, and plans their mail where they want it. Part of the change that is told of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<Long> accounts, News news) {
        if (accounts.isEmpty()) {
            return;
        }
        OffsetDateTime now = now();
        jdbc.sql("""
                with told as (
                  insert into notice (account_id, organisation_id, kind, words, address, occasion, noticed_at)
                  select a.id, :organisation, :kind, :words, :address, :occasion, :now
                    from account a where a.id in (:accounts) and not a.blocked order by a.id
                  on conflict (account_id, occasion) do nothing
                  returning id, account_id)
                insert into notice_mail (notice_id, recipient, next_attempt_at)
                select t.id, a.email, :now from told t join account a on a.id = t.account_id
                 where :sendable and a.mail_wanted and a.email is not null
                """).param("organisation", news.organisationId()).param("kind", news.kind().name()).param("words", news.words())
                .param("address", news.address()).param("occasion", news.occasion()).param("now", now).param("accounts", accounts)
                .param("sendable", mail.configured()).update();
    }

    /** How many notices somebody has not read. */
    @Transactional(readOnly = true)
    public int unread(long accountId) {
        return jdbc.sql("select count(*) from notice where account_id = ? and read_at is null").param(accountId).query(Integer.class).single();
    }

    @Transactional(readOnly = true)
    public Paged<Row> page(long accountId, int page) {
        long total = jdbc.sql("select count(*) from notice where account_id = ?").param(accountId).query(Long.class).single();
        int shown = Math.min(page, (int) Math.max(1, (total + Paged.SIZE - 1) / Paged.SIZE));
        return new Paged<>(rows(accountId, shown, Paged.SIZE), shown, Paged.SIZE, total);
    }

    /** What all pages of the list show, for a file. */
    @Transactional(readOnly = true)
    List<Row> all(long accountId) {
        return rows(accountId, 1, ListFile.MOST);
    }

    private List<Row> rows(long accountId, int page, int size) {
        return jdbc.sql("""
                select n.*, o.short_name from notice n left join organisation o on o.id = n.organisation_id
                 where n.account_id = :account order by n.noticed_at desc, n.id desc limit :size offset :skipped
                """).param("account", accountId).param("size", size).param("skipped", (page - 1) * size)
                .query((row, number) -> new Row(row.getLong("id"), NoticeKind.valueOf(row.getString("kind")), row.getString("short_name"),
                        row.getString("words"), row.getString("address"), row.getObject("noticed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("read_at") != null)).list();
    }

    /**
     * Marks one of somebody's own notices as read.
     *
     * @return the page that it leads to
     */
    public String read(long accountId, long noticeId) {
        Optional<String> address = jdbc.sql("update notice set read_at = coalesce(read_at, :now) where id = :id and account_id = :account returning address")
                .param("now", now()).param("id", noticeId).param("account", accountId).query(String.class).optional();
        return address.orElseThrow(NotFound::new);
    }

    public void readAll(long accountId) {
        jdbc.sql("update notice set read_at = ? where account_id = ? and read_at is null").params(now(), accountId).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
