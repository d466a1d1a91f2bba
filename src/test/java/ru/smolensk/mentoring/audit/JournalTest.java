package ru.smolensk.mentoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

@PortalTest
class JournalTest {

    @Autowired
    Journal journal;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Thing thing;

    @BeforeEach
    void aThing() {
        thing = new Thing(Town.number());
    }

    /** Something with a history. */
    private static final class Thing implements Audited {
        private final long id;
        private String name = "№ 14-а";
        private LocalDate day;

        Thing(long id) {
            this.id = id;
        }

        @Override
        public Long id() {
            return id;
        }

        @Override
        public Long organisationId() {
            return null;
        }

        @Override
        public Subject subject() {
            return Subject.LEGAL_ACT;
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public Facts facts() {
            return new Facts().add("Номер", name).add("Дата", day).add("Пусто", null);
        }

        @Override
        public int version() {
            return 0;
        }
    }

    @Test
    void aHistorySaysWhoDidWhatAndWhatBecameOfWhat() {
        transaction.executeWithoutResult(status -> {
            journal.entered(thing);
            journal.change(thing, Action.CHANGED, "Опечатка", () -> {
                thing.name = "№ 14-б";
                thing.day = LocalDate.of(2026, 9, 1);
            });
        });

        List<History.Entry> entries = history.of(thing);
        assertThat(entries).extracting(History.Entry::action).containsExactly(Action.CHANGED, Action.ENTERED);
        assertThat(entries.get(0).reason()).isEqualTo("Опечатка");
        assertThat(entries.get(0).who()).isEqualTo("Портал");
        assertThat(entries.get(0).changes()).containsExactly(new Journal.Difference("Номер", "№ 14-а", "№ 14-б"),
                new Journal.Difference("Дата", null, "01.09.2026"));
        assertThat(entries.get(1).changes()).containsExactly(new Journal.Difference("Номер", null, "№ 14-а"));
    }

    @Test
    void nothingIsNotedOutsideOfTheChangesOwnTransactionAndNothingStaysOfAChangeThatFailed() {
        assertThatThrownBy(() -> journal.entered(thing)).isInstanceOf(IllegalTransactionStateException.class);

        transaction.executeWithoutResult(status -> {
            journal.entered(thing);
            status.setRollbackOnly();
        });
        assertThat(history.of(thing)).isEmpty();
    }

    @Test
    void whatIsNotedByTheThousandIsWrittenInTheOrderInWhichItHappened() {
        int changes = 600;
        transaction.executeWithoutResult(status -> journal.inBatches(() -> {
            for (int change = 1; change <= changes; change++) {
                journal.change(thing, Action.CHANGED, "Замена " + change, () -> thing.day = LocalDate.of(2026, 9, 1));
            }
            return null;
        }));

        assertThat(jdbc.sql("select reason from journal_entry where subject = 'LEGAL_ACT' and subject_id = ? order by id").param(thing.id())
                .query(String.class).list())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, changes).mapToObj(change -> "Замена " + change).toList());
    }

    @Test
    void nothingStaysOfWorkInBatchesThatFailed() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> journal.inBatches(() -> {
            journal.entered(thing);
            throw new IllegalStateException("half-way");
        }))).hasMessage("half-way");
        assertThat(history.of(thing)).isEmpty();

        transaction.executeWithoutResult(status -> journal.entered(thing));
        assertThat(history.of(thing)).hasSize(1);
    }

    @Test
    void aTitleThatIsTooLongIsCutBetweenCharactersNotInsideOne() {
        thing.name = "😀".repeat(600);
        transaction.executeWithoutResult(status -> journal.entered(thing));

        assertThat(history.of(thing).get(0).subjectName()).isEqualTo("😀".repeat(499) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal_entry set account_name = 'Никто' where id = (select min(id) from journal_entry)",
        "delete from journal_entry where id = (select min(id) from journal_entry)", "truncate journal_entry", "truncate journal_entry cascade"})
    void theJournalOnlyGrows(String statement) {
        transaction.executeWithoutResult(status -> journal.entered(thing));

        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied for table journal_entry");
    }

    /** The owner of a table may give itself its rights back; the triggers still refuse. */
    @ParameterizedTest
    @ValueSource(strings = {"update journal_entry set account_name = 'Никто'", "delete from journal_entry", "truncate journal_entry"})
    void theJournalOnlyGrowsEvenForWhoHasTheRight(String statement) {
        transaction.executeWithoutResult(status -> {
            journal.entered(thing);
            jdbc.sql("grant update, delete, truncate on journal_entry to current_user").update();
            assertThat(constraintAgainst(jdbc, statement)).isEqualTo("journal_entry_only_grows");
            status.setRollbackOnly();
        });
    }

    @Test
    void anEntryNamesAnAccountThatExistsAndListsItsChanges() {
        String entry = "insert into journal_entry (happened_at, account_id, account_name, subject, subject_id, subject_name, action, changes)"
                + " values (now(), ?, 'Орлова', 'ACCOUNT', 1, 'Орлова', 'ENTERED', cast(? as jsonb))";
        assertThat(constraintAgainst(jdbc, entry, -1, "[]")).isEqualTo("journal_entry_account_fk");
        assertThat(constraintAgainst(jdbc, entry, null, "{}")).isEqualTo("journal_entry_changes_listed");
    }
}
