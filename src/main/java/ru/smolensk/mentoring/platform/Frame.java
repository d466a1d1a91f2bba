package ru.smolensk.mentoring.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** What the layout of every page asks about the request: who reads it, where, and how they want to see it; templates call it {@code frame}. */
@Component
public class Frame {

    private final PortalClock clock;
    private final boolean demo;

    Frame(PortalClock clock, org.springframework.core.env.Environment environment) {
        this.clock = clock;
        this.demo = Arrays.asList(environment.getActiveProfiles()).contains("demo");
    }

    /** Who is signed in, or {@code null} for a visitor. */
    public SignedIn user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn user ? user : null;
    }

    /** The reader's role, or {@code VISITOR}. */
    public String role() {
        SignedIn user = user();
        return user == null ? "VISITOR" : user.role();
    }

    /** Whether the portal shows invented people. */
    public boolean demo() {
        return demo;
    }

    public LocalDate today() {
        return clock.today();
    }

    public AcademicYear academicYear() {
        return AcademicYear.of(clock.today());
    }

    /** The path of the request, for marking the current item of a menu. */
    public String path() {
        HttpServletRequest request = request();
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** The whole address of the page without its filter, for people who hold a print. */
    public String url() {
        return request().getRequestURL().toString();
    }

    /** The filter of the request as a link carries it: «?q=…», or nothing. */
    public String query() {
        String query = request().getQueryString();
        return query == null ? "" : "?" + query;
    }

    /** The address of the same list, filter and order and all, as a file: {@code xlsx} or {@code csv}. */
    public String file(String format) {
        return SameList.address("table", format, Set.of("page"));
    }

    /** {@code page} on the item's own page, {@code true} below it, {@code null} elsewhere: the value of {@code aria-current}. */
    public String current(String item) {
        String path = path();
        if (path.equals(item)) {
            return "page";
        }
        return path.startsWith(item + "/") ? "true" : null;
    }

    public Viewing viewing() {
        return viewing(request());
    }

    static Viewing viewing(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, Viewing.COOKIE);
        return Viewing.parse(cookie == null ? null : cookie.getValue());
    }

    /** What makes the same content look different to two readers: part of a public page's ETag. */
    public String reader() {
        SignedIn user = user();
        return (user == null ? "" : user.accountId() + user.role()) + "/" + viewing().cookie();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
