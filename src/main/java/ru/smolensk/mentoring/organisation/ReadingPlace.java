package ru.smolensk.mentoring.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * The department reads all organisations (DOMAIN 1): below {@code /department/organisations/{slug}/} the organisation of the address is the
 * {@link Tenant} of the page, as in the workspace of its curator, and the pages know by {@code reading} that nothing can be changed there.
 */
@Configuration(proxyBeanMethods = false)
class ReadingPlace implements WebMvcConfigurer, HandlerInterceptor {

    private static final String ORGANISATION = "/department/organisations/";

    private final Organisations organisations;

    ReadingPlace(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(ORGANISATION + "*/*/**").order(-1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts && parts.get("slug") instanceof String slug) {
            Tenant tenant = organisations.bySlug(slug).tenant();
            request.setAttribute(Workplace.TENANT, tenant);
            request.setAttribute(Workplace.PLACE, ORGANISATION + tenant.slug());
            request.setAttribute(Workplace.READING, true);
        }
        return true;
    }
}
