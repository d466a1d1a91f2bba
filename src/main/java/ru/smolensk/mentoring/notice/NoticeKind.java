package ru.smolensk.mentoring.notice;

import ru.smolensk.mentoring.platform.Labelled;

/** What a notice is about: the subject of the mail and the tag in the list. */
enum NoticeKind implements Labelled {
    SUBMITTED("Ждёт проверки"),
    RETURNED("Возвращено"),
    APPROVED("Одобрено"),
    WITHDRAWN("Отозвано"),
    DUE_IN_A_WEEK("Подходит срок"),
    DUE_TOMORROW("Последний день"),
    OVERDUE("Срок прошёл"),
    SURVEY_OPENED("Начался опрос"),
    SURVEY_CLOSING("Опрос скоро закроется"),
    SURVEY_LAST_DAY_MOVED("Изменён срок опроса"),
    APPOINTMENT_ENDING("Назначение заканчивается");

    private final String label;

    NoticeKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether it asks the reader to do something that was not expected of them before. */
    public boolean calls() {
        return this == RETURNED || this == OVERDUE || this == DUE_TOMORROW;
    }
}
