package ru.smolensk.mentoring.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;

/** What the menus beside the work count: one statement a page, by the addresses of the items. */
@Configuration(proxyBeanMethods = false)
class MenuCounts implements WebMvcConfigurer {

    /** Of people, pairs and groups those whom the list shows at first; of programmes those that somebody still works on. */
    private static final String OF_ORGANISATION = """
            select (select count(*) from mentor r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                     where r.organisation_id = :organisation and p.left_on is null) as "/workspace/mentors",
                   (select count(*) from mentee r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                     where r.organisation_id = :organisation and p.left_on is null) as "/workspace/mentees",
                   (select count(*) from assignment_order where organisation_id = :organisation and annulled_on is null) as "/workspace/orders",
                   (select count(*) from mentorship where organisation_id = :organisation and not annulled and last_day >= :today)
                       as "/workspace/mentorships",
                   (select count(*) from programme where organisation_id = :organisation and status in ('DRAFT', 'APPROVED'))
                       as "/workspace/programmes",
                   (select count(*) from local_act where organisation_id = :organisation and annulled_on is null) as "/workspace/documents"
            """;
    private static final String OF_DEPARTMENT = """
            select count(*) as "/department/reviews" from review_submission where outcome is null
            """;

    private final JdbcClient jdbc;
    private final PortalClock clock;

    MenuCounts(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
                if (request.getAttribute("tenant") instanceof Tenant tenant) {
                    show(page, () -> jdbc.sql(OF_ORGANISATION).param("organisation", tenant.id()).param("today", clock.today()).query().singleRow());
                }
            }
        }).addPathPatterns("/workspace", "/workspace/**");
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
                show(page, () -> jdbc.sql(OF_DEPARTMENT).query().singleRow());
            }
        }).addPathPatterns("/department", "/department/**");
    }

    private static void show(ModelAndView page, Supplier<Map<String, Object>> counts) {
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            page.addObject("menuCounts", counts.get());
        }
    }
}
