package ru.smolensk.mentoring.notice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.platform.StartRefused;

/**
 * Whether mail can be sent, from whom, and what the portal's own address is. Without {@code spring.mail.host} there is no mail, only notices
 * in the portal.
 */
@Component
class MailSettings {

    private final boolean configured;
    private final String from;
    private final String portal;

    MailSettings(@Value("${spring.mail.host:}") String host, @Value("${portal.mail.from:}") String from, @Value("${portal.address:}") String portal) {
        this.configured = !host.isBlank();
        this.from = from;
        this.portal = portal.replaceAll("/+$", "");
        if (configured && (from.isBlank() || this.portal.isBlank())) {
            throw new StartRefused("Mail is switched on (SPRING_MAIL_HOST), but its sender or the portal's own address is missing: "
                    + "set PORTAL_MAIL_FROM (for example portal@example.org) and PORTAL_ADDRESS (for example https://mentoring.example.org).");
        }
    }

    boolean configured() {
        return configured;
    }

    String from() {
        return from;
    }

    /** The portal's address without a slash at its end. */
    String portal() {
        return portal;
    }
}
