package ru.smolensk.mentoring.audit;

import ru.smolensk.mentoring.platform.Labelled;

/** The kinds of things that have a history. */
public enum Subject implements Labelled {
    ACCOUNT("Учётная запись"),
    ORGANISATION("Организация"),
    STAFF_COUNT("Численность"),
    PARTNER("Организация-партнёр"),
    CURATOR_APPOINTMENT("Назначение куратора"),
    PARTICIPANT("Участник"),
    ASSIGNMENT_ORDER("Приказ о закреплении"),
    MENTORSHIP("Пара или группа"),
    PROGRAMME("Программа"),
    LOCAL_ACT("Документ организации"),
    LEGAL_ACT("Нормативный акт"),
    ROADMAP("Дорожная карта"),
    MONITORING_REPORT("Отчёт внутреннего мониторинга"),
    MONITORING_CAMPAIGN("Кампания мониторинга"),
    MUNICIPAL_MEASURE("Дорожная карта города"),
    REVIEW_EDITION("Рассмотрение"),
    REVIEW_REMARK("Замечание"),
    CAMPAIGN("Срок"),
    DATA_CONFIRMATION("Подтверждение данных"),
    MENTOR_ASSOCIATION("Объединение наставников"),
    ASSOCIATION_MEETING("Заседание объединения"),
    QUESTIONNAIRE("Анкета"),
    SURVEY("Опрос"),
    SURVEY_LINK("Ссылка на анкету"),
    SURVEY_TALLY("Итог опроса на бумаге"),
    REGISTER_ENTRY("Реестр наставников"),
    WORKBOOK_IMPORT("Импорт таблицы"),
    ANALYTICAL_NOTE("Аналитическая справка"),
    PAPER_TEMPLATE("Шаблон документа"),
    SIGNED_PAPER("Подписанный документ"),
    LIST("Таблица"),
    SECTION("Раздел «Наставничество»");

    private final String label;

    Subject(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
