package ru.smolensk.mentoring.duty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.AcademicYear;

/** The one source of how duties stand: the heat table, the page of an organisation, the curator's list and reminders all ask here. */
@Service
@Transactional(readOnly = true)
public class Duties {

    private final JdbcClient jdbc;

    Duties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All duties of an organisation on a day, in the order's order: one statement. */
    public List<DutyStanding> of(long organisationId, LocalDate day) {
        return jdbc.sql("select * from duties(:year, :day, :organisation)").param("year", AcademicYear.of(day).start()).param("day", day)
                .param("organisation", organisationId).query((row, number) -> DutyStanding.of(row, day)).list().stream()
                .sorted(Comparator.comparing(DutyStanding::duty)).toList();
    }

    /** The same for every open organisation, by its identifier: one statement. */
    public Map<Long, List<DutyStanding>> ofCity(LocalDate day) {
        return jdbc.sql("select * from duties(:year, :day, null)").param("year", AcademicYear.of(day).start()).param("day", day)
                .query((row, number) -> DutyStanding.of(row, day)).list().stream().sorted(Comparator.comparing(DutyStanding::duty))
                .collect(Collectors.groupingBy(DutyStanding::organisationId));
    }
}
