package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ru.smolensk.mentoring.account.Accounts.DemoAccount;
import ru.smolensk.mentoring.account.Role;
import ru.smolensk.mentoring.platform.PersonName;

/**
 * Who curates an organisation, by which orders.
 *
 * @param before who did until the eve of {@code since}, or {@code null}
 * @param since the first day of the curator of today
 * @param number of the order that appointed the curator of today
 * @param founding the orders of the first curators of all organisations (O4.1)
 * @param sharedSince since when the curator of {@link #SHARED} curates this one too, or {@code null}
 * @param until the last day of the curator of today, or {@code null}: nobody has come in their place
 */
record Keeping(Place place, PersonName now, PersonName before, LocalDate since, String number, LocalDate dated, LocalDate until,
               LocalDate founding, LocalDate sharedSince) {

    /** Nobody has come after its last curator. */
    static final String WITHOUT_CURATOR = "ds-71";
    /** Two kindergartens near each other share one curator. */
    static final String SHARED = "ds-14";
    static final String SHARED_TOO = "ds-15";

    /** The order of its curator is for a term that is almost over. */
    static final String ENDING = "sh-12";
    private static final int ENDS_IN_DAYS = 9;

    private static final int HANDED_OVER_EVERY = 9;

    static Keeping of(Place place, int index, Years years) {
        PersonName named = switch (place.slug()) {
            case Place.SCHOOL_33 -> new PersonName("Новикова", "Елена", "Павловна");
            case Place.KINDERGARTEN_38 -> new PersonName("Журавлёва", "Татьяна", "Олеговна");
            case Place.EMPTY_SCHOOL -> new PersonName("Пустовалова", "Анна", "Игоревна");
            default -> null;
        };
        Dice dice = new Dice("curator of " + place.slug());
        InventedPeople people = new InventedPeople(dice);
        LocalDate founding = Years.workday(LocalDate.of(years.first().start() - 2, 8, 30));
        if (named != null) {
            return new Keeping(place, named, null, founding, "215-од", founding, null, founding, null);
        }
        PersonName now = people.next();
        if (index % HANDED_OVER_EVERY == 4 && !place.empty()) {
            return new Keeping(place, now, people.next(), Years.day(years.current(), 9, 1), dice.between(110, 180) + "-од",
                    Years.day(years.last(), 8, 27), null, founding, null);
        }
        return new Keeping(place, now, null, founding, dice.between(90, 220) + "-од", founding,
                place.slug().equals(WITHOUT_CURATOR) ? Years.day(years.current(), 10, 30) : null, founding,
                place.slug().equals(SHARED_TOO) ? Years.day(years.last(), 9, 3) : null);
    }

    /** The last day that the order of today's curator names, or {@code null}. */
    LocalDate term(LocalDate today) {
        return place.slug().equals(ENDING) ? today.plusDays(ENDS_IN_DAYS) : null;
    }

    String beforeLogin() {
        return place.curatorLogin() + "-1";
    }

    /** The accounts of the curators, the one of today first. */
    List<DemoAccount> accounts() {
        List<DemoAccount> all = new ArrayList<>(List.of(new DemoAccount(place.curatorLogin(), signature(now), Role.CURATOR)));
        if (before != null) {
            all.add(new DemoAccount(beforeLogin(), signature(before), Role.CURATOR));
        }
        return all;
    }

    /** «Е. Новикова». */
    static String signature(PersonName name) {
        return name.firstName().charAt(0) + ". " + name.lastName();
    }
}
