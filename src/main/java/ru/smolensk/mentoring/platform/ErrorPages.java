package ru.smolensk.mentoring.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Every failure in the portal's own look. An unexpected one gets an incident number: the reader sees it, the log holds it, and nothing of
 * the reader is logged.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** Addresses that programs ask: their failures are problem details (RFC 9457), no pages. */
    static final String FOR_PROGRAMS = "/api/";

    /** The name of a page, or the problem details. */
    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response, Model model) {
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
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).startsWith(FOR_PROGRAMS)) {
            return problem(status, request, model.getAttribute("incident"));
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

    private static ResponseEntity<ProblemDetail> problem(int status, HttpServletRequest request, Object incident) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), switch (status) {
            case 404 -> "По этому адресу ничего нет. Все адреса описаны в /api/v1/openapi.json";
            case 405 -> "Открытые данные только читают: GET или HEAD";
            default -> status >= 500 ? "Портал не смог ответить. Номер происшествия: " + incident : "Портал не понял запрос";
        });
        problem.setType(URI.create("about:blank"));
        problem.setTitle(status == 404 ? "Ничего не найдено" : status >= 500 ? "Портал не справился" : "Запрос не понят");
        problem.setInstance(UriComponentsBuilder.fromPath(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))).build().encode().toUri());
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
