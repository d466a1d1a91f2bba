package ru.smolensk.mentoring.duty;

import ru.smolensk.mentoring.platform.Labelled;

/** What the heads of organisations have to see to, item by item of the order (O4.1–4.10). */
public enum Duty implements Labelled {
    CURATOR("4.1", "Куратор", "Назначить куратора",
            "назначить куратора внедрения и реализации муниципальной целевой модели наставничества"),
    REGULATION("4.2", "Поло\u00adже\u00adние", "Разработать положение о системе наставничества",
            "разработать «Положение о системе наставничества педагогических работников в образовательной организации»"),
    ROADMAP("4.3", "Дорожная карта", "Составить дорожную карту",
            "разработать план мероприятий (дорожную карту) внедрения системы наставничества"),
    ROADMAP_APPROVED("4.4", "Согла\u00adсо\u00adвание", "Согласовать дорожную карту",
            "согласовать разработанный план мероприятий (дорожную карту) с муниципальным координатором"),
    ORGANISATION_PROGRAMME("4.5", "Прог\u00adрамма ОО", "Разработать программу наставничества организации",
            "разработать программу наставничества образовательной организации"),
    LEGAL_ACTS("4.6", "Норма\u00adтивные акты", "Утвердить нормативные акты",
            "разработать и утвердить нормативные акты по внедрению муниципальной целевой модели наставничества"),
    ASSOCIATION("4.7", "МО настав\u00adников", "Создать методическое объединение наставников",
            "создать методическое объединение наставников в образовательной организации"),
    BASES("4.8", "Базы", "Передать базы наставников и наставляемых",
            "сформировать базы данных о наставниках и наставляемых и предоставить их муниципальному координатору"),
    SECTION_OPENED("4.9", "Раздел", "Открыть раздел «Наставничество»",
            "создать на официальном сайте образовательной организации специальный раздел «Наставничество»"),
    SECTION_FILLED("4.10", "Раздел по форме", "Заполнить раздел по форме",
            "разместить в разделе «Наставничество» информацию согласно форме (приложение № 3)");

    private final String item;
    private final String column;
    private final String label;
    private final String words;

    Duty(String item, String column, String label, String words) {
        this.item = item;
        this.column = column;
        this.label = label;
        this.words = words;
    }

    /** The item of the order: «4.1». */
    public String item() {
        return item;
    }

    /** The head of its column, with soft hyphens: the column is narrow. */
    public String column() {
        return column;
    }

    /** The head of its column for reading aloud. */
    public String spoken() {
        return column.replace("\u00ad", "");
    }

    /** What is to be done, briefly. */
    @Override
    public String label() {
        return label;
    }

    /** The order's own words. */
    public String words() {
        return words;
    }

    /** Its place on the page of an organisation. */
    public String anchor() {
        return "duty-" + item.replace('.', '-');
    }
}
