package ru.smolensk.mentoring.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/** Holds the body back until the last statement is counted, for a header can't follow the body. */
class StatementsFilter extends OncePerRequestFilter {

    private static final String EARLIER = StatementsFilter.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CountedResponse counted = WebUtils.getNativeResponse(response, CountedResponse.class);
        if (counted == null) {
            counted = new CountedResponse(request, response);
        }
        try {
            chain.doFilter(request, counted);
        } finally {
            counted.tell();
        }
        if (!isAsyncStarted(request)) {
            counted.copyBodyToResponse();
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static final class CountedResponse extends ContentCachingResponseWrapper {

        private final HttpServletRequest request;
        private final int before = Statements.soFar();
        private final int earlier;

        CountedResponse(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
            // The error page is served by a second dispatch of the same request.
            this.earlier = request.getAttribute(EARLIER) instanceof Integer count ? count : 0;
        }

        void tell() {
            int count = earlier + Statements.soFar() - before;
            request.setAttribute(EARLIER, count);
            setIntHeader(Statements.HEADER, count);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            tell();
            super.sendRedirect(location);
        }

        @Override
        public void sendError(int status) throws IOException {
            tell();
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            tell();
            super.sendError(status, message);
        }
    }
}
