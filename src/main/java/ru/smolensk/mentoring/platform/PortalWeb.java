package ru.smolensk.mentoring.platform;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.validation.Validator;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link RepeatedSubmission} before every controller and reads what arrives in requests. */
@Configuration(proxyBeanMethods = false)
class PortalWeb implements WebMvcConfigurer {

    private final RepeatedSubmission repeated;

    PortalWeb(RepeatedSubmission repeated) {
        this.repeated = repeated;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // A respondent's answers are saved again and again, and no moment of it is to be kept: only their sending is answered once.
        registry.addInterceptor(repeated).excludePathPatterns("/survey/*");
    }

    /** Apart from the conversions that templates use: there a text stays as it is. */
    @Bean
    static ConfigurableWebBindingInitializer reading(@Qualifier("mvcValidator") Validator validator) {
        DefaultFormattingConversionService conversions = new DefaultFormattingConversionService();
        conversions.addConverter(new TypedText());
        conversions.addConverterFactory(new SoughtConstants());
        ConfigurableWebBindingInitializer reading = new ConfigurableWebBindingInitializer();
        reading.setConversionService(conversions);
        reading.setValidator(validator);
        return reading;
    }
}
