package ru.smolensk.mentoring.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Map;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** How a notice looks as a letter: plain text and HTML, one action, nothing personal beyond need. */
@Component
class Letter {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

    private final MailSettings settings;
    private final SpringTemplateEngine templates;

    Letter(MailSettings settings, SpringTemplateEngine templates) {
        this.settings = settings;
        this.templates = templates;
    }

    /** What is to be sent, and to whom. */
    record Envelope(long noticeId, String recipient, NoticeKind kind, String organisation, String words, String address, int attempts) {

        /** The same for every attempt, so that a server that got it twice can see that it is one letter. */
        String messageId(String portal) {
            return "<notice-" + noticeId + "@" + portal.replaceAll("^https?://", "").replaceAll("[^A-Za-z0-9.-].*$", "") + ">";
        }

        String subject() {
            return organisation == null ? kind.label() : kind.label() + " – " + organisation;
        }
    }

    MimeMessage write(JavaMailSender sender, Envelope envelope) throws MessagingException {
        String link = settings.portal() + envelope.address();
        String account = settings.portal() + "/account/mail";
        MimeMessage message = sender.createMimeMessage();
        message.setHeader("Message-ID", envelope.messageId(settings.portal())); // Spring's sender keeps what is set.
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom(settings.from());
        helper.setTo(envelope.recipient());
        helper.setSubject(envelope.subject());
        helper.setText("""
                %s

                Открыть в портале: %s

                Отказаться от писем или сменить адрес: %s
                """.formatted(envelope.words(), link, account), templates.process("notice/letter", new Context(RUSSIAN,
                Map.of("subject", envelope.subject(), "words", envelope.words(), "link", link, "settings", account))));
        return message;
    }
}
