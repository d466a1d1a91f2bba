package ru.smolensk.mentoring.cityregister;

import java.util.List;
import ru.smolensk.mentoring.platform.NotFound;

/** The registers there are (order 4.6). To add a column, add a line to the declaration of its register. */
final class CityRegisters {

    static final List<Register> ALL = List.of(PeopleRegisters.MENTORS, PeopleRegisters.MENTEES, WorkRegisters.PROGRAMMES,
            WorkRegisters.CURATORS,
            PlaceRegisters.PARTNERS, PlaceRegisters.ORGANISATIONS);

    private CityRegisters() {
    }

    /**
     * The register of that name.
     *
     * @throws NotFound if there is none
     */
    static Register called(String key) {
        return ALL.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow(NotFound::new);
    }
}
