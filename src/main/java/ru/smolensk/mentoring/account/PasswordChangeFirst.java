package ru.smolensk.mentoring.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Someone who came with a temporary password chooses an own one before anything else. */
class PasswordChangeFirst extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String path = request.getServletPath();
        boolean work = path.startsWith("/workspace") || path.startsWith("/department") || path.startsWith("/admin");
        if (work && authentication != null && authentication.getPrincipal() instanceof AccountUser user && user.mustChangePassword()) {
            response.sendRedirect("/account");
        } else {
            chain.doFilter(request, response);
        }
    }
}
