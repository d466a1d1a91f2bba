package ru.smolensk.mentoring.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns an attempt at login away, before the password is looked at, while the account or the address has to wait. */
class LoginGate extends OncePerRequestFilter {

    private final RequestMatcher attempt = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");
    private final LoginThrottle throttle;

    LoginGate(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (attempt.matches(request) && !throttle.admits(request.getParameter("username"), request.getRemoteAddr())) {
            BackToLogin.send(request, response, "wait");
        } else {
            chain.doFilter(request, response);
        }
    }
}
