package ru.smolensk.mentoring.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.paper.PrintedWord;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.signing.PaperTemplate.Origin;

/** The templates of papers: built in, changed by the methodologists in Word, gone back to. */
@Service
@Transactional
public class PaperTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(PaperTemplates.class);
    private static final String EDITIONS = "select t.*, a.display_name from paper_template t join account a on a.id = t.made_by ";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;
    private final PrintedWord print;

    PaperTemplates(JdbcClient jdbc, Journal journal, PortalClock clock, PrintedWord print) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.print = print;
    }

    /** All editions of a kind, the newest first. */
    @Transactional(readOnly = true)
    List<PaperTemplate> editions(PaperKind kind) {
        return jdbc.sql(EDITIONS + "where t.kind = ? order by t.number desc").param(kind.name()).query(PaperTemplates::edition).list();
    }

    /** The newest edition of each kind that has one; one statement. */
    @Transactional(readOnly = true)
    Map<PaperKind, PaperTemplate> newest() {
        Map<PaperKind, PaperTemplate> newest = new LinkedHashMap<>();
        jdbc.sql("select * from (select distinct on (t.kind) t.*, a.display_name from paper_template t join account a on a.id = t.made_by"
                + " order by t.kind, t.number desc) newest").query(PaperTemplates::edition).list()
                .forEach(one -> newest.put(one.kind(), one));
        return newest;
    }

    /** The words that papers of the kind are filled into today. */
    @Transactional(readOnly = true)
    public byte[] current(PaperKind kind) {
        return jdbc.sql("select content from paper_template where kind = ? and number = (select max(number) from paper_template where kind "
                + "= ?)"
                        + " and origin <> 'BUILT_IN'").params(kind.name(), kind.name()).query(byte[].class).optional()
                        .orElseGet(() -> builtIn(kind));
    }

    /**
     * The words of one edition.
     *
     * @throws NotFound if there is none, or it is the one that is built in
     */
    @Transactional(readOnly = true)
    byte[] content(PaperKind kind, int number) {
        return jdbc.sql("select content from paper_template where kind = ? and number = ? and content is not null")
                .params(kind.name(), number)
                .query(byte[].class).optional().orElseThrow(NotFound::new);
    }

    /** The template that comes with the portal. */
    static byte[] builtIn(PaperKind kind) {
        try (InputStream content = PaperTemplates.class.getResourceAsStream("/signing/" + kind.word() + ".docx")) {
            return content.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Makes a changed template the current one.
     *
     * @param seen the number of the edition that was the newest when the form was opened, 0 for none
     * @throws Refusal at {@code file} with everything that is wrong with it
     */
    public void upload(SignedIn who, PaperKind kind, int seen, String fileName, byte[] content, String reason) {
        expectUsable(kind, content);
        enter(who, kind, seen, Origin.UPLOADED, null, fileName, content, reason);
    }

    /**
     * Looks a template through and tries it.
     *
     * @throws Refusal at {@code file} with everything that is wrong with it
     */
    void expectUsable(PaperKind kind, byte[] content) {
        Refusal.when(content == null, "file", "Выберите файл шаблона");
        TemplateFile.expectFit(content, kind);
        expectItWorks(kind, content);
    }

    /** Makes an earlier edition the current one again, as an edition of its own. */
    void restore(SignedIn who, PaperKind kind, int seen, int number) {
        PaperTemplate earlier = editions(kind).stream().filter(one -> one.number() == number && one.origin() != Origin.BUILT_IN).findFirst()
                .orElseThrow(NotFound::new);
        Refusal.when(number == seen, null, "Это издание и так действует");
        enter(who, kind, seen, Origin.RESTORED, number, earlier.fileName(), content(kind, number), "Возврат к изданию\u00a0" + number);
    }

    /** Makes the template that is built in the current one again. */
    void restoreBuiltIn(SignedIn who, PaperKind kind, int seen) {
        Optional<PaperTemplate> newest = editions(kind).stream().findFirst();
        Refusal.when(newest.isEmpty() || newest.get().origin() == Origin.BUILT_IN, null, "Встроенный шаблон и так действует");
        enter(who, kind, seen, Origin.BUILT_IN, null, null, null, "Возврат к встроенному шаблону");
    }

    private void enter(SignedIn who, PaperKind kind, int seen, Origin origin, Integer restored, String fileName, byte[] content,
            String reason) {
        int newest = jdbc.sql("select coalesce(max(number), 0) from paper_template where kind = ?").param(kind.name()).query(Integer.class)
                .single();
        Refusal.when(newest != seen, null, "Пока вы работали, шаблон сменил кто-то ещё: теперь действует издание\u00a0" + newest
                + ". Посмотрите его и повторите, если ваше нужнее");
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), PortalClock.ZONE);
        long id = jdbc.sql("""
                insert into paper_template (kind, number, origin, restored_number, file_name, content, reason, made_at, made_by)
                values (:kind, :number, :origin, :restored, :name, :content, :reason, :at, :by) returning id
                """).param("kind", kind.name()).param("number", newest + 1).param("origin", origin.name()).param("restored", restored)
                .param("name", fileName).param("content", content).param("reason", reason).param("at", now).param("by", who.accountId())
                .query(Long.class).single();
        journal.entered(new PaperTemplate(id, kind, newest + 1, origin, restored, fileName, reason, now.toInstant(), who.displayName()));
    }

    /**
     * Fills it once and prints it: what stands where nothing can be filled, and what can't be printed, is found now and not by a curator.
     */
    private void expectItWorks(PaperKind kind, byte[] content) {
        Optional<String> left;
        try {
            byte[] filled = Filling.filled(content, DrawnUp.sample(kind));
            left = TemplateFile.leftOver(filled);
            print.write(filled, new ByteArrayOutputStream());
        } catch (IOException | RuntimeException broken) {
            LOG.info("A template of {} could not be filled", kind, broken);
            throw new Refusal("file", "Портал не может заполнить этот шаблон. Откройте его в Word, сохраните как «Документ Word (.docx)» и "
                    + "загрузите снова; "
                    + "если не поможет, начните с действующего шаблона");
        }
        left.ifPresent(name -> {
            throw new Refusal("file", "Поле «{{" + name + "}}» стоит там, где портал его не заполнит: в исправлениях, в ссылке или в "
                    + "особом поле Word. "
                    + "Примите исправления и наберите его обычным текстом");
        });
    }

    private static PaperTemplate edition(ResultSet row, int number) throws SQLException {
        return new PaperTemplate(row.getLong("id"), PaperKind.valueOf(row.getString("kind")), row.getInt("number"),
                Origin.valueOf(row.getString("origin")),
                row.getObject("restored_number", Integer.class), row.getString("file_name"), row.getString("reason"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getString("display_name"));
    }
}
