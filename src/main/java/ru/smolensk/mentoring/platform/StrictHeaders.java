package ru.smolensk.mentoring.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser may do with the portal's answers: nothing but what the portal itself serves. First of all filters, so that refusals of
 * the others carry it too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class StrictHeaders extends OncePerRequestFilter {

    private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /**
     * The one page that may stand in a frame of another site; it says so itself in its own policy, which takes the place of this one. The
     * older header knows no exception and can't be taken back, so here it isn't written at all.
     */
    private static final Pattern FRAMED = Pattern.compile("/organisations/[^/]+/widget");

    /** The widget as text to paste: the curator's page shows it in a frame, no other site may. */
    private static final Pattern PREVIEWED = Pattern.compile("/organisations/[^/]+/widget[.]html");

    /** A request may be refused before it meets any filter, and only its error page passes here. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (FRAMED.matcher(request.getRequestURI()).matches()) {
            writeAllButOld(response);
        } else {
            write(response);
            if (PREVIEWED.matcher(request.getRequestURI()).matches()) {
                response.setHeader("X-Frame-Options", "SAMEORIGIN");
            }
        }
        chain.doFilter(request, response);
    }

    static void write(HttpServletResponse response) {
        writeAllButOld(response);
        response.setHeader("X-Frame-Options", "DENY");
    }

    private static void writeAllButOld(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
    }
}
