package ru.smolensk.mentoring.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import ru.smolensk.mentoring.platform.SignedIn;

/** Counts the unread notices for the bell in the head of the pages where people work; the public pages are the same for everybody. */
@Configuration(proxyBeanMethods = false)
class Bell implements WebMvcConfigurer, HandlerInterceptor {

    private final Notices notices;

    Bell(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/workspace", "/workspace/**", "/department", "/department/**", "/admin", "/admin/**",
                "/account", "/account/**", "/notices", "/notices/**");
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")
                && authentication != null && authentication.getPrincipal() instanceof SignedIn reader) {
            page.addObject("unread", notices.unread(reader.accountId()));
        }
    }
}
