package ru.smolensk.mentoring.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Every failure in the portal's own look. An unexpected one gets an incident number: the reader sees it, the log holds it, and nothing of
 * the reader is logged.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : HttpStatus.NOT_FOUND.value();
        response.setStatus(status);
        if (status == HttpStatus.BAD_REQUEST.value() && SecretLink.is(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
            // Refused before it met its page. An odd link opens nothing like every other that doesn't: the same page.
            SecretLink.keep(response);
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "survey/gone";
        }
        if (status >= 500) {
            String incident = UUID.randomUUID().toString().substring(0, 8);
            Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            LOG.error("Incident {}", incident, failure instanceof Throwable thrown ? thrown : null);
            model.addAttribute("incident", incident);
        }
        model.addAttribute("status", status);
        model.addAttribute("withFile", String.valueOf(request.getContentType()).startsWith("multipart/"));
        return switch (status) {
            case 403 -> "error/forbidden";
            case 404 -> "error/not-found";
            case 409 -> "error/conflict";
            case 413 -> "error/too-large";
            default -> status >= 500 ? "error/incident" : "error/bad-request";
        };
    }
}
