package ru.smolensk.mentoring.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.platform.Russian;

/** How papers word what every one of them knows. */
@Component
class Wording {

    /** A person's name in SQL, of the participant {@code p}. */
    static final String NAMED = "p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, '')";

    private final Russian russian;

    Wording(Russian russian) {
        this.russian = russian;
    }

    /**
     * The fields of a paper, and those of its organisation: a heading begins with a capital letter, quotes within quotes are of another
     * kind.
     */
    Map<String, String> common(ResultSet row, String... namesAndValues) throws SQLException {
        Map<String, String> fields = DrawnUp.fields(namesAndValues);
        fields.put("организация", russian.capital(russian.quoted(row.getString("full_name"))));
        fields.put("организация кратко", russian.quoted(row.getString("short_name")));
        return fields;
    }

    /** Where somebody works, within a sentence. */
    String workplace(ResultSet row) throws SQLException {
        return russian.quoted(switch (row.getString("workplace")) {
            case "OTHER_EDUCATIONAL" -> row.getString("employer_name");
            case "PARTNER" -> row.getString("partner");
            default -> row.getString("full_name");
        });
    }

    /** «учитель физики, муниципальное бюджетное учреждение»: what is unknown leaves no comma. */
    static String joined(String... parts) {
        return Stream.of(parts).filter(one -> one != null && !one.isBlank()).collect(Collectors.joining(", "));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
