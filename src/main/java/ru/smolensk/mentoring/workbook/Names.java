package ru.smolensk.mentoring.workbook;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.workbook.People.Person;
import ru.smolensk.mentoring.workbook.Rows.Row;

/** Whom a row is about: the cells «ФИО» and «Дата рождения». */
final class Names {

    private static final Pattern PATRONYMIC = Pattern.compile(".{2,}(ович|евич|ич|овна|евна|ична|инична)");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private Names() {
    }

    /** The name in one line, or {@code null} if it is not one. */
    static String name(Run run, Row row) {
        String name = row.cell("name");
        if (name == null) {
            run.wrong(row, "name", "Не заполнено. Напишите фамилию, имя и отчество");
            return null;
        }
        String spaced = SPACES.matcher(name).replaceAll(" ");
        String[] words = spaced.split(" ");
        if (words.length < 2) {
            run.wrong(row, "name", "«" + Rows.shortened(name) + "» – одного слова мало. Напишите фамилию, имя и отчество");
            return null;
        }
        if (!run.people.named(spaced).isEmpty()) {
            return spaced;
        }
        boolean patronymicInTheMiddle = words.length == 3 && patronymic(words[1]) && !patronymic(words[2]);
        boolean knownTurned = Stream.of(words.length == 3 ? new String[] {words[2] + " " + words[0] + " " + words[1], words[1] + " " + words[0] + " " + words[2],
            words[1] + " " + words[2] + " " + words[0]} : new String[] {words[1] + " " + words[0]}).anyMatch(turned -> !run.people.named(turned).isEmpty());
        if (patronymicInTheMiddle || knownTurned) {
            run.wrong(row, "name", "«" + Rows.shortened(name) + "» – похоже, слова стоят не в том порядке. Сначала фамилия, потом имя и отчество"
                    + (patronymicInTheMiddle ? ": " + words[2] + " " + words[0] + " " + words[1] : ""));
            return null;
        }
        return spaced;
    }

    private static boolean patronymic(String word) {
        return PATRONYMIC.matcher(word.toLowerCase(Locale.ROOT)).matches();
    }

    /** Who is meant: by name, and by the date of birth where that tells namesakes apart; nobody: {@code null}. */
    static Person person(Run run, Row row, String name) {
        LocalDate born = Typed.dateIfAny(row.cell("bornOn"));
        List<Person> named = run.people.named(name);
        Optional<Person> exact = named.stream().filter(one -> Objects.equals(one.bornOn(), born)).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        if (born != null) {
            // Whoever is known without a date may get one; who has another date is somebody else.
            return named.stream().filter(one -> one.bornOn() == null).findFirst().orElse(null);
        }
        if (named.size() > 1) {
            run.wrong(row, "bornOn", "В базе несколько людей с таким именем. Укажите дату рождения, чтобы их различить");
        }
        return named.size() == 1 ? named.get(0) : null;
    }

    /** «Мамедов Али Гасан оглы»: everything after the second word is the patronymic. */
    static String[] parts(Person person, String name) {
        if (person != null) {
            return new String[] {person.lastName(), person.firstName(), person.patronymic()};
        }
        if (name == null) {
            return new String[] {"Имя", "Нет", null}; // What is wrong with the name is said already.
        }
        String[] words = name.split(" ");
        return new String[] {words[0], words[1], words.length == 2 ? null : String.join(" ", Arrays.asList(words).subList(2, words.length))};
    }
}
