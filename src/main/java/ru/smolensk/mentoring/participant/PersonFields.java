package ru.smolensk.mentoring.participant;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import ru.smolensk.mentoring.platform.CheckedForm;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Typed;

/** What the forms of mentors and of mentees ask in the same words. */
interface PersonFields extends CheckedForm {

    String lastName();

    String firstName();

    String patronymic();

    String bornOn();

    String position();

    Workplace workplace();

    String employerName();

    String partner();

    String teachingSince();

    String enteredOn();

    String processing();

    String distribution();

    /** The day of each consent that was given. */
    default Map<ConsentKind, LocalDate> consents() {
        Map<ConsentKind, LocalDate> consents = new EnumMap<>(ConsentKind.class);
        if (processing() != null) {
            consents.put(ConsentKind.PROCESSING, Typed.date(processing()));
        }
        if (distribution() != null) {
            consents.put(ConsentKind.DISTRIBUTION, Typed.date(distribution()));
        }
        return consents;
    }

    @Override
    default void check(Refusals wrong, LocalDate today) {
        LocalDate born = Typed.dateIfAny(bornOn());
        LocalDate teaching = Typed.dateIfAny(teachingSince());
        LocalDate entered = Typed.dateIfAny(enteredOn());
        if (workplace() != null) {
            Employment.check(wrong, workplace(), employerName(), partner() != null);
        }
        Participant.check(wrong, born, teaching, today);
        Person.checkTeaching(wrong, teaching, this instanceof MentorForm, today);
        if (entered != null) {
            Person.checkEntry(wrong, entered, born, today);
        }
    }

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
