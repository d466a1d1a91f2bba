package ru.smolensk.mentoring.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import ru.smolensk.mentoring.platform.HiddenFields;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * Finds the organisation that a curator works for, by an appointment in force today, and hands it to the controllers of the workspace as a
 * {@link Tenant}. Without an appointment there is no workspace: a page says so. Somebody with several appointments chooses; the session
 * remembers.
 */
@Configuration(proxyBeanMethods = false)
class Workplace implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

    static final String CHOSEN = "workplace";
    /** The request attribute with every organisation that the curator may choose. */
    static final String ALL = "appointedTo";
    /** The request attribute with the organisation whose pages these are. */
    static final String TENANT = "tenant";
    /** The request attribute with the beginning of the addresses of its lists. */
    static final String PLACE = "place";
    /** The request attribute that says whether nothing can be changed here. */
    static final String READING = "reading";
    private static final String OF_FORM = "_workplace";

    private final Appointments appointments;

    Workplace(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        SignedIn user = (SignedIn) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        List<Tenant> workplaces = appointments.workplaces(user.accountId());
        if (workplaces.isEmpty()) {
            throw new NoAppointment();
        }
        Tenant tenant = tenant(request, workplaces);
        request.setAttribute(TENANT, tenant);
        request.setAttribute(PLACE, "/workspace");
        request.setAttribute(READING, false);
        request.setAttribute(ALL, workplaces);
        if (workplaces.size() > 1) {
            request.setAttribute(HiddenFields.MORE, Map.of(OF_FORM, tenant.slug()));
        }
        return true;
    }

    /** A form belongs to the organisation it was opened in, whatever was chosen in another window meanwhile. */
    private static Tenant tenant(HttpServletRequest request, List<Tenant> workplaces) {
        String ofForm = request.getParameter(OF_FORM);
        if ("POST".equals(request.getMethod()) && ofForm != null) {
            Tenant tenant = workplaces.stream().filter(one -> one.slug().equals(ofForm)).findFirst().orElseThrow(NotFound::new);
            request.getSession().setAttribute(CHOSEN, tenant.slug());
            return tenant;
        }
        HttpSession session = request.getSession(false);
        Object chosen = session == null ? null : session.getAttribute(CHOSEN);
        return workplaces.stream().filter(one -> one.slug().equals(chosen)).findFirst().orElse(workplaces.get(0));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/workspace", "/workspace/**").order(-1);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Tenant.class;
    }

    @Override
    public Tenant resolveArgument(MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest request, WebDataBinderFactory binder) {
        return (Tenant) request.getAttribute(TENANT, RequestAttributes.SCOPE_REQUEST);
    }
}
