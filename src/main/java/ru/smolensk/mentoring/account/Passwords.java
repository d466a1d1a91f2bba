package ru.smolensk.mentoring.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Typed;

/**
 * BCrypt over a password as every form reads a text, so that a password set in a form of the portal fits at the login, whatever device
 * types it.
 */
class Passwords implements PasswordEncoder {

    /** Letters and digits that nobody takes for one another. */
    private static final String PLAIN = "abcdefghkmnpqrstuvwxyz23456789";
    /** BCrypt reads no more. */
    private static final int MOST_BYTES = 72;
    private static final int FEWEST_LETTERS = 4;
    private static final int FEWEST_BESIDE = 6;
    private static final List<String> TRIED_FIRST = List.of("password", "qwerty", "пароль", "йцукен", "gfhjkm", "asdfgh", "фывапр");
    private static final int LEAST_COST = 4;

    private final BCryptPasswordEncoder bcrypt;
    private final Random random = new SecureRandom();

    /** @param cost how much work it is to try one password: each step more doubles it */
    Passwords(int cost) {
        this.bcrypt = new BCryptPasswordEncoder(cost);
    }

    /** Whether BCrypt reads the whole of it: 36 Russian letters it does, 36 of some other scripts it does not. */
    static boolean readToTheEnd(String password) {
        return meant(password).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /**
     * A new password is read to its end and is not what is tried first: digits alone, a few letters again and again, neighbours on the
     * keyboard or the login with little beside them.
     *
     * @throws Refusal at the field {@code replacement}
     */
    static void expectGood(String password, String login) {
        Refusal.when(!readToTheEnd(password), "replacement", "Такой пароль слишком длинный. Возьмите не больше 36 букв и цифр");
        String small = meant(password).toLowerCase(Locale.ROOT);
        boolean triedFirst = small.chars().allMatch(Character::isDigit) || small.chars().distinct().count() < FEWEST_LETTERS
                || Stream.concat(TRIED_FIRST.stream(), Stream.of(login.toLowerCase(Locale.ROOT)))
                        .anyMatch(word -> small.contains(word) && small.length() < word.length() + FEWEST_BESIDE);
        Refusal.when(triedFirst, "replacement", "Такой пароль легко подобрать. Возьмите, например, несколько слов подряд");
    }

    /** A password to hand over on paper or by telephone: «k7fm-x3qp-9rtz». */
    String temporary() {
        return IntStream.range(0, 3).mapToObj(group -> random.ints(4, 0, PLAIN.length())
                .mapToObj(at -> PLAIN.substring(at, at + 1)).collect(Collectors.joining())).collect(Collectors.joining("-"));
    }

    /** The hash of a password that the login page itself tells: there is nothing to guess, and nothing that work would protect. */
    String encodeKnownToAll(CharSequence typed) {
        return new BCryptPasswordEncoder(LEAST_COST).encode(meant(typed));
    }

    @Override
    public String encode(CharSequence typed) {
        return bcrypt.encode(meant(typed));
    }

    @Override
    public boolean matches(CharSequence typed, String hash) {
        return bcrypt.matches(meant(typed), hash);
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return bcrypt.upgradeEncoding(hash);
    }

    private static String meant(CharSequence typed) {
        String meant = Typed.text(typed.toString());
        return meant == null ? "" : meant;
    }
}
