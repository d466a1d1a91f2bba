package ru.smolensk.mentoring.audit;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.SignedIn;
import tools.jackson.databind.json.JsonMapper;

/** The only writer of the journal. Every change of an aggregate goes through it, inside the change's own transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Journal {

    private static final int LONGEST_ORIGIN = 45;

    private static final String ENTRY = """
            insert into journal_entry (happened_at, account_id, account_name, origin, organisation_id,
                                       subject, subject_id, subject_name, action, reason, changes, part_of)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
            """;
    private static final int[] TYPES = {Types.TIMESTAMP_WITH_TIMEZONE, Types.BIGINT, Types.VARCHAR, Types.VARCHAR, Types.BIGINT, Types.VARCHAR,
        Types.BIGINT, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.BIGINT};

    /** So many entries go to the database together, where they are collected. */
    private static final int BATCH = 250;

    private final JdbcOperations jdbc;
    private final PortalClock clock;
    private final JsonMapper json;
    /** What this thread has noted and not yet written; nothing where every entry is written at once. */
    private final ThreadLocal<List<Object[]>> collected = new ThreadLocal<>();
    /** Whether this thread only tries something out. */
    private final ThreadLocal<Boolean> trying = ThreadLocal.withInitial(() -> false);
    /** To what the entries of this thread belong, and from where it was asked for. */
    private final ThreadLocal<Whole> whole = new ThreadLocal<>();

    Journal(JdbcOperations jdbc, PortalClock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /** A fact that became another; {@code null} where there was or is none. */
    public record Difference(String fact, String before, String after) {
    }

    /**
     * Something of which other changes are parts.
     *
     * @param origin the address of the request that asked for it
     */
    private record Whole(Long id, String origin) {
    }

    /** Notes that a thing was entered, with all its facts. */
    public void entered(Audited thing) {
        if (!trying.get()) {
            write(thing, Action.ENTERED, null, differences(Map.of(), thing.facts().values()));
        }
    }

    /** Carries out a change and notes what it changed. */
    public void change(Audited thing, Action action, String reason, Runnable change) {
        if (trying.get()) {
            change.run();
            return;
        }
        Map<String, String> before = thing.facts().values();
        change.run();
        write(thing, action, reason, differences(before, thing.facts().values()));
    }

    /** Carries out a change that has no reason of its own. */
    public void change(Audited thing, Action action, Runnable change) {
        change(thing, action, null, change);
    }

    /** Notes something that changed no fact: a login, a publication. */
    public void note(Audited thing, Action action) {
        if (trying.get()) {
            return;
        }
        write(thing, action, null, List.of());
    }

    /** Notes that a thing has left the portal, with all its facts. */
    void takenAway(Audited thing) {
        write(thing, Action.TAKEN_AWAY, null, differences(Map.of(), thing.facts().values()));
    }

    /**
     * Carries out work of thousands of changes within the transaction that is going on, and writes their entries by hundreds, in the order in
     * which they were noted. For loading and importing: until the end of the work its last entries can't be read.
     */
    public <T> T inBatches(Supplier<T> work) {
        if (collected.get() != null) {
            return work.get();
        }
        List<Object[]> entries = new ArrayList<>();
        collected.set(entries);
        try {
            T result = work.get();
            writeCollected();
            return result;
        } finally {
            collected.remove();
        }
    }

    /** Writes what has been collected so far. */
    public void writeCollected() {
        List<Object[]> entries = collected.get();
        if (entries != null && !entries.isEmpty()) {
            jdbc.batchUpdate(ENTRY, entries, TYPES);
            entries.clear();
        }
    }

    /** Forgets what has been collected since it was last written: what it tells of has been taken back. */
    public void forgetCollected() {
        if (collected.get() != null) {
            collected.get().clear();
        }
    }

    /** Carries out work that is tried out only: its transaction will be taken back, so there is nothing to note. */
    public <T> T trying(Supplier<T> work) {
        trying.set(true);
        try {
            return work.get();
        } finally {
            trying.remove();
        }
    }

    /**
     * Carries out a work whose entries are parts of one thing, and ends with the entry of the thing itself. The journal shows the one; the
     * others when somebody asks for them.
     *
     * @param origin the address of the request that asked for it, {@link #origin()}; it may be over by now
     * @param thing what was done as a whole, known only when it is done; {@code null} if it came to nothing
     */
    public void asOne(long id, String origin, Supplier<Audited> thing) {
        whole.set(new Whole(id, origin));
        try {
            Audited done = inBatches(thing);
            if (done != null) {
                whole.set(new Whole(null, origin));
                entered(done);
            }
        } finally {
            whole.remove();
        }
    }

    private void write(Audited thing, Action action, String reason, List<Difference> differences) {
        SignedIn who = who();
        Object[] entry = {OffsetDateTime.ofInstant(clock.instant(), PortalClock.ZONE), who == null ? null : who.accountId(),
            who == null ? "Портал" : who.displayName(), whole.get() == null ? origin() : whole.get().origin(), thing.organisationId(),
            thing.subject().name(), thing.id(), shortened(thing.title()), action.name(), reason, json.writeValueAsString(differences),
            whole.get() == null ? null : whole.get().id()};
        List<Object[]> entries = collected.get();
        if (entries == null) {
            jdbc.update(ENTRY, entry, TYPES);
            return;
        }
        entries.add(entry);
        if (entries.size() == BATCH) {
            writeCollected();
        }
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= 500 ? title : title.substring(0, title.offsetByCodePoints(0, 499)) + "…";
    }

    private static List<Difference> differences(Map<String, String> before, Map<String, String> after) {
        Set<String> facts = new LinkedHashSet<>(before.keySet());
        facts.addAll(after.keySet());
        return facts.stream().filter(fact -> !Objects.equals(before.get(fact), after.get(fact)))
                .map(fact -> new Difference(fact, before.get(fact), after.get(fact))).toList();
    }

    private static SignedIn who() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn user ? user : null;
    }

    /** The network address of the request that is going on, or {@code null}. */
    public static String origin() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            String address = attributes.getRequest().getRemoteAddr();
            return address.substring(0, Math.min(address.length(), LONGEST_ORIGIN)); // An interface may be named at its end.
        }
        return null;
    }
}
