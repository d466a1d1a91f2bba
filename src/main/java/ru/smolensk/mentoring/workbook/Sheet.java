package ru.smolensk.mentoring.workbook;

import static ru.smolensk.mentoring.workbook.Column.Kind.LINE;
import static ru.smolensk.mentoring.workbook.Column.Kind.PEOPLE;
import static ru.smolensk.mentoring.workbook.Column.Kind.PERSON;
import static ru.smolensk.mentoring.workbook.Column.Kind.WORD;
import static ru.smolensk.mentoring.workbook.Column.Kind.WORDS;

import java.util.List;
import java.util.Optional;
import ru.smolensk.mentoring.mentorship.MentoringForm;
import ru.smolensk.mentoring.mentorship.MentoringKind;
import ru.smolensk.mentoring.mentorship.MentoringModel;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.participant.Workplace;
import ru.smolensk.mentoring.platform.Tenant;

/** The sheets of the workbook in the order in which they are imported: what others name comes first. Headings are a contract. */
enum Sheet {
    STAFF("Численность", "дате",
            Column.date("countedOn", "На дату", "День, на который посчитаны педагоги. По нему портал узнаёт строку").asKey(),
            Column.number("teachingStaff", "Педагогических работников", "Сколько педагогических работников всего, целое число"),
            Column.number("youngSpecialists", "Молодых специалистов", "Сколько среди них молодых специалистов (стаж до 3 лет); если нет – 0")),
    MENTORS("Наставники", "ФИО и дате рождения", fullName(), born(), position(),
            Column.chosen("workplace", "Место работы", 34, Workplace.values(),
                    List.of(Words.OWN_STAFF, "другая образовательная организация", "предприятие"), "Выберите из списка"),
            Column.line("employerName", "Организация-работодатель", 36,
                    "Где работает наставник, если не у вас. Для своего педагога оставьте пустым. Нового партнёра портал внесёт сам"),
            Column.line("inn", "ИНН работодателя", 16, "Только для предприятия, 10 или 12 цифр; можно не заполнять"),
            teaching(),
            Column.text("category", "Квалификационная категория", "Например, первая или высшая; можно не заполнять"),
            Column.text("competences", "Компетенции", "Чему может научить"),
            Column.text("achievements", "Достижения", "Награды, победы, публикации"),
            Column.text("freeTime", "Ресурс времени", "Когда и сколько времени может уделять"),
            entered("наставников"), processing(), distribution()),
    MENTEES("Наставляемые", "ФИО и дате рождения", fullName(), born(), position(),
            Column.chosen(WORD, "category", "Категория", 30, MenteeCategory.values(), "Выберите из списка"),
            Column.line("workplace", "Место работы или учёбы", 36,
                    "«" + Words.OWN_STAFF + "» или пусто – у вас; иначе название школы, вуза, колледжа или партнёра"),
            teaching(),
            Column.text("request", "Запрос", "В чём нужна помощь"),
            entered("наставляемых"), processing(), distribution()),
    ORDERS("Приказы", "номеру и дате",
            Column.paper("number", "Номер", 14, "Номер приказа о закреплении, как он напечатан").asKey(),
            Column.date("datedOn", "Дата", "Дата приказа").asKey(),
            Column.line("title", "Название", 60, "Название приказа")),
    MENTORSHIPS("Пары и группы", "коду",
            Column.line("code", "Код", 10, "Короткое имя пары или группы, например П-1 или Г-2. По нему портал узнаёт строку").asKey(),
            Column.of(PERSON, "mentor", "Наставник", 34, "ФИО полностью, как на листе «Наставники». Полных тёзок различают так: ФИО (дата рождения)"),
            Column.of(PEOPLE, "mentees", "Наставляемые", 50, "ФИО полностью, несколько – через точку с запятой. Один – это пара, двое и больше – группа"),
            Column.chosen("form", "Форма", 28, MentoringForm.values(),
                    List.of("педагог – педагог", "руководитель – педагог", "работодатель – студент"), "Выберите из списка"),
            Column.chosen(WORD, "model", "Модель", 40, MentoringModel.values(),
                    "Только для формы «педагог – педагог»: выберите из списка; можно не заполнять"),
            Column.chosen(WORDS, "kinds", "Виды", 36, MentoringKind.values(), "Слова из списка справа, несколько – через точку с запятой"),
            Column.paper("orderNumber", "Номер приказа", 14, "Номер приказа о закреплении: он есть в портале или на листе «Приказы»"),
            Column.date("orderDate", "Дата приказа", "Дата этого приказа"),
            Column.date("startsOn", "Начало", "Первый день, не раньше даты приказа"),
            Column.date("plannedEnd", "Окончание (план)", "Последний день по плану"),
            Column.date("endedOn", "Окончание (факт)", "Последний день, если завершили раньше плана; иначе пусто"),
            Column.text("reason", "Причина окончания", "Почему завершили раньше плана"),
            Column.date("partiesConsentOn", "Согласие сторон", "Дата письменного согласия обеих сторон (статья 351.8 Трудового кодекса)")),
    PROGRAMMES("Программы", "коду пары или группы и названию",
            Column.line("code", "Код пары или группы", 12, "Код с листа «Пары и группы» или из портала").asKey(),
            Column.line("title", "Название", 50, "Название программы").asKey(),
            Column.of(PEOPLE, "mentees", "Наставляемые", 50, "Для кого программа; пусто – для всех наставляемых пары или группы"),
            Column.text("goal", "Цель", "Без цели программу утвердить нельзя"),
            Column.date("startsOn", "Начало", "Первый день программы"),
            Column.date("endsOn", "Окончание", "Последний день программы"),
            Column.date("approvedOn", "Дата утверждения", "Дата акта, которым программа утверждена; для черновика пусто"),
            Column.paper("actNumber", "Номер акта об утверждении", 18, "Номер этого акта; если номера нет – б/н")),
    /** The only sheet of the city's workbook. */
    ORGANISATIONS("Организации", "адресу страницы",
            Column.line("slug", "Адрес страницы", 18, "Последнее слово адреса раздела, например sh-33. По нему портал узнаёт строку; потом он не меняется").asKey(),
            Column.line("shortName", "Краткое название", 36, "Напишите, как в уставе, например МБОУ «СШ № 33». У двух организаций одинаковым быть не может"),
            Column.line("fullName", "Полное название", 70, "Напишите, как в уставе"),
            Column.chosen(WORD, "kind", "Вид", 36, OrganisationKind.values(), "Выберите из списка"),
            Column.line("website", "Сайт", 40, "Начинается с https:// или http://; можно не заполнять"));

    /** The sheets of an organisation's workbook. */
    static final List<Sheet> OF_AN_ORGANISATION = List.of(STAFF, MENTORS, MENTEES, ORDERS, MENTORSHIPS, PROGRAMMES);
    /** The list of organisations. */
    static final List<Sheet> OF_THE_CITY = List.of(ORGANISATIONS);

    private final String title;
    private final String known;
    private final List<Column> columns;

    Sheet(String title, String known, Column... columns) {
        this.title = title;
        this.known = known;
        this.columns = List.of(columns);
    }

    /** Words of the contract that are needed before the constants exist. */
    static final class Words {
        static final String OWN_STAFF = "эта организация";

        private Words() {
        }
    }

    private static Column fullName() {
        return Column.of(LINE, "name", "ФИО", 36, "Фамилия, имя и отчество полностью, в этом порядке").asKey();
    }

    private static Column born() {
        return Column.date("bornOn", "Дата рождения", "Различает полных тёзок; можно не заполнять");
    }

    private static Column position() {
        return Column.line("position", "Должность", 30, "Можно не заполнять");
    }

    private static Column teaching() {
        return Column.date("teachingSince", "Педагогический стаж с", "Первый день педагогической работы; по нему видно молодого специалиста");
    }

    private static Column entered(String base) {
        return Column.date("enteredOn", "Дата вхождения", "День, когда человек вошёл в базу " + base);
    }

    private static Column processing() {
        return Column.date("processing", "Согласие на обработку ПДн", "Дата письменного согласия; пусто – согласия нет");
    }

    private static Column distribution() {
        return Column.date("distribution", "Согласие на распространение ПДн", "Дата письменного согласия; пусто – согласия нет");
    }

    /** The sheets of the workbook of an organisation; {@code null} is the city. */
    static List<Sheet> of(Tenant tenant) {
        return tenant == null ? OF_THE_CITY : OF_AN_ORGANISATION;
    }

    /** The name on its tab. */
    public String title() {
        return title;
    }

    /** What a row is recognised by, after «узнаёт строку по …». */
    public String known() {
        return known;
    }

    List<Column> columns() {
        return columns;
    }

    /** The column of that field; a name of a person is one column for three fields of the forms. */
    Optional<Column> column(String field) {
        return columns.stream().filter(column -> column.field().equals(field)).findFirst();
    }

    static Optional<Sheet> named(String typed, List<Sheet> among) {
        return among.stream().filter(sheet -> Likeness.heading(sheet.title).equals(Likeness.heading(typed))).findFirst();
    }

    boolean ofPeople() {
        return this == MENTORS || this == MENTEES;
    }
}
