package ru.smolensk.mentoring.testing;

import com.microsoft.playwright.Response;
import java.net.http.HttpResponse;
import java.util.List;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * How many SQL statements a page or a piece of code has cost. Under {@link PortalTest} every response carries the number in the header
 * {@value #HEADER}. Statements about the login session are left out, and so are those sent from another thread. A batch counts as one.
 */
public final class Statements {

    /** The header of every response under test. */
    public static final String HEADER = "X-Statements";

    private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 0);

    private Statements() {
    }

    /** Statements behind a {@code MockMvc} response. */
    public static int of(MockHttpServletResponse response) {
        return Integer.parseInt(response.getHeader(HEADER));
    }

    /** Statements behind a response of the real server. */
    public static int of(HttpResponse<?> response) {
        return Integer.parseInt(response.headers().firstValue(HEADER).orElseThrow());
    }

    /** Statements behind a page the browser has loaded. */
    public static int of(Response response) {
        return Integer.parseInt(response.headerValue(HEADER));
    }

    /** Statements that this work sends from the current thread. */
    public static int during(Runnable work) {
        int before = soFar();
        work.run();
        return soFar() - before;
    }

    static int soFar() {
        return COUNT.get();
    }

    /** Hears of every statement the pool's connections send. */
    record Listener(String sessionTable) implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // Counted when done.
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            if (queries.stream().noneMatch(query -> query.getQuery().contains(sessionTable))) {
                COUNT.set(COUNT.get() + 1);
            }
        }
    }
}
