package ru.smolensk.mentoring.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Leads people from the login to the page they had asked for, or to where their work begins. Of what they had asked for only the path is
 * taken, never the host, and only a path of their own role: somebody else may have asked for it in this browser before.
 */
class AfterLogin implements AuthenticationSuccessHandler {

    private final RequestCache asked;

    AfterLogin(RequestCache asked) {
        this.asked = asked;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        AccountUser user = (AccountUser) authentication.getPrincipal();
        String target = user.home();
        if (asked.getRequest(request, response) instanceof DefaultSavedRequest saved && user.worksAt(saved.getRequestURI())) {
            target = saved.getRequestURI() + (saved.getQueryString() == null ? "" : "?" + saved.getQueryString());
        }
        asked.removeRequest(request, response);
        response.sendRedirect(target);
    }
}
