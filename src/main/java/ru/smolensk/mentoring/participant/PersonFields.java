package ru.smolensk.mentoring.participant;

import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Typed;

/** What the forms of mentors and of mentees ask in the same words. */
interface PersonFields {

    String lastName();

    String firstName();

    String patronymic();

    String bornOn();

    String position();

    Workplace workplace();

    String employerName();

    String partner();

    String teachingSince();

    default Participants.Description description() {
        return new Participants.Description(new PersonName(spaced(lastName()), spaced(firstName()), spaced(patronymic())),
                Typed.date(bornOn()), position(), new Employment(workplace(), employerName(), partnerId()), Typed.date(teachingSince()));
    }

    private Long partnerId() {
        Refusal.when(partner() != null && !partner().matches("\\d{1,18}"), "partner", "Выберите организацию-партнёра из списка");
        return partner() == null ? null : Long.valueOf(partner());
    }

    private static String spaced(String name) {
        return name == null ? null : name.replaceAll("[\\s\u00a0]+", " ");
    }
}
