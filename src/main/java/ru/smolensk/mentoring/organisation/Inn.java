package ru.smolensk.mentoring.organisation;

/**
 * The taxpayer's number of an organisation (10 digits) or of an entrepreneur (12 digits). Its last digits are check digits, so a slip of
 * the finger shows.
 */
final class Inn {

    private static final int[] TENTH = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] ELEVENTH = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] TWELFTH = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private Inn() {
    }

    /** What is wrong with the number, in Russian, or {@code null} if it is a real one. */
    static String wrong(String digits) {
        if (!digits.matches("\\d{10}|\\d{12}")) {
            return "ИНН – это 10 цифр у организации или 12 у предпринимателя";
        }
        boolean checks = digits.length() == 10
                ? checks(digits, TENTH)
                : checks(digits, ELEVENTH) && checks(digits, TWELFTH);
        // No region has the code 00.
        return checks && !digits.startsWith("00") ? null : "Такого ИНН нет: контрольные цифры не сходятся. Сверьте его с документом";
    }

    private static boolean checks(String digits, int[] weights) {
        int sum = 0;
        for (int position = 0; position < weights.length; position++) {
            sum += weights[position] * Character.digit(digits.charAt(position), 10);
        }
        return sum % 11 % 10 == Character.digit(digits.charAt(weights.length), 10);
    }
}
