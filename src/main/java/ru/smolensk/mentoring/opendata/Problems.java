package ru.smolensk.mentoring.opendata;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with a request for open data, as problem details (RFC 9457). What happens outside is told alike by the portal's error page. */
@RestControllerAdvice(basePackageClasses = Problems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    @ExceptionHandler(Asked.Wrong.class)
    ResponseEntity<ProblemDetail> wrong(Asked.Wrong wrong) {
        return problem(HttpStatus.BAD_REQUEST, "Запрос не понят", wrong.getMessage());
    }

    @ExceptionHandler(NoData.class)
    ResponseEntity<ProblemDetail> none(NoData none) {
        return problem(HttpStatus.NOT_FOUND, "Таких данных нет", none.getMessage());
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setTitle(title);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
