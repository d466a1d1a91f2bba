package ru.smolensk.mentoring.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.demo.Sheet.Format;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.signing.PaperKind;
import ru.smolensk.mentoring.signing.PaperTemplates;
import ru.smolensk.mentoring.signing.SignedPapers;

/** A template that the methodologist has changed in Word, and the papers that school 33 has signed and scanned so far. */
@Component
@Profile("demo")
class CityPapers {

    /** A school that is not through with it: so many of each kind. */
    private static final int SCANNED = 2;

    private static final String LINE = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>Смоленск – город-герой</w:t></w:r></w:p>";

    private final PaperTemplates templates;
    private final SignedPapers papers;
    private final Files files;
    private final JdbcClient jdbc;

    CityPapers(PaperTemplates templates, SignedPapers papers, Files files, JdbcClient jdbc) {
        this.templates = templates;
        this.papers = papers;
        this.files = files;
        this.jdbc = jdbc;
    }

    void write(Chronicle chronicle, SignedIn methodologist, Function<LocalDate, SignedIn> curatorOf33, Years years) {
        Dice dice = new Dice("papers to be signed");
        chronicle.add(Years.workday(years.today().minusDays(9)), methodologist, dice, () -> templates.upload(methodologist, PaperKind.LETTER_OF_THANKS, 0,
                "Благодарственное письмо 2026.docx", changedLetter(), "Добавлена строка о звании города-героя по просьбе городского объединения"));
        LocalDate day = Years.workday(years.today().minusDays(6));
        chronicle.add(day, curatorOf33.apply(day), dice, () -> {
            Tenant school = jdbc.sql("select id, slug, short_name, kind = 'GENERAL' as general from organisation where slug = ?").param(Place.SCHOOL_33)
                    .query(Tenant.class).single();
            String issuer = jdbc.sql("select full_name from organisation where id = ?").param(school.id()).query(String.class).single();
            for (PaperKind kind : List.of(PaperKind.PROGRAMME, PaperKind.PARTIES_CONSENT)) {
                papers.lacking(school).stream().filter(paper -> paper.kind() == kind).limit(SCANNED).forEach(paper -> {
                    LocalDate signed = paper.datedOn() == null || paper.datedOn().isAfter(day) ? day : paper.datedOn();
                    Sheet scan = new Sheet(Format.JPG, kind.label() + " с подписями", issuer, kind.label(), null, signed, paper.named(),
                            List.of("Подписано обеими сторонами."), "____________ / ____________");
                    papers.attach(school, kind, paper.thingId(), scan.keep(files, school), signed);
                });
            }
        });
    }

    /** The template with a line more, as somebody would add it in Word; the same bytes at every load. */
    private byte[] changedLetter() {
        try (ZipInputStream template = new ZipInputStream(new ByteArrayInputStream(templates.current(PaperKind.LETTER_OF_THANKS)));
             ByteArrayOutputStream file = new ByteArrayOutputStream(); ZipOutputStream changed = new ZipOutputStream(file)) {
            for (ZipEntry part = template.getNextEntry(); part != null; part = template.getNextEntry()) {
                byte[] content = template.readAllBytes();
                DocxPrinter.part(changed, part.getName(), part.getName().equals("word/document.xml") ? withLine(content) : content);
            }
            changed.finish();
            return file.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Below everything else: the last thing in a document is the setup of its page. */
    private static byte[] withLine(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        int end = text.lastIndexOf("<w:sectPr");
        return (text.substring(0, end) + LINE + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }
}
