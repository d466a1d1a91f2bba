package ru.smolensk.mentoring.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * A form is carried out once, however often its button is clicked: each form carries a token, and a second request with the same token and
 * the same contents gets the first one's answer. Other contents are another request: somebody went back, changed a field and sent the form
 * again. A form that was refused may be sent again.
 */
@Component
public class RepeatedSubmission implements HandlerInterceptor {

    static final String FIELD = "_once";
    /** Spring Security's field: its value differs on every page that shows the form. */
    private static final String CSRF = "_csrf";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LONGEST_LOCATION = 500;

    private final JdbcClient jdbc;

    RepeatedSubmission(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
        UUID token = "POST".equals(request.getMethod()) && request.getParameter(FIELD) != null ? token(request) : null;
        if (token == null) {
            return true;
        }
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (!claim(token)) {
            Optional<String> answer = answer(token);
            if (answer.isPresent()) {
                response.sendRedirect(answer.get());
                return false;
            }
            if (Instant.now().isAfter(giveUp)) {
                response.sendError(HttpServletResponse.SC_CONFLICT);
                return false;
            }
            Thread.sleep(50);
        }
        request.setAttribute(FIELD, token);
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (request.getAttribute(FIELD) instanceof UUID token) {
            String location = response.getStatus() / 100 == 3 ? response.getHeader("Location") : null;
            if (location == null || location.length() > LONGEST_LOCATION) {
                jdbc.sql("delete from submission where token = ?").param(token).update();
            } else {
                jdbc.sql("update submission set location = ? where token = ?").params(location, token).update();
            }
        }
    }

    /** Tokens are remembered for a day. */
    @Scheduled(fixedDelayString = "PT1H")
    void forgetOldTokens() {
        jdbc.sql("delete from submission where received_at < now() - interval '1 day'").update();
    }

    private boolean claim(UUID token) {
        return jdbc.sql("insert into submission (token, received_at) values (?, now()) on conflict do nothing").param(token).update() == 1;
    }

    private Optional<String> answer(UUID token) {
        return jdbc.sql("select location from submission where token = ? and location is not null").param(token).query(String.class).optional();
    }

    /** The token of the form and everything in it, in one. */
    private static UUID token(HttpServletRequest request) {
        StringBuilder contents = new StringBuilder(request.getRequestURI());
        Map<String, String[]> fields = new TreeMap<>(request.getParameterMap());
        fields.remove(CSRF);
        fields.forEach((name, values) -> contents.append('\0').append(name).append(Arrays.toString(values)));
        MultipartRequest files = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (files != null) {
            files.getMultiFileMap().forEach((name, sent) -> sent.forEach(
                    file -> contents.append('\0').append(name).append(file.getOriginalFilename()).append(file.getSize())));
        }
        try {
            ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(contents.toString().getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
