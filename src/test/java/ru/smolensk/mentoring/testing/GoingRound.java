package ru.smolensk.mentoring.testing;

import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements that go round the application: what must always hold is refused by the database itself. */
public final class GoingRound {

    private GoingRound() {
    }

    /** The name of the constraint that stops the statement; {@code "nothing"} if it goes through. */
    public static String constraintAgainst(JdbcClient jdbc, String sql, Object... parameters) {
        try {
            var statement = jdbc.sql(sql).params(parameters);
            if (sql.contains("returning")) {
                statement.query().listOfRows();
            } else {
                statement.update();
            }
            return "nothing";
        } catch (DataAccessException refused) {
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                if (cause instanceof PSQLException sqlRefused && sqlRefused.getServerErrorMessage() != null
                        && sqlRefused.getServerErrorMessage().getConstraint() != null) {
                    return sqlRefused.getServerErrorMessage().getConstraint();
                }
            }
            throw refused;
        }
    }
}
