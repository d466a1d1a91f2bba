package ru.smolensk.mentoring.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link RepeatedSubmission} before every controller. */
@Configuration(proxyBeanMethods = false)
class PortalWeb implements WebMvcConfigurer {

    private final RepeatedSubmission repeated;

    PortalWeb(RepeatedSubmission repeated) {
        this.repeated = repeated;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(repeated);
    }
}
