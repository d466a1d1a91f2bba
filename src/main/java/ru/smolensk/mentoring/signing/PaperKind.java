package ru.smolensk.mentoring.signing;

import static ru.smolensk.mentoring.signing.MergeField.day;
import static ru.smolensk.mentoring.signing.MergeField.dayOfSigning;
import static ru.smolensk.mentoring.signing.MergeField.number;
import static ru.smolensk.mentoring.signing.MergeField.optional;
import static ru.smolensk.mentoring.signing.MergeField.orNothing;
import static ru.smolensk.mentoring.signing.MergeField.words;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.NotFound;

/** The papers that the portal draws up, with all that their templates may name. */
public enum PaperKind implements Labelled {

    ASSIGNMENT_ORDER("order", "Приказ о закреплении пар и групп", "Приказы о закреплении пар и групп", "приказ",
            List.of(
                    number("номер приказа", "Номер приказа"),
                    day("дата приказа", "Дата приказа"),
                    words("название приказа", "О чём приказ")),
            List.of(
                    new RepeatedRow("пары", "Пары и группы приказа, строка на каждую", List.of(
                            words("№", "Номер по порядку"),
                            words("код", "Код пары или группы в портале"),
                            words("вид", "«пара» или «группа»"),
                            words("наставник", "ФИО наставника"),
                            orNothing("должность наставника", "Должность наставника"),
                            words("наставник и должность", "ФИО и должность через запятую"),
                            words("наставляемые", "ФИО и должности наставляемых, каждый с новой строки"),
                            words("форма", "Форма наставничества"),
                            orNothing("модель", "Модель, если она указана"),
                            orNothing("виды", "Виды наставничества через запятую"),
                            words("срок", "С какого по какой день"))),
                    new RepeatedRow("ознакомлены", "Все, кого называет приказ, по одному в строке", List.of(
                            words("фио", "ФИО"),
                            words("роль", "«наставник» или «наставляемый»"),
                            orNothing("должность", "Должность"))))),

    CURATOR_ORDER("curator-order", "Приказ о назначении куратора", "Приказы о назначении куратора", "приказ",
            List.of(
                    number("номер приказа", "Номер приказа"),
                    day("дата приказа", "Дата приказа"),
                    words("куратор", "Фамилия, имя и отчество куратора, если они внесены полностью"),
                    words("должность куратора", "Должность: портал её не знает, её вписывают от руки"),
                    optional("куратор кратко", "Имя, которым куратор подписан в портале: «Орлова А. В.»"),
                    day("первый день", "С какого дня назначен"),
                    orNothing("последний день", "По какой день назначен, если он указан: «по 31 августа 2027 г.»")),
            List.of()),

    PROGRAMME("programme", "Персонализированная программа", "Персонализированные программы", "программа",
            List.of(
                    words("название программы", "Название"),
                    words("наставник", "ФИО наставника"),
                    orNothing("должность наставника", "Должность наставника"),
                    words("наставник и должность", "ФИО и должность наставника через запятую"),
                    words("наставляемые", "ФИО и должности наставляемых, каждый с новой строки"),
                    words("форма", "Форма наставничества"),
                    optional("модель", "Модель наставничества"),
                    day("начало", "Первый день программы"),
                    day("окончание", "Последний день программы"),
                    words("затруднения", "Профессиональные затруднения, найденные при диагностике"),
                    words("цель", "Цель"),
                    words("задачи", "Задачи"),
                    words("ожидаемые результаты", "Ожидаемые результаты"),
                    optional("итоги", "Итоги, когда программа завершена"),
                    orNothing("редакция", "«редакция 2» у программы, которую меняли"),
                    new MergeField("номер акта", "Номер акта, которым программа утверждена", "_______", false),
                    dayOfSigning("дата утверждения", "Дата этого акта")),
            List.of(new RepeatedRow("мероприятия", "Мероприятия программы по порядку", List.of(
                    words("№", "Номер по порядку"),
                    words("мероприятие", "Что делают"),
                    orNothing("форма", "В какой форме"),
                    orNothing("срок", "Когда"),
                    orNothing("результат", "Что получится"),
                    orNothing("выполнено", "Дата выполнения, если отмечено"))),
                    new RepeatedRow("подписи", "Наставник и каждый наставляемый программы: кто её подписывает", List.of(
                            words("роль", "«Наставник» или «Наставляемый»"),
                            words("фио", "ФИО"))))),

    PROCESSING_CONSENT("processing-consent", "Согласие на обработку персональных данных", "Согласия на обработку персональных данных",
            "согласие на обработку", consentFields(), List.of()),

    DISTRIBUTION_CONSENT("distribution-consent", "Согласие на распространение персональных данных",
            "Согласия на распространение персональных данных",
            "согласие на распространение", consentFields(), List.of()),

    /** Labour code, art. 351.8: one paper of a pair or group, signed by its mentor and those who are mentored. */
    PARTIES_CONSENT("parties-consent", "Согласие на закрепление", "Согласия на закрепление", "согласие на закрепление",
            List.of(
                    words("наставник", "ФИО наставника"),
                    orNothing("должность наставника", "Должность наставника"),
                    words("наставник и должность", "ФИО и должность наставника через запятую"),
                    words("наставляемые", "ФИО и должности наставляемых, каждый с новой строки"),
                    words("форма", "Форма наставничества"),
                    number("номер приказа", "Номер приказа о закреплении"),
                    day("дата приказа", "Дата приказа о закреплении"),
                    day("начало", "Первый день"),
                    day("окончание", "Последний день"),
                    dayOfSigning("дата согласия", "Дата согласия сторон, если она внесена")),
            List.of(new RepeatedRow("стороны", "Наставник и каждый наставляемый", List.of(
                    words("роль", "«наставник» или «наставляемый»"),
                    words("фио", "ФИО"),
                    orNothing("должность", "Должность"))))),

    ROADMAP("roadmap", "Дорожная карта", "Дорожные карты", "дорожная карта",
            List.of(
                    words("учебный год", "Учебный год: «2026/2027»"),
                    dayOfSigning("дата согласования", "Когда её согласовал методический отдел"),
                    orNothing("редакция", "«редакция 2» у карты, которую меняли")),
            List.of(new RepeatedRow("строки", "Мероприятия по порядку; у заголовка раздела только номер и название", List.of(
                    words("№", "Номер: «1», «1.1»"),
                    words("мероприятие", "Мероприятие или заголовок раздела"),
                    orNothing("срок", "Срок"),
                    orNothing("ответственный", "Ответственный исполнитель"),
                    orNothing("результат", "Результат, вид документа"))))),

    MEETING_PROTOCOL("protocol", "Протокол заседания МО наставников", "Протоколы заседаний МО наставников", "протокол",
            List.of(
                    words("объединение", "Название методического объединения"),
                    words("руководитель объединения", "Кто им руководит"),
                    number("номер протокола", "Номер протокола"),
                    day("дата заседания", "Дата заседания"),
                    words("повестка", "Тема заседания"),
                    words("решения", "Что решили"),
                    words("число участников", "Сколько наставников в объединении на день заседания")),
            List.of(new RepeatedRow("состав", "Наставники объединения на день заседания", List.of(
                    words("№", "Номер по порядку"),
                    words("фио", "ФИО"),
                    orNothing("должность", "Должность"))))),

    LETTER_OF_THANKS("thanks", "Благодарственное письмо наставнику", "Благодарственные письма наставникам", "благодарственное письмо",
            List.of(
                    words("наставник", "ФИО наставника"),
                    orNothing("должность", "Должность"),
                    words("место работы", "Где работает наставник"),
                    words("учебный год", "Учебный год, который идёт сейчас"),
                    orNothing("наставляемые", "ФИО тех, с кем он работал, через запятую")),
            List.of());

    /** What every paper knows. */
    private static final List<MergeField> COMMON = List.of(words("организация", "Полное название организации"),
            words("организация кратко", "Её краткое название"));

    private final String word;
    private final String label;
    private final String many;
    private final String what;
    private final List<MergeField> fields;
    private final List<RepeatedRow> rows;

    PaperKind(String word, String label, String many, String what, List<MergeField> fields, List<RepeatedRow> rows) {
        this.word = word;
        this.label = label;
        this.many = many;
        this.what = what;
        this.fields = fields;
        this.rows = rows;
    }

    private static List<MergeField> consentFields() {
        return List.of(words("фио", "ФИО того, кто соглашается"), orNothing("должность", "Должность"),
                words("место работы", "Где он работает или учится"),
                words("должность и место работы", "То и другое через запятую"), optional("сайт организации", "Адрес сайта организации"),
                optional("портал", "Адрес этого портала"),
                words("роль", "«наставник», «наставляемый» или «наставник и наставляемый»"),
                dayOfSigning("дата согласия", "Дата согласия, если оно уже внесено"));
    }

    /**
     * The kind that an address names.
     *
     * @throws NotFound if there is none
     */
    static PaperKind ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst().orElseThrow(NotFound::new);
    }

    /** The word in addresses. */
    public String word() {
        return word;
    }

    @Override
    public String label() {
        return label;
    }

    /** The heading above several of them. */
    public String many() {
        return many;
    }

    /** «приказ»: the word within a sentence. */
    public String what() {
        return what;
    }

    /** Fields that stand anywhere in the text. */
    public List<MergeField> fields() {
        return Stream.concat(COMMON.stream(), fields.stream()).toList();
    }

    public List<RepeatedRow> rows() {
        return rows;
    }

    /** Whether it lies on its side: A4 landscape. */
    boolean lying() {
        return this == ROADMAP;
    }

    /** ◆ A letter of thanks is a courtesy: nobody owes its scan. */
    public boolean scanExpected() {
        return this != LETTER_OF_THANKS;
    }
}
