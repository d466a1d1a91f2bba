package ru.smolensk.mentoring.indicator;

/**
 * Why somebody or something is not counted in a figure, and what the curator can do about it (DOMAIN 5).
 * The names are those that the SQL functions give as reasons; {@link #PROGRAMME_UNFINISHED} tells the drafts among those not approved
 * that nobody could approve yet.
 */
public enum Obstacle {

    NO_ORDER("нет приказа о закреплении", "Закрепите пару или группу приказом"),
    ORDER_LATER("приказ о закреплении издан позже", "Проверьте дату приказа"),
    ORDER_ANNULLED("приказ о закреплении аннулирован", "Закрепите пару или группу новым приказом"),
    MENTORSHIP_NOT_STARTED("закрепление ещё не началось", "Проверьте дату начала"),
    MENTORSHIP_OVER("закрепление закончилось", "Если работа продолжается, закрепите пару или группу новым приказом"),
    MENTORSHIP_ANNULLED("закрепление аннулировано", ""),

    NO_PROGRAMME("нет персонализированной программы", "Составьте программу и утвердите её"),
    PROGRAMME_UNFINISHED("программа не дописана и не утверждена", "Допишите цель и мероприятия, потом утвердите её"),
    PROGRAMME_NOT_APPROVED("программа не утверждена", "Укажите дату и номер акта об утверждении"),
    PROGRAMME_APPROVED_LATER("программа утверждена позже", "Проверьте дату утверждения"),
    PROGRAMME_NOT_STARTED("программа ещё не началась", "Проверьте дату начала программы"),
    PROGRAMME_OVER("программа закончилась", "Если работа продолжается, составьте новую программу"),
    PROGRAMME_COMPLETED("программа завершена", ""),
    PROGRAMME_CANCELLED("программа прекращена досрочно", ""),
    PROGRAMME_SUPERSEDED("программу заменила новая редакция", ""),
    PROGRAMME_ANNULLED("программа аннулирована", ""),

    NOT_OWN_STAFF("не работает в организации", ""),
    LEFT("больше не работает в организации", "Завершите закрепление"),
    EXPERIENCE_UNKNOWN("стаж не указан", "Укажите, с какого числа идёт педагогический стаж"),
    NOT_TEACHING_YET("педагогический стаж ещё не начался", "Проверьте, с какого числа идёт стаж"),
    EXPERIENCE_OVER_THREE_YEARS("стаж больше 3 лет", ""),

    NO_MENTOR_OF_PARTNER("нет наставника из этой организации", "Внесите её сотрудника в базу наставников");

    private final String sentence;
    private final String hint;

    Obstacle(String sentence, String hint) {
        this.sentence = sentence;
        this.hint = hint;
    }

    /** The obstacle in Russian: «программа не утверждена». */
    public String sentence() {
        return sentence;
    }

    /** What to do next, in Russian; empty if there is nothing to do. */
    public String hint() {
        return hint;
    }
}
