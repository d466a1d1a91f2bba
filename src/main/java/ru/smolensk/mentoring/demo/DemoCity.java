package ru.smolensk.mentoring.demo;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.PortalClock;

/**
 * Loads the demo city into an empty database. All of it or nothing: it is one transaction, so an interrupted start leaves the database empty
 * and the next one begins anew. Of two portals that start at once in one database only the first loads; the second waits for it.
 */
@Component
@Profile("demo")
@Order(5)
class DemoCity implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCity.class);

    /** A number that no other lock of the portal has. */
    private static final long LOCK = 475_2021_12_30L;

    /** So often a statement has to come. */
    private static final int PREPARED_FROM = 2;

    private final CityFounder founder;
    private final JdbcClient jdbc;
    private final JdbcOperations connection;
    private final Journal journal;
    private final PortalClock clock;
    private final TransactionTemplate transaction;

    DemoCity(CityFounder founder, JdbcClient jdbc, JdbcOperations connection, Journal journal, PortalClock clock,
             PlatformTransactionManager transactions) {
        this.founder = founder;
        this.jdbc = jdbc;
        this.connection = connection;
        this.journal = journal;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (empty()) {
            long start = System.nanoTime();
            Integer organisations = transaction.execute(status -> load());
            if (organisations > 0) {
                // The planner knows nothing yet of what has just come.
                jdbc.sql("analyze").update();
                LOG.info("The demo city is loaded: {} organisations in {} seconds.", organisations,
                        (System.nanoTime() - start) / 100_000_000 / 10.0);
            }
        }
    }

    private boolean empty() {
        return jdbc.sql("select not exists (select 1 from organisation) and not exists (select 1 from account)")
                .query(Boolean.class).single();
    }

    private int load() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row, number) -> number).single();
        // Another portal may have loaded it while this one waited.
        if (!empty()) {
            return 0;
        }
        LOG.info("The database is empty: the demo city is being loaded.");
        return connection.execute((ConnectionCallback<Integer>) this::found);
    }

    /**
     * The same few statements come thousands of times, each for one organisation, so here they are prepared and planned once for all values,
     * which the portal doesn't do otherwise: more than half of the server's work would be to plan them.
     */
    private int found(Connection loading) throws SQLException {
        PGConnection postgres = loading.unwrap(PGConnection.class);
        int threshold = postgres.getPrepareThreshold();
        postgres.setPrepareThreshold(PREPARED_FROM);
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
        int organisations = journal.inBatches(() -> founder.found(Years.before(clock.today())));
        // The connection goes back to the pool as it was.
        postgres.setPrepareThreshold(threshold);
        jdbc.sql("deallocate all").update();
        return organisations;
    }
}
