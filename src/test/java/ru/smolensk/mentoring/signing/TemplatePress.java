package ru.smolensk.mentoring.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLanguage;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * Sets the built-in templates, {@code src/main/resources/signing/*.docx}. They are part of the sources; this writes them anew:
 * {@code ./mvnw test -Dtest=BuiltInTemplatesTest -Dtemplates.write=true}.
 */
final class TemplatePress {

    static final Path SHELF = Path.of("src/main/resources/signing");

    private static final int SHORT = 11906;
    private static final int LONG = 16838;
    private static final int LEFT = 1701;
    private static final int RIGHT = 851;
    private static final int EDGE = 1134;
    private static final String FACE = "Times New Roman";
    private static final Set<PaperKind> LARGE = EnumSet.of(PaperKind.ASSIGNMENT_ORDER, PaperKind.CURATOR_ORDER, PaperKind.LETTER_OF_THANKS);
    private static final ParagraphAlignment CENTRE = ParagraphAlignment.CENTER;
    private static final ParagraphAlignment BOTH = ParagraphAlignment.BOTH;
    private static final ParagraphAlignment BEGIN = ParagraphAlignment.LEFT;
    private static final ParagraphAlignment END = ParagraphAlignment.RIGHT;

    private final XWPFDocument document = new XWPFDocument();
    private final int width;
    private final int size;

    private TemplatePress(String title, boolean lying, int size) {
        this.size = size;
        width = (lying ? LONG : SHORT) - LEFT - RIGHT;
        sheet(lying);
        styles();
        document.getProperties().getCoreProperties().setTitle(title);
        XWPFParagraph number = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        number.setAlignment(CENTRE);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
        document.getDocument().getBody().getSectPr().addNewTitlePg();
    }

    /** Writes them all. */
    static void write() {
        for (PaperKind kind : PaperKind.values()) {
            try {
                Files.createDirectories(SHELF);
                Files.write(SHELF.resolve(kind.word() + ".docx"), docx(kind));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    static byte[] docx(PaperKind kind) {
        TemplatePress press = new TemplatePress(kind.label(), kind.lying(), LARGE.contains(kind) ? 14 : 12);
        switch (kind) {
            case ASSIGNMENT_ORDER -> press.assignmentOrder();
            case CURATOR_ORDER -> press.curatorOrder();
            case PROGRAMME -> press.programme();
            case PROCESSING_CONSENT -> press.processingConsent();
            case DISTRIBUTION_CONSENT -> press.distributionConsent();
            case PARTIES_CONSENT -> press.partiesConsent();
            case ROADMAP -> press.roadmap();
            case MEETING_PROTOCOL -> press.protocol();
            case LETTER_OF_THANKS -> press.thanks();
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(); XWPFDocument document = press.document) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void assignmentOrder() {
        orderHead();
        words("В целях реализации системы (целевой модели) наставничества педагогических работников, на основании приказа управления "
                + "образования и молодежной "
                + "политики Администрации города Смоленска от 30.12.2021 №\u00a0475, в соответствии со статьёй 351.8 Трудового кодекса "
                + "Российской Федерации и с письменного "
                + "согласия сторон");
        line(BEGIN, "**ПРИКАЗЫВАЮ:**", 120, 120);
        words("1. Закрепить наставнические пары и группы:");
        table(List.of("№", "Наставник", "Наставляемые", "Форма и модель наставничества", "Срок"), List.of(6, 25, 28, 24, 17),
                List.of("{{пары}}[№]", "[наставник и должность]", "[наставляемые]", "[форма]\n[модель]", "[срок]"));
        line(BEGIN, "", 0, 0);
        words("2. Наставникам разработать персонализированные программы наставничества и представить их на утверждение в течение десяти "
                + "рабочих дней.");
        words("3. Куратору внедрения целевой модели наставничества сопровождать работу пар и групп и вести их учёт.");
        words("4. Контроль за исполнением приказа оставляю за собой.");
        signature("Руководитель");
        keep(line(BEGIN, "С приказом ознакомлены:", 360, 120));
        table(List.of("ФИО", "Роль", "Подпись", "Дата"), List.of(40, 22, 19, 19), List.of("{{ознакомлены}}[фио]", "[роль]", "", ""));
    }

    private void curatorOrder() {
        orderHead("О назначении куратора внедрения целевой модели наставничества");
        words("На основании пункта 4.1 приказа управления образования и молодежной политики Администрации города Смоленска от 30.12.2021 "
                + "№\u00a0475 "
                + "«О внедрении системы наставничества (целевой модели) педагогических работников в образовательных организациях города "
                + "Смоленска»");
        line(BEGIN, "**ПРИКАЗЫВАЮ:**", 120, 120);
        words("1. Назначить куратором внедрения целевой модели наставничества в организации следующего работника:");
        line(BEGIN, "**{{куратор}}**, {{должность куратора}}", 60, 60);
        words("Срок: с {{первый день}} {{последний день}}");
        words("2. Куратору:");
        words("– формировать базы наставников и наставляемых и передавать сведения в городской методический отдел;");
        words("– организовать разработку персонализированных программ наставничества и сопровождать их выполнение;");
        words("– вести раздел «Наставничество» и внутренний мониторинг.");
        words("3. Контроль за исполнением приказа оставляю за собой.");
        signature("Руководитель");
        keep(line(BEGIN, "С приказом ознакомлен(а):", 360, 60));
        signature("{{куратор кратко}}");
    }

    private void programme() {
        line(CENTRE, "{{организация}}", 0, 240);
        line(END, "**УТВЕРЖДЕНО**", 0, 0);
        line(END, "приказом от {{дата утверждения}}", 0, 0);
        line(END, "№ {{номер акта}}", 0, 0);
        line(END, "Руководитель ____________ / ____________________", 120, 360);
        line(CENTRE, "**ПЕРСОНАЛИЗИРОВАННАЯ ПРОГРАММА НАСТАВНИЧЕСТВА**", 0, 60);
        line(CENTRE, "**«{{название программы}}»**", 0, 60);
        line(CENTRE, "{{редакция}}", 0, 120);
        table(null, List.of(35, 65),
                List.of("Наставник", "{{наставник и должность}}"), List.of("Наставляемые", "{{наставляемые}}"),
                List.of("Форма наставничества", "{{форма}}"), List.of("Модель наставничества", "{{модель}}"),
                List.of("Срок программы", "{{начало}} – {{окончание}}"), List.of("Профессиональные затруднения", "{{затруднения}}"),
                List.of("Цель", "{{цель}}"),
                List.of("Задачи", "{{задачи}}"), List.of("Ожидаемые результаты", "{{ожидаемые результаты}}"));
        line(BEGIN, "**План мероприятий**", 240, 120);
        table(List.of("№", "Мероприятие", "Форма", "Срок", "Результат", "Выполнено"), List.of(6, 26, 18, 15, 20, 15),
                List.of("{{мероприятия}}[№]", "[мероприятие]", "[форма]", "[срок]", "[результат]", "[выполнено]"));
        line(BEGIN, "**Итоги программы:** {{итоги}}", 240, 120);
        keepLast();
        keep(line(BEGIN, "", 120, 0));
        table(null, List.of(30, 26, 44), true, List.of("{{подписи}}[роль]", "____________", "/[фио]/"),
                List.of("Куратор", "____________", "/____________________/"));
        keepRows(0);
    }

    private void to() {
        line(END, "Руководителю организации", 0, 0);
        line(END, "____________________________________", 60, 0);
        line(END, "Организация: {{организация}}", 60, 360);
    }

    private void consentHead(String title) {
        to();
        line(CENTRE, "**" + title + "**", 0, 240);
        words("Я, **{{фио}}**, {{должность и место работы}},");
        line(BEGIN, "документ, удостоверяющий личность: _____________________________________", 0, 40);
        line(BEGIN, "серия\u00a0____________ №\u00a0____________________", 0, 40);
        line(BEGIN, "выдан ____________________________________________________________________", 0, 40);
        line(BEGIN, "адрес: ___________________________________________________________________,", 0, 80);
    }

    /** Who processes the data: the portal knows neither the address nor the numbers of the operator. */
    private void operator() {
        line(BEGIN, "**Оператор:** {{организация}}", 60, 40);
        line(BEGIN, "адрес оператора: __________________________________________________________", 0, 40);
        line(BEGIN, "ИНН\u00a0____________________ ОГРН\u00a0____________________", 0, 80);
    }

    private void processingConsent() {
        consentHead("СОГЛАСИЕ\nна обработку персональных данных");
        words("в соответствии со статьёй 9 Федерального закона от 27.07.2006 №\u00a0152-ФЗ «О персональных данных» свободно, своей волей и "
                + "в своём интересе даю "
                + "согласие на обработку моих персональных данных.");
        operator();
        words("**Цель:** моё участие в системе (целевой модели) наставничества педагогических работников города Смоленска. Роль: "
                + "{{роль}}.");
        words("**Персональные данные:** фамилия, имя, отчество; дата рождения; должность и место работы или учёбы; педагогический стаж; "
                + "квалификационная "
                + "категория; компетенции, достижения и ресурс времени наставника; запрос наставляемого; сведения об участии в "
                + "наставнических парах, группах и "
                + "программах.");
        words("**Действия:** сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача "
                + "муниципальному координатору "
                + "(управлению образования и молодежной политики Администрации города Смоленска, городскому методическому отделу), "
                + "блокирование, удаление, "
                + "уничтожение – с использованием средств автоматизации и без них.");
        words("Согласие действует со дня подписания до «___» ____________ 20___ г.; если день не вписан – до окончания моего участия в "
                + "системе наставничества.");
        words("Я могу отозвать согласие в любое время письменным заявлением, переданным оператору по адресу, указанному выше. После отзыва "
                + "оператор "
                + "прекращает обработку и уничтожает персональные данные в срок, установленный статьёй 21 того же закона.");
        words("Это согласие не разрешает распространять мои персональные данные: на распространение даётся отдельное согласие.");
        consentSignature();
    }

    private void distributionConsent() {
        consentHead("СОГЛАСИЕ\nна обработку персональных данных, разрешённых субъектом\nперсональных данных для распространения");
        words("в соответствии со статьёй 10.1 Федерального закона от 27.07.2006 №\u00a0152-ФЗ «О персональных данных» даю согласие на "
                + "распространение моих "
                + "персональных данных.");
        operator();
        words("**Цель:** публикация сведений о наставничестве в городе Смоленске. Роль: {{роль}}.");
        line(BEGIN, "**Информационные ресурсы**, на которых данные увидит неограниченный круг лиц:", 40, 40);
        line(BEGIN, "портал наставничества города Смоленска: {{портал}}", 0, 40);
        line(BEGIN, "сайт организации: {{сайт организации}}", 0, 40);
        line(BEGIN, "другой сайт (если есть): ___________________________________________________", 0, 80);
        keep(words("**Разрешаю распространять** (впишите «да» или «нет» в каждую строку):"));
        table(List.of("Персональные данные", "Да / нет"), List.of(78, 22), List.of("фамилия, имя, отчество", ""),
                List.of("должность, место работы или учёбы", ""),
                List.of("педагогический стаж, квалификационная категория", ""), List.of("компетенции, достижения, опыт наставничества", ""),
                List.of("фотографии", ""));
        line(BEGIN, "**Условия и запреты** (если есть): ______________________________________________", 120, 60);
        line(BEGIN, "___________________________________________________________________________", 0, 120);
        line(BEGIN, "Мои контактные данные (телефон, электронная почта или адрес):", 0, 40);
        line(BEGIN, "___________________________________________________________________________", 0, 120);
        words("Согласие действует со дня подписания до «___» ____________ 20___ г. или до отзыва.");
        words("Я могу отозвать согласие в любое время письменным заявлением, переданным оператору по адресу, указанному выше: "
                + "распространение прекращается "
                + "в течение трёх рабочих дней (часть 12 статьи 10.1 того же закона).");
        consentSignature();
    }

    private void consentSignature() {
        keepLast();
        keep(line(BEGIN, "", 120, 0));
        table(null, List.of(34, 26, 40), true, List.of("{{дата согласия}}", "____________", "{{фио}}"));
    }

    private void partiesConsent() {
        to();
        line(CENTRE, "**СОГЛАСИЕ\nна закрепление в качестве наставника и наставляемого**", 0, 60);
        line(CENTRE, "(статья 351.8 Трудового кодекса Российской Федерации)", 0, 240);
        words("Наставник: **{{наставник и должность}}** – согласен (согласна) выполнять работу по наставничеству.");
        words("Наставляемые согласны работать с этим наставником:");
        line(BEGIN, "{{наставляемые}}", 60, 120);
        table(null, List.of(38, 62), List.of("Форма наставничества", "{{форма}}"), List.of("Срок", "{{начало}} – {{окончание}}"),
                List.of("Содержание и форма работы", "по персонализированной программе наставничества"),
                List.of("Приказ о закреплении", "№ {{номер приказа}}, {{дата приказа}}"),
                List.of("Размер и условия выплаты за наставничество", "____________________"));
        line(BEGIN, "", 60, 0);
        words("Наставник вправе досрочно отказаться от работы по наставничеству, а работодатель – досрочно отменить поручение, предупредив "
                + "об этом другую сторону "
                + "письменно не менее чем за три рабочих дня.");
        keep(line(BEGIN, "Дата согласия: {{дата согласия}}", 120, 120));
        table(List.of("Сторона", "ФИО, должность", "Подпись"), List.of(22, 52, 26), List.of("{{стороны}}[роль]", "[фио]\n[должность]", ""));
    }

    private void roadmap() {
        table(null, List.of(50, 50), true, List.of("СОГЛАСОВАНО\nмуниципальный координатор\n____________ / ____________________\n{{дата "
                + "согласования}}",
                "УТВЕРЖДАЮ\nруководитель {{организация кратко}}\n____________ / ____________________\n«___» ____________ 20___ г."));
        line(CENTRE, "**ПЛАН МЕРОПРИЯТИЙ (ДОРОЖНАЯ КАРТА)**", 240, 0);
        line(CENTRE, "**внедрения системы наставничества (целевой модели) педагогических работников**", 0, 0);
        line(CENTRE, "{{организация}}", 0, 0);
        line(CENTRE, "на {{учебный год}} учебный год", 0, 0);
        line(CENTRE, "{{редакция}}", 0, 120);
        table(List.of("№", "Мероприятие", "Срок", "Ответственный исполнитель", "Результат, вид документа"), List.of(6, 38, 16, 20, 20),
                List.of("{{строки}}[№]", "[мероприятие]", "[срок]", "[ответственный]", "[результат]"));
    }

    private void protocol() {
        line(CENTRE, "{{организация}}", 0, 60);
        line(CENTRE, "{{объединение}}", 0, 240);
        line(CENTRE, "**ПРОТОКОЛ № {{номер протокола}}**", 0, 60);
        line(CENTRE, "заседания методического объединения наставников", 0, 240);
        table(null, List.of(50, 50), true, List.of("{{дата заседания}}", "г. Смоленск"));
        line(BEGIN, "Руководитель объединения: {{руководитель объединения}}", 240, 0);
        line(BEGIN, "Секретарь: ____________________", 0, 0);
        line(BEGIN, "В объединении на день заседания: {{число участников}}. Присутствовали: _______", 0, 120);
        table(List.of("№", "ФИО", "Должность", "Подпись"), List.of(7, 38, 33, 22), List.of("{{состав}}[№]", "[фио]", "[должность]", ""));
        line(BEGIN, "**Повестка дня**", 240, 60);
        words("{{повестка}}");
        line(BEGIN, "**Слушали**", 180, 60);
        line(BEGIN, "___________________________________________________________________________", 0, 0);
        line(BEGIN, "___________________________________________________________________________", 0, 60);
        line(BEGIN, "**Решили**", 180, 60);
        words("{{решения}}");
        line(BEGIN, "Голосовали: за ____, против ____, воздержались ____.", 120, 60);
        keepLast();
        keep(line(BEGIN, "", 120, 0));
        table(null, List.of(36, 24, 40), true, List.of("Руководитель объединения", "____________", "/{{руководитель объединения}}/"),
                List.of("Секретарь", "____________", "/____________________/"));
        keepRows(0);
    }

    private void thanks() {
        line(CENTRE, "{{организация}}", 600, 1800);
        line(CENTRE, "^^БЛАГОДАРСТВЕННОЕ ПИСЬМО^^", 0, 960);
        line(CENTRE, "вручается наставнику", 0, 240);
        line(CENTRE, "^^{{наставник}}^^", 0, 120);
        line(CENTRE, "{{должность}}", 0, 60);
        line(CENTRE, "{{место работы}}", 0, 600);
        line(CENTRE, "за профессионализм, щедрость в передаче опыта и внимание к коллегам\nв работе наставника в {{учебный год}} учебном "
                + "году", 0, 600);
        line(CENTRE, "Ваши знания и поддержка помогают педагогам города Смоленска\nстановиться мастерами своего дела.", 0, 1200);
        signature("Руководитель");
        line(CENTRE, "г. Смоленск, «___» ____________ 20___ г.", 960, 0);
    }

    private void orderHead() {
        orderHead("{{название приказа}}");
    }

    private void orderHead(String title) {
        line(CENTRE, "{{организация}}", 0, 360);
        line(CENTRE, "**ПРИКАЗ**", 0, 240);
        table(null, List.of(50, 50), true, List.of("{{дата приказа}}", "№ {{номер приказа}}"));
        line(CENTRE, "г. Смоленск", 120, 240);
        line(BEGIN, "**" + title + "**", 0, 240);
    }

    /** It never stands alone on a page: the words above go with it. */
    private void signature(String who) {
        keepLast();
        keep(line(BEGIN, "", 120, 0));
        table(null, List.of(40, 24, 36), true, List.of(who, "____________", "/____________________/"));
    }

    private static void keep(XWPFParagraph paragraph) {
        paragraph.setKeepNext(true);
    }

    /** What was written last stays with what comes next. */
    private void keepLast() {
        IBodyElement last = document.getBodyElements().get(document.getBodyElements().size() - 1);
        if (last instanceof XWPFParagraph paragraph) {
            keep(paragraph);
            paragraph.getCTP().getPPr().addNewKeepLines();
        }
    }

    /** The rows of the last table, from one on, stay together. */
    private void keepRows(int from) {
        List<XWPFTableRow> rows = document.getTables().get(document.getTables().size() - 1).getRows();
        rows.subList(from, rows.size() - 1).forEach(row -> row.getTableCells().forEach(cell -> cell.getParagraphs()
                .forEach(TemplatePress::keep)));
    }

    /** Lines to be filled by hand are not stretched over the width. */
    private XWPFParagraph words(String text) {
        XWPFParagraph paragraph = line(text.contains("____") ? BEGIN : BOTH, text, 0, 80);
        paragraph.setIndentationFirstLine(size == 14 ? 709 : 567);
        return paragraph;
    }

    private XWPFParagraph line(ParagraphAlignment alignment, String text, int before, int after) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        letters(paragraph, text, size);
        return paragraph;
    }

    /** {@code **bold**}, {@code ^^large^^}, and lines. */
    private static void letters(XWPFParagraph paragraph, String text, int size) {
        boolean bold = false;
        boolean large = false;
        for (String piece : text.split("(?=\\*\\*|\\^\\^)|(?<=\\*\\*|\\^\\^)")) {
            if (piece.equals("**")) {
                bold = !bold;
            } else if (piece.equals("^^")) {
                large = !large;
            } else if (!piece.isEmpty()) {
                List<String> lines = piece.lines().toList();
                for (int at = 0; at < lines.size(); at++) {
                    XWPFRun run = paragraph.createRun();
                    if (at > 0) {
                        run.addBreak();
                        run = paragraph.createRun();
                    }
                    run.setBold(bold || large);
                    run.setFontSize(large ? 24 : size);
                    run.setText(lines.get(at));
                }
            }
        }
    }

    @SafeVarargs
    private void table(List<String> head, List<Integer> widths, List<String>... rows) {
        table(head, widths, false, rows);
    }

    @SafeVarargs
    private void table(List<String> head, List<Integer> widths, boolean bare, List<String>... rows) {
        XWPFTable table = document.createTable((head == null ? 0 : 1) + rows.length, widths.size());
        table.setWidth(width);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setCellMargins(30, 80, 30, 80);
        if (bare) {
            table.removeBorders();
        }
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        widths.forEach(one -> grid.addNewGridCol().setW(BigInteger.valueOf((long) width * one / 100)));
        int at = 0;
        if (head != null) {
            XWPFTableRow row = table.getRow(at++);
            row.setRepeatHeader(true);
            for (int column = 0; column < widths.size(); column++) {
                cell(row.getCell(column), width * widths.get(column) / 100, "**" + head.get(column) + "**", CENTRE, bare);
            }
        }
        for (List<String> one : rows) {
            XWPFTableRow row = table.getRow(at++);
            row.setCantSplitRow(true);
            for (int column = 0; column < widths.size(); column++) {
                cell(row.getCell(column), width * widths.get(column) / 100, one.get(column), bare && column == widths.size() - 1 ? END
                        : BEGIN, bare);
            }
        }
    }

    private void cell(XWPFTableCell cell, int wide, String text, ParagraphAlignment alignment, boolean bare) {
        cell.setWidth(String.valueOf(wide));
        String[] lines = bare ? new String[] {text} : text.split("\n");
        for (int at = 0; at < lines.length; at++) {
            XWPFParagraph paragraph = at == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
            paragraph.setAlignment(alignment);
            letters(paragraph, lines[at], bare ? size : Math.min(size, 12) - (document.getDocument().getBody().getSectPr().getPgSz()
                    .isSetOrient() ? 1 : 0));
        }
    }

    private void sheet(boolean lying) {
        var section = document.getDocument().getBody().addNewSectPr();
        var page = section.addNewPgSz();
        page.setW(BigInteger.valueOf(lying ? LONG : SHORT));
        page.setH(BigInteger.valueOf(lying ? SHORT : LONG));
        if (lying) {
            page.setOrient(STPageOrientation.LANDSCAPE);
        }
        var margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(LEFT));
        margins.setRight(BigInteger.valueOf(RIGHT));
        margins.setTop(BigInteger.valueOf(EDGE));
        margins.setBottom(BigInteger.valueOf(EDGE));
        margins.setHeader(BigInteger.valueOf(EDGE / 2));
        margins.setFooter(BigInteger.valueOf(EDGE / 2));
    }

    private void styles() {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FACE);
        fonts.setHAnsi(FACE);
        fonts.setCs(FACE);
        styles.setDefaultFonts(fonts);
        CTLanguage russian = CTLanguage.Factory.newInstance();
        russian.setVal("ru-RU");
        styles.getCtStyles().getDocDefaults().getRPrDefault().getRPr().setLangArray(new CTLanguage[] {russian});
        CTStyle normal = CTStyle.Factory.newInstance();
        normal.setStyleId("Normal");
        normal.setType(STStyleType.PARAGRAPH);
        normal.addNewName().setVal("Normal");
        normal.setDefault(true);
        normal.addNewQFormat();
        normal.addNewPPr().addNewSpacing().setAfter(BigInteger.ZERO);
        var letters = normal.addNewRPr();
        letters.addNewSz().setVal(BigInteger.valueOf(size * 2L));
        letters.addNewSzCs().setVal(BigInteger.valueOf(size * 2L));
        styles.addStyle(new XWPFStyle(normal));
    }
}
