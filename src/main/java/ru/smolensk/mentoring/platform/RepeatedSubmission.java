package ru.smolensk.mentoring.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A form is carried out once, however often its button is clicked: each form carries a token, and a second request with the same token gets
 * the first one's answer. A form that was refused may be sent again: it comes back with a new token.
 */
@Component
public class RepeatedSubmission implements HandlerInterceptor {

    static final String FIELD = "_once";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final JdbcClient jdbc;

    RepeatedSubmission(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
        UUID token = "POST".equals(request.getMethod()) ? token(request.getParameter(FIELD)) : null;
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
            if (location == null) {
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

    private static UUID token(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }
}
