package ru.smolensk.mentoring.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ru.smolensk.mentoring.organisation.OrganisationKind;

/**
 * An organisation of the city: 88 kindergartens, 44 schools, 6 of additional education. The names follow the city's pattern.
 *
 * @param head the word for its head: «Директор», «Заведующий»
 */
record Place(String slug, OrganisationKind kind, String shortName, String fullName, String website, String head) {

    static final String SCHOOL_33 = "sh-33";
    static final String KINDERGARTEN_38 = "ds-38";
    static final String EMPTY_SCHOOL = "sh-pustaya";
    static final String EMPTY_KINDERGARTEN = "ds-pustoy";

    /** Numbers that a kindergarten's name goes with; the others have a number alone. */
    private static final String NICKNAMES = """
            Теремок Солнышко Алёнушка Ромашка Светлячок Василёк Колокольчик Сказка Родничок Золотой_ключик Рябинка Журавлик Берёзка Улыбка
            Дюймовочка Белочка Радуга Чебурашка Аистёнок Ласточка Звёздочка Гнёздышко Малышок Незабудка Лучик Снегурочка Соловушка Росинка
            Надежда Кораблик Семицветик Жемчужинка Паровозик Ивушка Одуванчик Капелька Веснушки Ягодка Петушок Красная_Шапочка Кузнечик Зоренька
            Пчёлка Подсолнушек Лесная_сказка Крепыш Мозаика Почемучка Журавушка Топотушки Ладушки Вишенка Дубравушка Клубничка Бригантина Зёрнышко
            Домовёнок Калинка Медвежонок Огонёк Черёмушка Ёлочка Умка Каравелла Яблонька Буратино Ручеёк Синеглазка Утёнок Винни-Пух Лесовичок
            Мечта Барвинок Золотая_рыбка Стриж Планета_детства""";

    private static final int[] SCHOOLS = IntStream.concat(IntStream.of(2, 3), IntStream.concat(IntStream.rangeClosed(5, 19), IntStream.rangeClosed(21, 40)))
            .toArray();
    private static final int LAST_KINDERGARTEN = 87;

    private static final String SCHOOL = "муниципальное бюджетное общеобразовательное учреждение ";
    private static final String KINDERGARTEN = "муниципальное бюджетное дошкольное образовательное учреждение ";
    private static final String ADDITIONAL = "муниципальное бюджетное учреждение дополнительного образования ";

    /** All 138, in the order of their kinds and numbers. */
    static List<Place> all() {
        List<Place> all = new ArrayList<>();
        for (int number : SCHOOLS) {
            all.add(school("sh-" + number, "СШ № " + number, "Средняя школа № " + number, number % 3 != 1));
        }
        for (int number : new int[] {1, 4, 20, 43}) {
            all.add(school("gimnaziya-" + number, "Гимназия № " + number, "Гимназия № " + number, true));
        }
        for (int number : new int[] {1, 41}) {
            all.add(school("litsey-" + number, "Лицей № " + number, "Лицей № " + number, true));
        }
        all.add(school(EMPTY_SCHOOL, "СШ № 49", "Средняя школа № 49", false));
        Map<Integer, String> nicknames = nicknames();
        for (int number = 1; number <= LAST_KINDERGARTEN; number++) {
            String nickname = nicknames.get(number);
            all.add(kindergarten("ds-" + number, "Детский сад № " + number + (nickname == null ? "" : " «" + nickname + "»"), number % 4 == 2));
        }
        all.add(kindergarten(EMPTY_KINDERGARTEN, "Детский сад № 90 «Подснежник»", false));
        all.add(additional("tsentr-zarya", "Центр дополнительного образования «Заря»"));
        all.add(additional("dom-tvorchestva", "Дом детского творчества «Мастерская»"));
        all.add(additional("stantsiya-rostok", "Станция юных натуралистов «Росток»"));
        all.add(additional("tsentr-vektor", "Центр технического творчества «Вектор»"));
        all.add(additional("studiya-palitra", "Детская студия искусств «Палитра»"));
        all.add(additional("tsentr-dnepr", "Детско-юношеский центр туризма «Днепр»"));
        return all;
    }

    private static Map<Integer, String> nicknames() {
        Map<Integer, String> nicknames = new HashMap<>();
        List<String> words = List.of(NICKNAMES.split("\\s+"));
        for (int number = 1, next = 0; number <= LAST_KINDERGARTEN && next < words.size(); number++) {
            // Every eighth kindergarten has a number alone, and number 38 is «Ягодка».
            if (number == 38) {
                nicknames.put(number, "Ягодка");
            } else if (number % 8 != 0) {
                next += words.get(next).equals("Ягодка") ? 1 : 0;
                nicknames.put(number, words.get(next++).replace('_', ' '));
            }
        }
        return nicknames;
    }

    private static Place school(String slug, String shortName, String fullName, boolean website) {
        return new Place(slug, OrganisationKind.GENERAL, "МБОУ «" + shortName + "»", SCHOOL + "«" + fullName + "» города Смоленска",
                website ? site(slug) : null, "Директор");
    }

    private static Place kindergarten(String slug, String name, boolean website) {
        return new Place(slug, OrganisationKind.PRESCHOOL, "МБДОУ «" + name + "»", KINDERGARTEN + "«" + name + "» города Смоленска",
                website ? site(slug) : null, "Заведующий");
    }

    private static Place additional(String slug, String name) {
        return new Place(slug, OrganisationKind.ADDITIONAL, "МБУ ДО «" + name + "»", ADDITIONAL + "«" + name + "» города Смоленска", site(slug),
                "Директор");
    }

    /** A domain that belongs to nobody (RFC 2606). */
    private static String site(String slug) {
        return "https://" + slug + ".example.org";
    }

    boolean empty() {
        return slug.equals(EMPTY_SCHOOL) || slug.equals(EMPTY_KINDERGARTEN);
    }

    /** The login of its curator. */
    String curatorLogin() {
        return switch (slug) {
            case SCHOOL_33 -> "curator";
            case KINDERGARTEN_38 -> "curator2";
            case EMPTY_SCHOOL -> "curator-empty";
            default -> "curator-" + slug;
        };
    }
}
