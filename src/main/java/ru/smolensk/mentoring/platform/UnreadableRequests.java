package ru.smolensk.mentoring.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * An address that is no address («/organisations/%») is refused by the server itself, before the portal sees it; the page is the portal's
 * all the same.
 */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new Page()));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE; // After Spring Boot's own: the last one added speaks first.
    }

    private static final class Page extends ErrorReportValve {

        private static final String PAGE = """
                <!DOCTYPE html>
                <html lang="ru">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Запрос не понят – Наставничество в Смоленске</title>
                <link rel="stylesheet" href="/webjars/bootstrap/5.3.8/css/bootstrap.min.css">
                <link rel="stylesheet" href="/assets/portal.css"></head>
                <body><div class="shell"><main>
                  <p class="kicker">Ошибка %d</p>
                  <h1>Портал не понял адрес</h1>
                  <p class="lead">Он слишком длинный или в нём есть знаки, которых в адресах не бывает. Проверьте его
                    или найдите страницу с главной.</p>
                  <div class="actions"><a class="button second" href="/">На главную</a></div>
                </main></div></body></html>
                """;
        /** Without an instance: the address can't be told back. */
        private static final String PROBLEM = """
                {"type":"about:blank","title":"Запрос не понят","status":%d,\
                "detail":"В адресе есть знаки, которых в адресах не бывает, или он слишком длинный. Все адреса описаны в /api/v1/openapi.json"}
                """;

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            if (SecretLink.is(request.getRequestURI()) && opensNothing(request, response)) {
                return;
            }
            if (response.getStatus() == HttpServletResponse.SC_NOT_IMPLEMENTED) {
                // CONNECT: not a failure of the portal, which is no proxy.
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
            StrictHeaders.write(response);
            boolean forPrograms = request.getRequestURI() != null && request.getRequestURI().startsWith(ErrorPages.FOR_PROGRAMS);
            response.setContentType(forPrograms ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html; charset=utf-8");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            try {
                response.getReporter().write((forPrograms ? PROBLEM : PAGE).formatted(response.getStatus()));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // Whoever asked is not there any more.
            }
        }

        /** A respondent's link with a sign in it that no address has opens nothing, like every other that doesn't: the same page. */
        private boolean opensNothing(Request request, Response response) {
            Context portal = (Context) request.getHost().findChild("");
            request.getMappingData().context = portal;
            response.setSuspended(false);
            ClassLoader before = portal.bind(null);
            try {
                portal.getServletContext().getRequestDispatcher("/survey/nothing").forward(request.getRequest(), response.getResponse());
                response.finishResponse();
                return true;
            } catch (IOException | ServletException | IllegalStateException gone) {
                return response.isCommitted();
            } finally {
                portal.unbind(before);
            }
        }
    }
}
