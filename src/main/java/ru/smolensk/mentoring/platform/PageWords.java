package ru.smolensk.mentoring.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hands {@code frame} and {@code russian} to every template, those of errors included. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class PageWords extends OncePerRequestFilter {

    private final Frame frame;
    private final Russian russian;

    PageWords(Frame frame, Russian russian) {
        this.frame = frame;
        this.russian = russian;
    }

    /** A request may be refused before it meets any filter, and only its error page passes here. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute("frame", frame);
        request.setAttribute("russian", russian);
        chain.doFilter(request, response);
    }
}
