package ru.smolensk.mentoring.testing;

import jakarta.servlet.DispatcherType;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Wraps the pool so that {@link Statements} hears of every statement, and writes their number into every response. */
@TestConfiguration(proxyBeanMethods = false)
class StatementCounting {

    @Bean
    static BeanPostProcessor countedDataSource(Environment environment) {
        var listener = new Statements.Listener(environment.getProperty("spring.session.jdbc.table-name", "SPRING_SESSION"));
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? ProxyDataSourceBuilder.create(pool).listener(listener).build() : bean;
            }
        };
    }

    @Bean
    FilterRegistrationBean<StatementsFilter> statementsFilter() {
        var registration = new FilterRegistrationBean<>(new StatementsFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }
}
