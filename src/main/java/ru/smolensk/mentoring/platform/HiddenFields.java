package ru.smolensk.mentoring.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Adds the token of {@link RepeatedSubmission} to every form that is posted, and what a module has put into the request under {@link #MORE}, beside the
 * CSRF token that Spring Security adds: no form can forget them.
 */
@Component
public class HiddenFields implements BeanPostProcessor {

    /** The request attribute with further hidden fields of every form on the page: a {@code Map} of names and values. */
    public static final String MORE = HiddenFields.class.getName();

    /** Whether the form that is being written changes something; one that only asks carries nothing. */
    private static final String POSTED = HiddenFields.class.getName() + ".posted";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor csrf ? new WithToken(csrf) : bean;
    }

    private record WithToken(RequestDataValueProcessor csrf) implements RequestDataValueProcessor {

        /** A form without an address is sent to that of its page: written out, for HTML allows no empty one. */
        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            String query = request.getQueryString();
            String here = request.getRequestURI() + (query == null ? "" : "?" + query);
            request.setAttribute(POSTED, "post".equalsIgnoreCase(method));
            return csrf.processAction(request, action.isEmpty() ? here : action, method);
        }

        @Override
        public String processFormFieldValue(HttpServletRequest request, String name, String value, String type) {
            return csrf.processFormFieldValue(request, name, value, type);
        }

        @Override
        public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> fields = new LinkedHashMap<>(csrf.getExtraHiddenFields(request));
            if (Boolean.TRUE.equals(request.getAttribute(POSTED))) {
                fields.put(RepeatedSubmission.FIELD, UUID.randomUUID().toString());
                if (request.getAttribute(MORE) instanceof Map<?, ?> more) {
                    more.forEach((name, value) -> fields.put(name.toString(), value.toString()));
                }
            }
            return fields;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return csrf.processUrl(request, url);
        }
    }
}
