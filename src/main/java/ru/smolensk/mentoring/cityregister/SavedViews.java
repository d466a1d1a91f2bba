package ru.smolensk.mentoring.cityregister;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Refusal;

/** Views of registers that people keep for themselves; nobody sees another's, not even that there is one. */
@Service
@Transactional
class SavedViews {

    /** ◆ How many views of one register somebody may keep; {@code saved_view_twenty_at_most} holds it too. */
    static final int MOST = 20;
    /** How long the query of an address may be: as long as {@code saved_view.query} is. */
    static final int LONGEST_QUERY = 2000;

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A view.
     *
     * @param register its key
     * @param query what the address of the register says after its question mark; may be empty
     */
    public record View(long id, String register, String name, String query) {

        /** The page that it opens. */
        public String address() {
            return "/department/registers/" + register + (query.isEmpty() ? "" : "?" + query);
        }
    }

    /** All of somebody's, by register. */
    @Transactional(readOnly = true)
    public Map<String, List<View>> of(long accountId) {
        return jdbc.sql("select id, register, name, query from saved_view where account_id = ? order by name collate russian, id")
                .param(accountId).query(View.class).list().stream().collect(Collectors.groupingBy(View::register));
    }

    /**
     * One of somebody's.
     *
     * @throws NotFound if it is another's
     */
    @Transactional(readOnly = true)
    public View one(long accountId, long id) {
        return jdbc.sql("select id, register, name, query from saved_view where account_id = ? and id = ?").params(accountId, id)
                .query(View.class).optional().orElseThrow(NotFound::new);
    }

    /** Keeps what somebody sees under a name. */
    public long keep(long accountId, Register register, String name, String query) {
        Refusal.when(query.length() > LONGEST_QUERY, "name",
                "Слова поиска слишком длинные, чтобы запомнить вид. Вернитесь в реестр и сократите их");
        return jdbc.sql("""
                insert into saved_view (account_id, register, name, query, place)
                select :account, :register, :name, :query, place from generate_series(1, :most) place
                 where place not in (select place from saved_view where account_id = :account and register = :register)
                 order by place limit 1 returning id
                """).param("account", accountId).param("register", register.key()).param("name", name).param("query", query)
                        .param("most", MOST)
                .query(Long.class).optional()
                .orElseThrow(() -> new Refusal("name", "У вас уже двадцать видов этого реестра. Удалите ненужный и сохраните снова"));
    }

    public void rename(long accountId, long id, String name) {
        one(accountId, id);
        jdbc.sql("update saved_view set name = ?, version = version + 1 where id = ?").params(name, id).update();
    }

    public void delete(long accountId, long id) {
        one(accountId, id);
        jdbc.sql("delete from saved_view where id = ?").param(id).update();
    }
}
