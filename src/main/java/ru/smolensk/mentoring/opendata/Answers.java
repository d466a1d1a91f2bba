package ru.smolensk.mentoring.opendata;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import ru.smolensk.mentoring.platform.PortalAddress;

/**
 * What every answer of the open data carries. They may be kept, but are asked for again each time: what is withdrawn is gone at once, and
 * to say that nothing has changed costs one statement.
 */
@Component
class Answers {

    private final PortalAddress address;
    private final String build;

    Answers(PortalAddress address, ObjectProvider<BuildProperties> build) {
        this.address = address;
        this.build = build.stream().map(BuildProperties::getTime).map(String::valueOf).findFirst().orElse("unpackaged");
    }

    /**
     * The answer, or nothing where the reader has it already.
     *
     * @param version differs whenever the answer differs
     */
    <T> T unlessKnown(ServletWebRequest request, String version, Supplier<T> answer) {
        HttpServletRequest asked = request.getRequest();
        request.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        // Weak: the same data, but the server may press the bytes together.
        String etag = "W/\"" + digest(build, address.of(""), asked.getRequestURI(), asked.getQueryString(), version) + '"';
        return request.checkNotModified(etag) ? null : answer.get();
    }

    /** Says in the header «Link» where the pages beside this one are (RFC 8288). */
    void neighbours(Asked asked, long total) {
        StringBuilder links = new StringBuilder();
        if (asked.page() > 1) {
            links.append(link(asked.page() - 1, "prev"));
        }
        if (asked.page() < asked.pages(total)) {
            links.append(links.isEmpty() ? "" : ", ").append(link(asked.page() + 1, "next"));
        }
        if (!links.isEmpty()) {
            ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getResponse().setHeader(HttpHeaders.LINK, links.toString());
        }
    }

    private String link(int page, String relation) {
        String there = ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("page", page).scheme(null).host(null).port(null)
                .build().toUriString();
        return "<" + there + ">; rel=\"" + relation + '"';
    }

    private static String digest(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
