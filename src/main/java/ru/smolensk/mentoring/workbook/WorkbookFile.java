package ru.smolensk.mentoring.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.xml.sax.SAXException;
import ru.smolensk.mentoring.platform.Refusal;

/** An uploaded workbook: opened if it is one, otherwise refused with what is the matter and what to do. */
final class WorkbookFile {

    /** ◆ CONTRACT.md: 10 MB. */
    static final long LIMIT = 10L * 1024 * 1024;
    /** A file within the limits unpacks to a tenth of it; what becomes larger was made to choke its reader. */
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    /** The words of all cells: they are held in memory. */
    private static final long MOST_WORDS = 64L * 1024 * 1024;
    private static final String SAVE_AGAIN = "Сохраните таблицу в формате «Книга Excel (.xlsx)» или ODS и загрузите снова";

    private WorkbookFile() {
    }

    /**
     * What stands in the file.
     *
     * @throws Refusal if it is no workbook, or one that the portal does not open
     */
    static Content read(Path file) throws IOException {
        byte[] beginning = beginning(file);
        Refusal.when(beginning.length == 0, null, "Файл пустой. Проверьте, открывается ли он у вас, и выберите его ещё раз");
        if (Arrays.equals(beginning, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0})) {
            throw old(file);
        }
        Refusal.when(beginning.length < 4 || beginning[0] != 'P' || beginning[1] != 'K', null, "Это не таблица Excel и не ODS, каким бы ни было имя файла. "
                + SAVE_AGAIN);
        try {
            return spreadsheet(file) ? OdsReading.read(file) : XlsxReading.read(file);
        } catch (IOException | OpenXML4JException | SAXException | XMLStreamException | OpenXML4JRuntimeException | POIXMLException
                | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException | NullPointerException | ClassCastException
                | java.time.DateTimeException unreadable) {
            throw new Refusal("Файл повреждён или загружен не целиком: портал не может его прочитать. Откройте его у себя, сохраните ещё раз и загрузите снова");
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(4);
        }
    }

    /** A file of the old kind; a new one with a password is packed in such a file too. */
    private static Refusal old(Path file) {
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
            if (ole.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return locked();
            }
            if (ole.getRoot().hasEntryCaseInsensitive("Workbook") || ole.getRoot().hasEntryCaseInsensitive("Book")) {
                return new Refusal("Это книга старого Excel (.xls). " + SAVE_AGAIN);
            }
        } catch (IOException | RuntimeException broken) {
            // Then it is nothing that could be named.
        }
        return new Refusal("Это не таблица Excel и не ODS, каким бы ни было имя файла. " + SAVE_AGAIN);
    }

    private static Refusal locked() {
        return new Refusal("Таблица защищена паролем, портал не может её открыть. Снимите пароль («Файл» – «Сведения» – «Защита книги») и загрузите её снова");
    }

    /** Unpacks everything once, counting; looks for what must not be there. Whether it is a spreadsheet of OpenDocument; otherwise one of Excel. */
    private static boolean spreadsheet(Path file) throws IOException {
        boolean excel = false;
        boolean open = false;
        long unpacked = 0;
        byte[] piece = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                String start = null;
                long size = 0;
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.readNBytes(piece, 0, piece.length); read > 0; read = content.readNBytes(piece, 0, piece.length)) {
                        start = start == null ? new String(piece, 0, read, StandardCharsets.UTF_8) : start;
                        size += read;
                        unpacked += read;
                        Refusal.when(unpacked > MOST_UNPACKED || name.endsWith("sharedStrings.xml") && size > MOST_WORDS, null,
                                "Внутри файла больше данных, чем может быть в таблице организации. Скопируйте строки в пустой шаблон и загрузите его");
                    }
                }
                excel |= name.equalsIgnoreCase("xl/workbook.xml");
                expectHarmless(name, start == null ? "" : start);
                open |= name.equals("mimetype") && start != null && start.startsWith("application/vnd.oasis.opendocument.spreadsheet");
                Refusal.when(name.equals("xl/workbook.bin"), null, "Это двоичная книга Excel (.xlsb). " + SAVE_AGAIN);
            }
        }
        Refusal.when(!excel && !open, null, "Это не таблица Excel и не ODS, каким бы ни было имя файла. " + SAVE_AGAIN);
        return open;
    }

    private static void expectHarmless(String name, String start) {
        boolean basic = name.matches("(Basic/.+/.+|Scripts/.+[^/])") && !name.matches(".*/script-l[bc]\\.xml");
        Refusal.when(basic || name.endsWith("vbaProject.bin") || name.equals("[Content_Types].xml") && start.contains("macroEnabled"), null,
                "В файле есть макросы – портал такие не принимает. " + SAVE_AGAIN);
        if (name.equals("META-INF/manifest.xml") && start.contains("encryption-data")) {
            throw locked();
        }
    }
}
