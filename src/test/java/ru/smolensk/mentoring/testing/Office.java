package ru.smolensk.mentoring.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * LibreOffice without a window: it opens what the portal has written and prints it as PDF. Where it is not installed its tests are skipped;
 * {@code PORTAL_OFFICE_REQUIRED} makes that a failure.
 */
public final class Office {

    private static final List<String> PLACES = List.of("/usr/bin/soffice", "/usr/bin/libreoffice", "/opt/libreoffice/program/soffice");

    private Office() {
    }

    /** The words of the file, as LibreOffice shows them on paper. */
    public static String words(byte[] content, String name) {
        return words(converted(content, name, "pdf"));
    }

    /** The words of a PDF. */
    public static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u00a0', ' ');
        } catch (IOException broken) {
            throw new AssertionError("not a PDF", broken);
        }
    }

    /** The file as LibreOffice saves it in another format. */
    public static byte[] converted(byte[] content, String name, String format) {
        String program = program();
        try {
            Path room = Files.createTempDirectory("office");
            try {
                Path file = Files.write(room.resolve(name), content);
                Process process = new ProcessBuilder(program, "-env:UserInstallation=" + room.resolve("profile").toUri(), "--headless",
                        "--norestore", "--convert-to", format, "--outdir", room.resolve("out").toString(), file.toString())
                        .redirectErrorStream(true).redirectOutput(room.resolve("log").toFile()).start();
                assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("LibreOffice finishes").isTrue();
                Path converted = room.resolve("out").resolve(name.substring(0, name.lastIndexOf('.') + 1) + format);
                assertThat(converted).as(() -> log(room)).exists();
                return Files.readAllBytes(converted);
            } finally {
                try (Stream<Path> left = Files.walk(room)) {
                    left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
                }
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String log(Path room) {
        try {
            return Files.readString(room.resolve("log"));
        } catch (IOException gone) {
            return "LibreOffice said nothing";
        }
    }

    private static String program() {
        Optional<String> installed = Stream.concat(Stream.ofNullable(System.getenv("PORTAL_OFFICE")), PLACES.stream())
                .filter(place -> Files.isExecutable(Path.of(place))).findFirst();
        if (installed.isEmpty()) {
            String reason = "no LibreOffice in " + PLACES + " nor in PORTAL_OFFICE";
            if (Boolean.parseBoolean(System.getenv("PORTAL_OFFICE_REQUIRED"))) {
                throw new AssertionError(reason);
            }
            abort(reason);
        }
        return installed.get();
    }
}
