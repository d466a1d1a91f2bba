package ru.smolensk.mentoring.signing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamReader;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;

/** What is gathered on the way: the words of each paragraph, and of each row of a table. */
class TemplateReading {

    static final Pattern TYPED = Pattern.compile("\\{\\{(.*?)}}");
    static final Pattern IN_ROW = Pattern.compile("\\[([^\\[\\]]*)]");
    /** Fields of Word that fetch something or run something when the paper is opened. */
    private static final Pattern REACHING_OUT = Pattern.compile(
            "(?i)\\b(INCLUDEPICTURE|INCLUDETEXT|IMPORT|DDE|DDEAUTO|LINK|EMBED|MACROBUTTON|DATABASE)\\b");

    private final PaperKind kind;
    private final Set<String> known;
    private final Refusals wrong;
    private final boolean speaking;
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final Deque<StringBuilder> rows = new ArrayDeque<>();
    private final Set<String> said = new HashSet<>();
    private boolean text;
    private boolean instruction;

    TemplateReading(PaperKind kind, Set<String> known, Refusals wrong, boolean speaking) {
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
        Refusal.when(alternative.contains("{{"), "file", "В описании картинки стоит поле «{{…}}»: в картинки портал ничего не вставляет. "
                + "Уберите его");
        Refusal.when(xml.getLocalName().equals("altChunk"), "file",
                "В шаблон вложен текст другого документа. Вставьте его обычным текстом и загрузите шаблон снова");
        Refusal.when(xml.getLocalName().equals("txbxContent"), "file",
                "В шаблоне есть надпись (текст в рамке поверх страницы): в PDF она не попадёт. Перенесите её текст в абзац или таблицу и "
                + "загрузите снова");
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
                + TemplateFile.shortened(words.strip()) + "»). Замените его обычным текстом и загрузите шаблон снова");
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
                wrong.when(true, "file", "Поля «{{" + TemplateFile.shortened(name) + "}}» у этого документа нет." + likely(name));
            } else if (rows.isEmpty() && kind.rows().stream().anyMatch(row -> row.name().equals(name)) && said.add(name)) {
                wrong.when(true, "file", "Поле «{{" + name + "}}» повторяет строку таблицы, поэтому стоит в ячейке, а не в тексте");
            }
        }
        String rest = typed.replaceAll("");
        wrong.when((rest.contains("{{") || rest.contains("}}")) && said.add(rest), "file", "Поле не закрыто или не открыто: «"
                + TemplateFile.shortened(rest.strip())
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
        wrong.when(named.size() > 1, "file", "В строке «" + repeated.get(0).typed()
                + "» стоят и другие поля в фигурных скобках. В повторяемой строке "
                + "пишите их в квадратных: «[" + repeated.get(0).fields().get(1).name() + "]»");
        Set<String> fields = repeated.get(0).fields().stream().map(MergeField::name).collect(Collectors.toSet());
        Matcher inRow = IN_ROW.matcher(words);
        while (inRow.find()) {
            String name = inRow.group(1);
            wrong.when(!fields.contains(name) && said.add("[" + name), "file", "В строке «" + repeated.get(0).typed() + "» нет поля «["
                    + TemplateFile.shortened(name)
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
                .map(field -> " Это поле строки «" + row.typed() + "»: наберите «" + field.inRow() + "» в той строке таблицы, где стоит «"
                + row.typed() + "»"))
                .findFirst().orElse(" Список полей – ниже на этой странице");
    }

    private static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\d№]", "");
    }
}
