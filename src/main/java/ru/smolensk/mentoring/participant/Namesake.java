package ru.smolensk.mentoring.participant;

import java.util.function.Supplier;
import org.springframework.ui.Model;
import ru.smolensk.mentoring.platform.Refusal;

/** The person is in the base already, perhaps in the other role: leads to them instead of entering them twice. */
class Namesake extends Refusal {

    private final transient Person person;

    Namesake(Person person) {
        super("lastName", person.participant().identity() + " – такой человек уже есть в базе: " + roles(person) + ". "
                + (person.participant().bornOn() == null
                ? "Если это полный тёзка, укажите дату рождения, чтобы их различить"
                : "Второй раз вносить его не нужно"));
        this.person = person;
    }

    /** Carries out the action; if a namesake stops it, the page gets to know whom to link to. */
    static <T> T shown(Model model, Supplier<T> action) {
        try {
            return action.get();
        } catch (Namesake found) {
            model.addAttribute("namesake", found.person);
            throw found;
        }
    }

    private static String roles(Person person) {
        String roles = person.mentor() == null ? "наставляемый" : person.mentee() == null ? "наставник" : "наставник и наставляемый";
        return person.participant().leftOn() == null ? roles : roles + " (выбыл)";
    }
}
