package ru.smolensk.mentoring.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;

/**
 * A template that somebody wants the portal to use: looked through before any library opens it. What could run, fetch or hide something is
 * refused, and so is every field that the kind does not have. Nothing but the listed fields ever gets a meaning.
 */
final class TemplateFile {

    /** ◆ A template is words and perhaps a coat of arms. */
    static final int LIMIT = 1024 * 1024;
    static final String TOO_LARGE = "Шаблон больше 1 МБ. Уберите из него картинки или сожмите их и загрузите снова";
    private static final long MOST_UNPACKED = 20L * 1024 * 1024;
    private static final int MOST_PARTS = 500;
    private static final String SAVE_AGAIN = "Сохраните шаблон в Word как «Документ Word (.docx)» и загрузите снова";
    private static final String MAIN_PART = "word/document.xml";
    private static final Pattern SPEAKING_PART = Pattern.compile("word/(document|header\\d*|footer\\d*|footnotes|endnotes|comments)\\.xml");

    private TemplateFile() {
    }

    /**
     * Looks the file through.
     *
     * @throws Refusal with everything that is wrong, at the field {@code file}
     */
    static void expectFit(byte[] content, PaperKind kind) {
        Refusal.when(content.length == 0, "file", "Файл пустой. Проверьте, открывается ли он у вас, и выберите его ещё раз");
        Refusal.when(content.length > LIMIT, "file", TOO_LARGE);
        if (content.length >= 4 && Arrays.equals(Arrays.copyOf(content, 4), new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0})) {
            throw old(content);
        }
        Refusal.when(content.length < 4 || content[0] != 'P' || content[1] != 'K', "file",
                "Это не документ Word, каким бы ни было имя файла. " + SAVE_AGAIN);
        Map<String, byte[]> parts = unpacked(content);
        Refusal.when(!parts.containsKey(MAIN_PART) || !parts.containsKey("[Content_Types].xml"), "file",
                "Это не документ Word, каким бы ни было имя файла. " + SAVE_AGAIN);
        parts.keySet().forEach(TemplateFile::expectHarmless);
        Refusal.when(new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8).contains("macroEnabled"), "file", macros());
        Refusals wrong = new Refusals();
        Set<String> known = new HashSet<>();
        kind.fields().forEach(field -> known.add(field.name()));
        kind.rows().forEach(row -> known.add(row.name()));
        parts.forEach((name, part) -> {
            if (name.endsWith(".rels")) {
                expectNothingOutside(name, part);
            } else if (name.endsWith(".xml")) {
                TemplateReading reading = new TemplateReading(kind, known, wrong, SPEAKING_PART.matcher(name).matches());
                read(name, part, reading);
            }
        });
        wrong.refuse();
        Refusal.when(named(content).isEmpty(), "file", "В шаблоне нет ни одного поля в двойных фигурных скобках: в документ не попало бы "
                + "ничего из того, "
                + "что внесено в портал. Возьмите за основу нынешний шаблон");
    }

    /** The fields that the template names, in the order of its text. */
    static List<String> named(byte[] content) {
        List<String> named = new ArrayList<>();
        unpacked(content).forEach((name, part) -> {
            if (SPEAKING_PART.matcher(name).matches()) {
                read(name, part, new TemplateReading(null, Set.of(), null, true) {
                    @Override
                    void paragraph(String words) {
                        Matcher typed = TemplateReading.TYPED.matcher(words);
                        while (typed.find()) {
                            named.add(typed.group(1));
                        }
                        super.paragraph(words);
                    }

                    @Override
                    void row(String words) {
                        Matcher inRow = TemplateReading.IN_ROW.matcher(words);
                        while (TemplateReading.TYPED.matcher(words).find() && inRow.find()) {
                            named.add(inRow.group());
                        }
                    }
                });
            }
        });
        return named;
    }

    /** What is left of fields in a filled paper: they stood where the library does not look. */
    static Optional<String> leftOver(byte[] filled) {
        List<String> left = named(filled);
        return left.isEmpty() ? Optional.empty() : Optional.of(left.get(0));
    }

    private static Map<String, byte[]> unpacked(byte[] content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes((int) (MOST_UNPACKED - unpacked) + 1);
                unpacked += part.length;
                Refusal.when(unpacked > MOST_UNPACKED || parts.size() >= MOST_PARTS, "file",
                        "Внутри файла больше данных, чем может быть в шаблоне. Скопируйте текст в новый документ Word и загрузите его");
                Refusal.when(parts.put(entry.getName().replace('\\', '/'), part) != null, "file", damaged());
            }
        } catch (ZipException encrypted) {
            throw new Refusal("file", encrypted.getMessage() != null && encrypted.getMessage().contains("encrypted")
                    ? "Шаблон защищён паролем, портал не может его открыть. Снимите пароль («Файл» – «Сведения» – «Защита документа») и "
                    + "загрузите его снова"
                    : damaged());
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refusal("file", damaged());
        }
        return parts;
    }

    private static String damaged() {
        return "Файл повреждён или загружен не целиком: портал не может его прочитать. Откройте его у себя, сохраните ещё раз и загрузите "
                + "снова";
    }

    private static String macros() {
        return "В файле есть макросы – портал такие не принимает. " + SAVE_AGAIN;
    }

    private static Refusal old(byte[] content) {
        try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            if (ole.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return new Refusal("file", "Шаблон защищён паролем, портал не может его открыть. "
                        + "Снимите пароль («Файл» – «Сведения» – «Защита документа») и загрузите его снова");
            }
            if (ole.getRoot().hasEntryCaseInsensitive("WordDocument")) {
                return new Refusal("file", "Это документ старого Word (.doc). " + SAVE_AGAIN);
            }
        } catch (IOException | RuntimeException broken) {
            // Then it is nothing that could be named.
        }
        return new Refusal("file", "Это не документ Word, каким бы ни было имя файла. " + SAVE_AGAIN);
    }

    private static void expectHarmless(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        Refusal.when(lower.contains("vba") || lower.endsWith(".bin") && lower.contains("macro"), "file", macros());
        Refusal.when(lower.contains("/embeddings/") || lower.contains("/activex/") || lower.contains("oleobject"), "file",
                "В шаблон вложен другой файл или объект. Удалите его и загрузите шаблон снова");
        Refusal.when(lower.contains("/afchunk") || lower.endsWith(".mht") || lower.endsWith(".html") || lower.endsWith(".htm"), "file",
                "В шаблон вложен текст другого документа. Вставьте его обычным текстом и загрузите шаблон снова");
        Refusal.when(lower.contains("/charts/") || lower.contains("/diagrams/"), "file",
                "В шаблоне есть диаграмма. Уберите её и загрузите шаблон снова");
    }

    /** Links in the text are harmless; what the paper would fetch when it is opened is not. */
    private static void expectNothingOutside(String name, byte[] part) {
        read(name, part, new TemplateReading(null, Set.of(), null, false) {
            @Override
            void element(XMLStreamReader xml) {
                boolean outside = "External".equalsIgnoreCase(xml.getAttributeValue(null, "TargetMode"));
                String type = String.valueOf(xml.getAttributeValue(null, "Type"));
                String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                boolean link = type.endsWith("/hyperlink") && target.matches("(?i)(https?://|mailto:).*");
                Refusal.when(outside && !link, "file", type.endsWith("/attachedTemplate")
                        ? "Документ привязан к чужому шаблону Word (" + shortened(target)
                        + "). Отвяжите его («Разработчик» – «Шаблон документа») и загрузите снова"
                        : "Шаблон берёт что-то из другого места: " + shortened(target)
                        + ". Вставьте это в сам документ и загрузите шаблон снова");
            }
        });
    }

    static String shortened(String words) {
        return words.length() <= 80 ? words : words.substring(0, 79) + "…";
    }

    /** Walks along the words of a part; nothing outside the part is ever read. */
    private static void read(String name, byte[] part, TemplateReading reading) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("an entity from elsewhere");
        });
        try (InputStream content = new ByteArrayInputStream(part)) {
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Refusal("file",
                            "Внутри файла есть объявления, которых в документах Word не бывает. " + SAVE_AGAIN);
                    case XMLStreamConstants.START_ELEMENT -> reading.start(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> reading.words(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> reading.end(xml.getLocalName());
                    default -> { }
                }
            }
            xml.close();
        } catch (XMLStreamException | IOException broken) {
            throw new Refusal("file", damaged());
        }
    }
}
