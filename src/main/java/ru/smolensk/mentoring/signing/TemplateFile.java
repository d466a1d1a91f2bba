package ru.smolensk.mentoring.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final Pattern TYPED = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern IN_ROW = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern SPEAKING_PART = Pattern.compile("word/(document|header\\d*|footer\\d*|footnotes|endnotes|comments)\\.xml");
    /** Fields of Word that fetch something or run something when the paper is opened. */
    private static final Pattern REACHING_OUT = Pattern.compile("(?i)\\b(INCLUDEPICTURE|INCLUDETEXT|IMPORT|DDE|DDEAUTO|LINK|EMBED|MACROBUTTON|DATABASE)\\b");

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
        Refusal.when(content.length < 4 || content[0] != 'P' || content[1] != 'K', "file", "Это не документ Word, каким бы ни было имя файла. " + SAVE_AGAIN);
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
                Reading reading = new Reading(kind, known, wrong, SPEAKING_PART.matcher(name).matches());
                read(name, part, reading);
            }
        });
        wrong.refuse();
        Refusal.when(named(content).isEmpty(), "file", "В шаблоне нет ни одного поля в двойных фигурных скобках: в документ не попало бы ничего из того, "
                + "что внесено в портал. Возьмите за основу нынешний шаблон");
    }

    /** The fields that the template names, in the order of its text. */
    static List<String> named(byte[] content) {
        List<String> named = new ArrayList<>();
        unpacked(content).forEach((name, part) -> {
            if (SPEAKING_PART.matcher(name).matches()) {
                read(name, part, new Reading(null, Set.of(), null, true) {
                    @Override
                    void paragraph(String words) {
                        Matcher typed = TYPED.matcher(words);
                        while (typed.find()) {
                            named.add(typed.group(1));
                        }
                        super.paragraph(words);
                    }

                    @Override
                    void row(String words) {
                        Matcher inRow = IN_ROW.matcher(words);
                        while (TYPED.matcher(words).find() && inRow.find()) {
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
                    ? "Шаблон защищён паролем, портал не может его открыть. Снимите пароль («Файл» – «Сведения» – «Защита документа») и загрузите его снова"
                    : damaged());
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refusal("file", damaged());
        }
        return parts;
    }

    private static String damaged() {
        return "Файл повреждён или загружен не целиком: портал не может его прочитать. Откройте его у себя, сохраните ещё раз и загрузите снова";
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
        Refusal.when(lower.contains("/charts/") || lower.contains("/diagrams/"), "file", "В шаблоне есть диаграмма. Уберите её и загрузите шаблон снова");
    }

    /** Links in the text are harmless; what the paper would fetch when it is opened is not. */
    private static void expectNothingOutside(String name, byte[] part) {
        read(name, part, new Reading(null, Set.of(), null, false) {
            @Override
            void element(XMLStreamReader xml) {
                boolean outside = "External".equalsIgnoreCase(xml.getAttributeValue(null, "TargetMode"));
                String type = String.valueOf(xml.getAttributeValue(null, "Type"));
                String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                boolean link = type.endsWith("/hyperlink") && target.matches("(?i)(https?://|mailto:).*");
                Refusal.when(outside && !link, "file", type.endsWith("/attachedTemplate")
                        ? "Документ привязан к чужому шаблону Word (" + shortened(target) + "). Отвяжите его («Разработчик» – «Шаблон документа») и загрузите снова"
                        : "Шаблон берёт что-то из другого места: " + shortened(target) + ". Вставьте это в сам документ и загрузите шаблон снова");
            }
        });
    }

    private static String shortened(String words) {
        return words.length() <= 80 ? words : words.substring(0, 79) + "…";
    }

    /** Walks along the words of a part; nothing outside the part is ever read. */
    private static void read(String name, byte[] part, Reading reading) {
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

    /** What is gathered on the way: the words of each paragraph, and of each row of a table. */
    private static class Reading {

        private final PaperKind kind;
        private final Set<String> known;
        private final Refusals wrong;
        private final boolean speaking;
        private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
        private final Deque<StringBuilder> rows = new ArrayDeque<>();
        private final Set<String> said = new HashSet<>();
        private boolean text;
        private boolean instruction;

        Reading(PaperKind kind, Set<String> known, Refusals wrong, boolean speaking) {
            this.kind = kind;
            this.known = known;
            this.wrong = wrong;
            this.speaking = speaking;
        }

        void element(XMLStreamReader xml) {
            if (wrong == null) {
                return;
            }
            String alternative = xml.getLocalName().equals("docPr") || xml.getLocalName().equals("shape")
                    ? xml.getAttributeValue(null, "descr") + xml.getAttributeValue(null, "alt") + xml.getAttributeValue(null, "title") : "";
            Refusal.when(alternative.contains("{{"), "file", "В описании картинки стоит поле «{{…}}»: в картинки портал ничего не вставляет. Уберите его");
            Refusal.when(xml.getLocalName().equals("altChunk"), "file",
                    "В шаблон вложен текст другого документа. Вставьте его обычным текстом и загрузите шаблон снова");
            Refusal.when(xml.getLocalName().equals("txbxContent"), "file",
                    "В шаблоне есть надпись (текст в рамке поверх страницы): в PDF она не попадёт. Перенесите её текст в абзац или таблицу и загрузите снова");
            if (xml.getLocalName().equals("fldSimple")) {
                instruction(String.valueOf(xml.getAttributeValue(xml.getNamespaceURI(), "instr")));
            }
        }

        final void start(XMLStreamReader xml) {
            element(xml);
            if (!speaking) {
                return;
            }
            switch (xml.getLocalName()) {
                case "p" -> paragraphs.push(new StringBuilder());
                case "tr" -> rows.push(new StringBuilder());
                case "t" -> text = true;
                case "instrText" -> instruction = true;
                case "tab", "br", "cr" -> words(" ", true);
                default -> { }
            }
        }

        final void words(String words) {
            words(words, text);
            if (instruction && wrong != null) {
                instruction(words);
            }
        }

        private void words(String words, boolean shown) {
            if (shown && !paragraphs.isEmpty()) {
                paragraphs.peek().append(words);
            }
        }

        private void instruction(String words) {
            Refusal.when(REACHING_OUT.matcher(words).find(), "file", "В шаблоне есть поле Word, которое берёт содержимое из другого места («"
                    + shortened(words.strip()) + "»). Замените его обычным текстом и загрузите шаблон снова");
        }

        final void end(String element) {
            if (!speaking) {
                return;
            }
            switch (element) {
                case "t" -> text = false;
                case "instrText" -> instruction = false;
                case "p" -> {
                    String words = paragraphs.pop().toString();
                    paragraph(words);
                    if (!rows.isEmpty() && paragraphs.isEmpty()) {
                        rows.peek().append(words).append('\n');
                    }
                }
                case "tr" -> row(rows.pop().toString());
                default -> { }
            }
        }

        void paragraph(String words) {
            if (wrong == null) {
                return;
            }
            Matcher typed = TYPED.matcher(words);
            while (typed.find()) {
                String name = typed.group(1);
                if (!known.contains(name) && said.add(name)) {
                    wrong.when(true, "file", "Поля «{{" + shortened(name) + "}}» у этого документа нет." + likely(name));
                } else if (rows.isEmpty() && kind.rows().stream().anyMatch(row -> row.name().equals(name)) && said.add(name)) {
                    wrong.when(true, "file", "Поле «{{" + name + "}}» повторяет строку таблицы, поэтому стоит в ячейке, а не в тексте");
                }
            }
            String rest = typed.replaceAll("");
            wrong.when((rest.contains("{{") || rest.contains("}}")) && said.add(rest), "file", "Поле не закрыто или не открыто: «" + shortened(rest.strip())
                    + "». Наберите его целиком в одном абзаце: две скобки, название, две скобки");
        }

        void row(String words) {
            if (wrong == null) {
                return;
            }
            List<String> named = TYPED.matcher(words).results().map(found -> found.group(1)).toList();
            List<RepeatedRow> repeated = kind.rows().stream().filter(row -> named.contains(row.name())).toList();
            if (repeated.isEmpty()) {
                return;
            }
            wrong.when(named.size() > 1, "file", "В строке «" + repeated.get(0).typed() + "» стоят и другие поля в фигурных скобках. В повторяемой строке "
                    + "пишите их в квадратных: «[" + repeated.get(0).fields().get(1).name() + "]»");
            Set<String> fields = repeated.get(0).fields().stream().map(MergeField::name).collect(Collectors.toSet());
            Matcher inRow = IN_ROW.matcher(words);
            while (inRow.find()) {
                String name = inRow.group(1);
                wrong.when(!fields.contains(name) && said.add("[" + name), "file", "В строке «" + repeated.get(0).typed() + "» нет поля «[" + shortened(name)
                        + "]». Есть: " + fields.stream().sorted().map(field -> "[" + field + "]").collect(Collectors.joining(", ")));
            }
            String rest = inRow.replaceAll("");
            wrong.when((rest.contains("[") || rest.contains("]")) && said.add(rest), "file",
                    "В строке «" + repeated.get(0).typed() + "» квадратная скобка не закрыта или не открыта");
        }

        /** The field that was probably meant. */
        private String likely(String name) {
            String plain = plain(name);
            return known.stream().filter(one -> plain(one).equals(plain)).findFirst().map(one -> " Наберите «{{" + one + "}}»")
                    .orElse(inRow(plain));
        }

        /** A field of a row that stands in the text, in the braces of the others. */
        private String inRow(String plain) {
            return kind.rows().stream().flatMap(row -> row.fields().stream().filter(field -> plain(field.name()).equals(plain))
                    .map(field -> " Это поле строки «" + row.typed() + "»: наберите «" + field.inRow() + "» в той строке таблицы, где стоит «" + row.typed() + "»"))
                    .findFirst().orElse(" Список полей – ниже на этой странице");
        }

        private static String plain(String name) {
            return name.toLowerCase(java.util.Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\d№]", "");
        }
    }
}
