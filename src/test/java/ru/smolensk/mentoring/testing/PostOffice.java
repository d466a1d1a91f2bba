package ru.smolensk.mentoring.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** The tests' own SMTP server: real, in process, on a free port, started once a run. Letters of different tests differ by recipient. */
public final class PostOffice {

    /** Who sends the portal's letters here. */
    public static final String PORTAL = "portal@mentoring.example";

    private static final GreenMail SERVER = start();

    private PostOffice() {
    }

    private static GreenMail start() {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        return server;
    }

    /** What the portal is started with to send its letters here. */
    static String[] properties() {
        return new String[] {"spring.mail.host=localhost", "spring.mail.port=" + SERVER.getSmtp().getPort(),
            "portal.mail.from=" + PORTAL, "portal.address=https://mentoring.example",
            // A test says itself when letters are sent.
            "portal.mail.pause=P1D"};
    }

    /** The letters that have arrived for somebody so far. */
    public static List<MimeMessage> lettersTo(String address) {
        return Arrays.stream(SERVER.getReceivedMessages()).filter(letter -> {
            try {
                return letter.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }).toList();
    }
}
