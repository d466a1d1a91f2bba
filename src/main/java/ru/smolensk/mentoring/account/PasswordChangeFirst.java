package ru.smolensk.mentoring.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Someone who came with a temporary password chooses an own one before anything else. */
class PasswordChangeFirst extends OncePerRequestFilter {

    private final RequestMatcher work;

    PasswordChangeFirst(RequestMatcher work) {
        this.work = work;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (work.matches(request) && authentication != null && authentication.getPrincipal() instanceof AccountUser user && user.mustChangePassword()) {
            response.sendRedirect("/account");
        } else {
            chain.doFilter(request, response);
        }
    }
}
