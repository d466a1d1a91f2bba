package ru.smolensk.mentoring.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * A paper of the demo city: what stands on it, and its file, printed once by whoever comes first – the press that runs ahead, or the one who
 * needs the file now.
 */
final class Sheet {

    /** Says on every page that nothing of it is true. */
    static final String SAMPLE = "Образец. Демонстрационные данные";

    /** What kind of file it is. */
    enum Format {
        PDF, DOCX, JPG
    }

    private final Format format;
    private final String fileName;
    private final String issuer;
    private final String kind;
    private final String number;
    private final LocalDate date;
    private final String title;
    private final List<String> body;
    private final String signature;
    private FutureTask<Files.Inspected> printing;

    /**
     * @param kind «ПРИКАЗ», «ПОЛОЖЕНИЕ»
     * @param number may be {@code null}
     * @param body paragraphs; one that begins with «# » is a heading
     */
    Sheet(Format format, String fileName, String issuer, String kind, String number, LocalDate date, String title, List<String> body, String signature) {
        this.format = format;
        this.fileName = fileName;
        this.issuer = issuer;
        this.kind = kind;
        this.number = number;
        this.date = date;
        this.title = title;
        this.body = body;
        this.signature = signature;
    }

    /** Prints it, unless somebody does already, and has the portal look into it. */
    void print(Files files) {
        printing(files).run();
    }

    private synchronized FutureTask<Files.Inspected> printing(Files files) {
        if (printing == null) {
            printing = new FutureTask<>(() -> files.inspect(fileName(), new ByteArrayInputStream(Press.ofThisThread().print(this))));
        }
        return printing;
    }

    /**
     * Puts it among the files of an organisation, or of the city.
     *
     * @return the file's identifier
     */
    long keep(Files files, Tenant tenant) {
        print(files);
        try (Files.Inspected file = printing(files).get()) {
            return files.keep(tenant, file);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | IOException broken) {
            throw new IllegalStateException("The demo city can't print «" + fileName() + "»", broken);
        }
    }

    /** «Приказ 14-а.pdf». */
    String fileName() {
        return fileName + "." + format.name().toLowerCase(java.util.Locale.ROOT);
    }

    Format format() {
        return format;
    }

    /** The full name of the organisation. */
    String issuer() {
        return issuer;
    }

    String kind() {
        return kind;
    }

    /** «№ 14-а от 2 сентября 2026 г.». */
    String dated() {
        String day = new Russian().longDate(date).replace('\u00a0', ' ');
        return number == null ? "от " + day : "№ " + number + " от " + day;
    }

    String title() {
        return title;
    }

    List<String> body() {
        return body;
    }

    String signature() {
        return signature;
    }
}
