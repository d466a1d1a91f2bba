package ru.smolensk.mentoring.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;

/** The people of an organisation by name; full namesakes are told apart by their date of birth: «Орлова Анна Викторовна (12.03.1990)». */
final class People {

    private static final Pattern WITH_BIRTH = Pattern.compile("(.+?)\\s*\\((\\d{2}\\.\\d{2}\\.\\d{4})\\)");
    private static final Russian RUSSIAN = new Russian();

    private final Map<Long, Person> byId = new LinkedHashMap<>();
    private final Map<String, List<Person>> byName = new HashMap<>();

    /**
     * Somebody of the base.
     *
     * @param processingWithdrawn the day on which the consent to processing was last withdrawn, or {@code null}
     */
    record Person(long id, String lastName, String firstName, String patronymic, LocalDate bornOn, boolean mentor, boolean mentee,
                  String workplace, String employerName, Long partnerId, LocalDate processingWithdrawn, LocalDate distributionWithdrawn) {

        String full() {
            return lastName + " " + firstName + (patronymic == null ? "" : " " + patronymic);
        }

        boolean is(Role role) {
            return role == Role.MENTOR ? mentor : mentee;
        }
    }

    /** In which base somebody is looked for. */
    enum Role {
        MENTOR("наставника", "Наставники"), MENTEE("наставляемого", "Наставляемые");

        private final String whom;
        private final String sheet;

        Role(String whom, String sheet) {
            this.whom = whom;
            this.sheet = sheet;
        }
    }

    /** Adds somebody, or puts what is known now in the place of what was known. */
    void add(Person person) {
        Person before = byId.put(person.id(), person);
        if (before != null) {
            byName.get(Likeness.plain(before.full())).remove(before);
        }
        byName.computeIfAbsent(Likeness.plain(person.full()), name -> new ArrayList<>()).add(person);
    }

    void remove(Person person) {
        byId.remove(person.id());
        byName.get(Likeness.plain(person.full())).removeIf(one -> one.id() == person.id());
    }

    Person one(long id) {
        return byId.get(id);
    }

    /** Everybody of that full name. */
    List<Person> named(String full) {
        return List.copyOf(byName.getOrDefault(Likeness.plain(full), List.of()));
    }

    String asMentor(long id) {
        return written(id, Role.MENTOR);
    }

    String asMentees(Collection<Long> ids) {
        return ids.stream().map(id -> written(id, Role.MENTEE)).sorted(Comparator.comparing(Likeness::plain)).collect(Collectors.joining("; "));
    }

    private String written(long id, Role role) {
        Person person = byId.get(id);
        boolean only = named(person.full()).stream().filter(one -> one.is(role)).count() == 1;
        return only || person.bornOn() == null ? person.full() : person.full() + " (" + RUSSIAN.date(person.bornOn()) + ")";
    }

    /**
     * Whom a cell names.
     *
     * @throws Refusal if there is nobody of that name in the base, or several
     */
    Person meant(String written, Role role) {
        Matcher parts = WITH_BIRTH.matcher(written.strip());
        boolean dated = parts.matches();
        String name = dated ? parts.group(1) : written;
        LocalDate born = dated ? Typed.dateIfAny(parts.group(2)) : null;
        List<Person> found = named(name).stream().filter(one -> one.is(role)).toList();
        List<Person> exact = found.stream().filter(one -> dated ? born != null && born.equals(one.bornOn()) : found.size() == 1 || one.bornOn() == null).toList();
        if (exact.size() == 1) {
            return exact.get(0);
        }
        Refusal.when(!found.isEmpty(), null, dated ? "У " + role.whom + " «" + name + "» в базе другая дата рождения. Проверьте её"
                : "«" + name + "» – так зовут нескольких людей. Добавьте в скобках дату рождения: " + name + " (01.09.1990)");
        throw new Refusal("Такого " + role.whom + " нет: «" + written.strip() + "». Проверьте имя – фамилия, имя, отчество – или добавьте человека на лист «"
                + role.sheet + "»");
    }
}
