package ru.smolensk.mentoring.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.PortalTest;

/** A column whose constraint lists the allowed words must be wide enough for the longest of them. */
@PortalTest
class ConstantsFitTheirColumnsTest {

    private static final Pattern WORD = Pattern.compile("'([A-Z][A-Z_]+)'");

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyAllowedWordFits() {
        List<String> tooNarrow = new ArrayList<>();
        int[] columns = {0};
        jdbc.sql("""
                select c.conrelid::regclass as table_name, a.attname, a.atttypmod - 4 as width, pg_get_constraintdef(c.oid) as definition
                  from pg_constraint c
                  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                 where c.contype = 'c' and cardinality(c.conkey) = 1 and a.atttypid = 'varchar'::regtype and a.atttypmod > 0
                """).query(row -> {
                    Matcher word = WORD.matcher(row.getString("definition"));
                    while (word.find()) {
                        columns[0]++;
                        if (word.group(1).length() > row.getInt("width")) {
                            tooNarrow.add(row.getString("table_name") + "." + row.getString("attname") + " cannot hold " + word.group(1));
                        }
                    }
                });
        assertThat(columns[0]).as("allowed words found").isGreaterThan(30);
        assertThat(tooNarrow).isEmpty();
    }
}
