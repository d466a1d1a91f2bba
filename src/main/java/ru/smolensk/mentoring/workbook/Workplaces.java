package ru.smolensk.mentoring.workbook;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.organisation.PartnerForm;
import ru.smolensk.mentoring.organisation.Partners;
import ru.smolensk.mentoring.participant.Workplace;
import ru.smolensk.mentoring.workbook.People.Person;
import ru.smolensk.mentoring.workbook.Rows.Row;
import ru.smolensk.mentoring.workbook.Run.Compared;

/** Where somebody works, as the cells of a row say it; partners that are named for the first time. */
@Component
class Workplaces {

    private final Partners partners;

    Workplaces(Partners partners) {
        this.partners = partners;
    }

    /**
     * Where somebody works, as a row says it.
     *
     * @param partner of the organisation already, or {@code null}
     * @param newPartner a partner that the import enters first, or {@code null}
     * @param newInn what is to be noted of a partner that had no ИНН, or {@code null}
     */
    record Place(Workplace workplace, String employer, Stored.Partner partner, PartnerForm newPartner, String newInn) {

        private static final String UNKNOWN = "0";

        String partnerId() {
            return partner != null ? String.valueOf(partner.id()) : newPartner != null ? UNKNOWN : null;
        }

        /** The same place, said comparably. */
        String said() {
            return workplace + "|" + Likeness.plain(employer) + "|" + (partner == null ? newPartner == null ? null : Likeness.plain(newPartner.name())
                    : Likeness.plain(partner.name()));
        }
    }

    static boolean own(String workplace) {
        return workplace == null || Likeness.plain(workplace).equals(Sheet.Words.OWN_STAFF);
    }

    static Place place(Run run, Row row, Compared said, Person person, Stored.Line line) {
        boolean same = person != null && (line != null ? !said.changes("workplace", "employerName", "inn")
                : row.cell("workplace") == null && row.cell("employerName") == null);
        if (same) {
            return placeOf(run, person);
        }
        return row.sheet() == Sheet.MENTORS ? placeOfMentor(run, row, said) : placeOfMentee(run, said);
    }

    static Place placeOf(Run run, Person person) {
        return new Place(Workplace.valueOf(person.workplace()), person.employerName(), person.partnerId() == null ? null : run.partner(person.partnerId()), null, null);
    }

    private static Place placeOfMentee(Run run, Compared said) {
        String written = said.get("workplace");
        if (own(written)) {
            return new Place(Workplace.OWN_STAFF, null, null, null, null);
        }
        return run.partner(written).map(partner -> new Place(Workplace.PARTNER, null, partner, null, null))
                .orElseGet(() -> new Place(Workplace.OTHER_EDUCATIONAL, written, null, null, null));
    }

    private static Place placeOfMentor(Run run, Row row, Compared said) {
        Workplace workplace = said.get("workplace") == null ? null
                : Sheet.MENTORS.column("workplace").orElseThrow().word(said.get("workplace")).map(word -> Workplace.valueOf(word.name())).orElseThrow();
        String employer = said.get("employerName");
        String inn = said.get("inn") == null ? null : said.get("inn").replaceAll("\\s", "");
        if (workplace != Workplace.PARTNER) {
            if (inn != null && workplace != null) {
                run.wrong(row, "inn", "ИНН нужен только для предприятия. Сотрите его или выберите место работы «предприятие»");
            }
            return new Place(workplace, employer, null, null, null);
        }
        Stored.Partner byName = run.partner(employer).orElse(null);
        Stored.Partner byInn = run.partnerOf(inn).orElse(null);
        if (byName != null) {
            if (inn != null && byName.inn() != null && !inn.equals(byName.inn())) {
                run.wrong(row, "inn", "В портале у партнёра «" + byName.name() + "» другой ИНН – " + byName.inn() + ". Исправьте его здесь или на странице «Партнёры»");
            } else if (byInn != null && byInn.id() != byName.id()) {
                run.wrong(row, "inn", "Этот ИНН – у партнёра «" + byInn.name() + "». Проверьте название и ИНН");
            }
            boolean noted = inn != null && byName.inn() == null;
            if (noted) {
                run.check(row, new Inn(inn).asForm(byName.name()));
            }
            return new Place(workplace, null, byName, null, noted ? inn : null);
        }
        if (byInn != null) {
            if (employer != null) {
                run.wrong(row, "employerName", "С этим ИНН в портале записан партнёр «" + byInn.name() + "». Напишите название так же или исправьте ИНН");
            }
            return new Place(workplace, null, byInn, null, null);
        }
        if (employer == null) {
            run.wrong(row, "employerName", "Не заполнено. Напишите, на каком предприятии работает наставник");
            return new Place(workplace, null, new Stored.Partner(0, "", null), null, null);
        }
        PartnerForm entered = new Inn(inn).asForm(employer);
        run.checkAs(row, entered, Map.of("name", "employerName"));
        return new Place(workplace, null, null, entered, null);
    }

    /** A number as the form of a partner takes it. */
    private record Inn(String digits) {
        PartnerForm asForm(String name) {
            return new PartnerForm(null, name, digits, null, null);
        }
    }

    /** Enters the partner that the row names for the first time. */
    Place placed(Run run, Place place) {
        if (place.newPartner() != null) {
            Stored.Partner[] entered = new Stored.Partner[1];
            run.apart(() -> entered[0] = new Stored.Partner(partners.enter(run.tenant, place.newPartner().toCommand()), place.newPartner().name(),
                    place.newPartner().toCommand().inn()));
            run.know(entered[0]);
            return new Place(place.workplace(), null, entered[0], null, null);
        }
        if (place.newInn() != null) {
            run.apart(() -> partners.addInn(run.tenant, place.partner().id(), place.newInn()));
            run.know(new Stored.Partner(place.partner().id(), place.partner().name(), place.newInn()));
        }
        return place;
    }
}
