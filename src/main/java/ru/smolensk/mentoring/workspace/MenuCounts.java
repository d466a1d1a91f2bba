package ru.smolensk.mentoring.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import ru.smolensk.mentoring.platform.Tenant;

/** What the menus beside the work count, by the addresses of their items: one statement a page. */
@Configuration(proxyBeanMethods = false)
class MenuCounts implements WebMvcConfigurer, HandlerInterceptor {

    private static final String WORKSPACE = "/workspace/";
    private static final String WAITING = """
            select count(*) as "/department/reviews" from review_submission where outcome is null
            """;

    private final Entered entered;
    private final JdbcClient jdbc;

    MenuCounts(Entered entered, JdbcClient jdbc) {
        this.entered = entered;
        this.jdbc = jdbc;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/workspace", "/workspace/**", "/department", "/department/**");
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        if (!request.getRequestURI().startsWith("/workspace")) {
            page.addObject("menuCounts", jdbc.sql(WAITING).query().singleRow());
        } else if (request.getAttribute("tenant") instanceof Tenant tenant) {
            Map<String, Object> counts = new HashMap<>();
            entered.by(tenant.id()).forEach((list, count) -> counts.put(WORKSPACE + list, count));
            page.addObject("menuCounts", counts);
        }
    }
}
