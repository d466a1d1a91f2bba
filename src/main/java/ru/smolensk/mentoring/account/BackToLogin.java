package ru.smolensk.mentoring.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * The login page again, with the login in its field. It does not travel in the address: addresses stay in histories, and some people type
 * their password into the wrong field.
 */
final class BackToLogin {

    private static final String PAGE = "/login";
    private static final int LONGEST_LOGIN = 60;
    private static final FlashMapManager NEXT_PAGE = new SessionFlashMapManager();

    private BackToLogin() {
    }

    /** Sends there; {@code why} is the parameter that the page explains itself by. */
    static void send(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        String typed = request.getParameter("username");
        if (typed != null && typed.length() <= LONGEST_LOGIN) {
            FlashMap kept = new FlashMap();
            kept.put("login", typed);
            kept.setTargetRequestPath(PAGE);
            NEXT_PAGE.saveOutputFlashMap(kept, request, response);
        }
        response.sendRedirect(PAGE + "?" + why);
    }
}
