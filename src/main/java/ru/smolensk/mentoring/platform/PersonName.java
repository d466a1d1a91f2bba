package ru.smolensk.mentoring.platform;

/**
 * A person's name as Russian papers write it.
 *
 * @param patronymic may be {@code null}: not everybody has one
 */
public record PersonName(String lastName, String firstName, String patronymic) {

    /** «Орлова Анна Викторовна». */
    public String full() {
        return lastName + " " + firstName + (patronymic == null ? "" : " " + patronymic);
    }

    /** «Орлова А. В.», with spaces that do not break. */
    public String brief() {
        return lastName + "\u00a0" + initial(firstName) + (patronymic == null ? "" : "\u00a0" + initial(patronymic));
    }

    private static String initial(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + ".";
    }

    @Override
    public String toString() {
        return full();
    }
}
