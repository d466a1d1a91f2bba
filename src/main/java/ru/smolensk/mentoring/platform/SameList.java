package ru.smolensk.mentoring.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.StringJoiner;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriUtils;

/** Addresses of the list that the request shows: its filter stays, however it was typed, another page or order comes into it. */
final class SameList {

    private SameList() {
    }

    /** The address with one more parameter; those named in {@code without} go, and so do empty fields of the filter's form. */
    static String address(String name, String value, Set<String> without) {
        HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        StringJoiner query = new StringJoiner("&", request.getRequestURI() + "?", "");
        request.getParameterMap().forEach((other, values) -> {
            for (String one : values) {
                if (!other.equals(name) && !without.contains(other) && !one.isEmpty()) {
                    query.add(encoded(other) + "=" + encoded(one));
                }
            }
        });
        return query.add(encoded(name) + "=" + encoded(value)).toString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
