package ru.smolensk.mentoring.platform;

import java.util.regex.Pattern;
import org.springframework.beans.PropertyAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/**
 * A value that no form of ours can send – an unknown constant, an identifier that is not a number – is a bad request at once: what people
 * type arrives as text, and a controller never meets a form that could not be made.
 */
@ControllerAdvice
class ForgedValue {

    /** Rows of a form are numbered from 0; no form has more than two hundred. */
    private static final Pattern NO_ROW = Pattern.compile("\\[(?!(\\d{1,2}|1\\d\\d)])");

    @InitBinder
    void refuse(WebDataBinder binder, WebRequest request) {
        request.getParameterNames().forEachRemaining(name -> {
            if (NO_ROW.matcher(name).find()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        });
        // Without it «name.x» would make Spring grow a name to put x into.
        binder.setAutoGrowNestedPaths(false);
        binder.setBindingErrorProcessor(new DefaultBindingErrorProcessor() {
            @Override
            public void processPropertyAccessException(PropertyAccessException forged, BindingResult errors) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        });
    }
}
