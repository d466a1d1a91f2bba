package ru.smolensk.mentoring.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.platform.Refusal;

/**
 * Decides by the content alone what a file is, and refuses what a visitor of the public page couldn't safely open: another type, a
 * password, macros, a damaged file. The name plays no part.
 */
@Component
class FileInspection {

    private static final String ALLOWED = "Подойдут PDF, DOCX, DOC, ODT, XLSX, XLS, JPG и PNG";

    /** No table of contents of an honest document comes near it. */
    private static final int LARGEST_MANIFEST = 1024 * 1024;

    /** The signatures of PDF, JPEG and PNG. */
    private static final Map<String, FileType> BEGINNINGS = Map.of("255044462d", FileType.PDF, "ffd8ff", FileType.JPG,
            "89504e470d0a1a0a", FileType.PNG);
    private static final int LONGEST_BEGINNING = 8;

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("application/x-msdownload", "программа для Windows"),
            Map.entry("application/x-dosexec", "программа для Windows"),
            Map.entry("application/x-executable", "программа"),
            Map.entry("application/x-elf", "программа"),
            Map.entry("application/x-sh", "программа"),
            Map.entry("application/java-archive", "программа"),
            Map.entry("text/html", "веб-страница"),
            Map.entry("application/xhtml+xml", "веб-страница"),
            Map.entry("application/xml", "файл XML"),
            Map.entry("image/svg+xml", "рисунок SVG"),
            Map.entry("image/gif", "рисунок GIF"),
            Map.entry("image/webp", "рисунок WEBP"),
            Map.entry("image/heic", "снимок HEIC"),
            Map.entry("image/heif", "снимок HEIF"),
            Map.entry("image/tiff", "рисунок TIFF"),
            Map.entry("image/bmp", "рисунок BMP"),
            Map.entry("application/zip", "архив ZIP"),
            Map.entry("application/x-rar-compressed", "архив RAR"),
            Map.entry("application/x-7z-compressed", "архив 7z"),
            Map.entry("application/gzip", "архив GZ"),
            Map.entry("text/plain", "простой текст"),
            Map.entry("application/rtf", "документ RTF"),
            Map.entry("application/x-tika-ooxml", "документ Office, который не удаётся прочитать"),
            Map.entry("application/x-tika-msoffice", "документ Office, который не удаётся прочитать"),
            Map.entry("application/vnd.ms-powerpoint", "презентация PPT"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "презентация PPTX"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", "таблица ODS"),
            Map.entry("application/vnd.oasis.opendocument.presentation", "презентация ODP"));

    private static final int PNG_SIGNATURE = 8;
    /** The names of its parts IDAT and IEND. */
    private static final int PNG_PIXELS = 0x49444154;
    private static final int PNG_END = 0x49454e44;

    private final Detector packedDocuments = new DefaultZipContainerDetector();
    private final Detector detector = new DefaultDetector();

    /**
     * Says what the file is.
     *
     * @param name how the messages call it
     * @throws Refusal if it is not one of {@link FileType}, or is one that can't be opened
     */
    FileType typeOf(ArrivedFile file, String name) throws IOException {
        Optional<FileType> plain = byBeginning(file);
        FileType type = plain.isPresent() ? plain.get() : detected(file.path(), name);
        try {
            switch (type) {
                case PDF -> openPdf(file, name);
                case DOCX, XLSX, ODT -> openZip(file.path(), name);
                case DOC, XLS -> openOle(file.path(), name);
                case PNG -> {
                    openImage(file);
                    readPng(file);
                }
                default -> openImage(file);
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException unreadable) {
            throw new Refusal("Файл «" + name + "» повреждён: он похож на " + type.label()
                    + ", но не открывается. Проверьте его на своём компьютере, сохраните ещё раз и приложите снова");
        }
        return type;
    }

    /** The type that the first bytes decide alone: most files have one, and to try every pattern of Tika costs more than all the rest. */
    private static Optional<FileType> byBeginning(ArrivedFile file) throws IOException {
        try (InputStream content = file.open()) {
            String beginning = HexFormat.of().formatHex(content.readNBytes(LONGEST_BEGINNING));
            return BEGINNINGS.entrySet().stream().filter(one -> beginning.startsWith(one.getKey())).map(Map.Entry::getValue).findFirst();
        }
    }

    private FileType detected(Path path, String name) throws IOException {
        try (TikaInputStream content = TikaInputStream.get(path)) {
            // Documents of Office are recognised by their parts; to try every pattern of Tika first costs more than all the rest.
            Optional<FileType> packed = FileType.ofMediaType(packedDocuments.detect(content, new Metadata()).toString());
            if (packed.isPresent()) {
                return packed.get();
            }
            MediaType found = detector.detect(content, new Metadata());
            return FileType.ofMediaType(found.toString()).orElseThrow(() -> refusalOf(found, name));
        }
    }

    private static Refusal refusalOf(MediaType found, String name) {
        String type = found.toString();
        if (type.equals("application/x-tika-ooxml-protected")) {
            return locked(name);
        }
        if (type.contains("macroenabled")) {
            return macros(name);
        }
        String words = WORDS.get(found.getBaseType().toString());
        return new Refusal((words == null ? "Формат файла «" + name + "» портал не принимает, каким бы ни было его имя. "
                : "Файл «" + name + "» – это " + words + ", каким бы ни было его имя. ") + ALLOWED);
    }

    private static Refusal locked(String name) {
        return new Refusal("Файл «" + name + "» защищён паролем, и открыть его никто не сможет. Снимите пароль и приложите файл снова");
    }

    private static Refusal macros(String name) {
        return new Refusal("В файле «" + name + "» есть макросы – портал таких не принимает. Сохраните его без макросов или в PDF");
    }

    private static void openPdf(ArrivedFile file, String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.pages(), "", null, null,
                IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() == 0) {
                throw new IOException("no pages");
            }
        } catch (InvalidPasswordException password) {
            throw locked(name);
        }
    }

    private static void openZip(Path path, String name) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
            for (Iterator<ZipArchiveEntry> entries = zip.getEntries().asIterator(); entries.hasNext();) {
                ZipArchiveEntry entry = entries.next();
                String part = entry.getName();
                boolean script = part.matches("(Basic/.+/.+|Scripts/.+[^/])") && !part.matches(".*/script-l[bc]\\.xml");
                if (script || part.endsWith("vbaProject.bin")) {
                    throw macros(name);
                }
                if (entry.getGeneralPurposeBit().usesEncryption()
                        || part.equals("META-INF/manifest.xml") && text(zip, entry).contains("encryption-data")) {
                    throw locked(name);
                }
            }
        }
    }

    private static String text(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readNBytes(LARGEST_MANIFEST), StandardCharsets.UTF_8);
        }
    }

    private static void openOle(Path path, String name) throws IOException {
        try (POIFSFileSystem ole = new POIFSFileSystem(path.toFile(), true)) {
            DirectoryEntry root = ole.getRoot();
            if (root.hasEntryCaseInsensitive("Macros") || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                throw macros(name);
            }
            boolean word = root.hasEntryCaseInsensitive("WordDocument");
            String main = word ? "WordDocument" : root.hasEntryCaseInsensitive("Workbook") ? "Workbook" : "Book";
            try (DocumentInputStream content = ole.createDocumentInputStream(main)) {
                byte[] head = content.readNBytes(8192);
                Predicate<byte[]> encrypted = word ? FileInspection::encryptedWord : FileInspection::encryptedExcel;
                if (encrypted.test(head)) {
                    throw locked(name);
                }
            }
        }
    }

    /** The flag fEncrypted of the file information block. */
    private static boolean encryptedWord(byte[] head) {
        return (head[11] & 1) != 0;
    }

    /** The record FilePass stands among the first ones after BOF. */
    private static boolean encryptedExcel(byte[] head) {
        for (int at = 0; at + 4 <= head.length;) {
            int record = head[at] & 0xff | (head[at + 1] & 0xff) << 8;
            if (record == 0x2f) {
                return true;
            }
            at += 4 + (head[at + 2] & 0xff | (head[at + 3] & 0xff) << 8);
        }
        return false;
    }

    /** Its header is enough: the picture itself is never unpacked here. */
    private static void openImage(ArrivedFile file) throws IOException {
        try (ImageInputStream content = file.picture()) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(content);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(content);
                if (reader.getWidth(0) < 1 || reader.getHeight(0) < 1) {
                    throw new IOException("no size");
                }
            } finally {
                reader.dispose();
            }
        }
    }

    /** Walks along its parts: a picture has pixels and an end. */
    private static void readPng(ArrivedFile file) throws IOException {
        try (ImageInputStream content = file.picture()) {
            content.seek(PNG_SIGNATURE);
            boolean pixels = false;
            for (int part = 0; part != PNG_END;) {
                long length = content.readUnsignedInt();
                part = content.readInt();
                pixels |= part == PNG_PIXELS && length > 0;
                content.seek(content.getStreamPosition() + length);
                content.readInt();
            }
            if (!pixels) {
                throw new IOException("no pixels");
            }
        }
    }
}
