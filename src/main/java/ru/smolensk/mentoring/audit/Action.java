package ru.smolensk.mentoring.audit;

import ru.smolensk.mentoring.platform.Labelled;

/** What can be done to a thing, in the words of its history. */
public enum Action implements Labelled {
    ENTERED("Внесено"),
    CHANGED("Изменено"),
    ANNULLED("Аннулировано"),
    ROLE_ADDED("Добавлена роль"),
    LEFT("Выбыл"),
    RETURNED("Возвращён"),
    CONSENT_GIVEN("Внесено согласие"),
    CONSENT_WITHDRAWN("Отозвано согласие"),
    ENDED_EARLY("Досрочное завершение"),
    ENDING_UNDONE("Завершение отменено"),
    MENTOR_REPLACED("Наставник заменён"),
    MEMBER_JOINED("Включён в объединение"),
    MEMBER_LEFT("Вышел из объединения"),
    EXCLUDED("Исключён из реестра"),
    MENTEE_JOINED("Наставляемый включён"),
    MENTEE_LEFT("Наставляемый вышел"),
    LEAVING_UNDONE("Выход отменён"),
    APPROVED("Утверждено"),
    AMENDMENT_STARTED("Начата новая редакция"),
    SUPERSEDED("Заменено новой редакцией"),
    ACTIVITY_DONE("Отмечено выполнение"),
    MARKED("Отмечено"),
    MOVED_UP("Поднято выше"),
    MOVED_DOWN("Опущено ниже"),
    REMOVED("Удалено"),
    PUT_BACK("Возвращено на место"),
    COMPLETED("Завершено"),
    CANCELLED("Отменено"),
    DISCARDED("Черновик отброшен"),
    PUBLISHED("Опубликовано"),
    SUBMITTED("Подано на рассмотрение"),
    WITHDRAWN("Отозвано с рассмотрения"),
    CLAIMED("Взято в работу"),
    RELEASED("Освобождено"),
    GIVEN_BACK("Возвращено с замечаниями"),
    ANSWERED("Дан ответ на замечание"),
    TAKEN_AWAY("Выгружено"),
    SIGNED_IN("Вход"),
    PASSWORD_CHANGED("Пароль изменён"),
    PASSWORD_RESET("Выдан временный пароль"),
    LINK_ISSUED("Выдана ссылка для входа"),
    BLOCKED("Заблокировано"),
    UNBLOCKED("Разблокировано"),
    CLOSED("Закрыто"),
    REOPENED("Снова открыто"),
    ENDED("Завершено");

    private final String label;

    Action(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
