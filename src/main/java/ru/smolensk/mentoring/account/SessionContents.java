package ru.smolensk.mentoring.account;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.DefaultDeserializer;
import org.springframework.core.serializer.DefaultSerializer;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * How a session is written to PostgreSQL and read back. What an earlier release of the portal or of its libraries has written may not be
 * readable any more: then it is not there, and the person logs in again instead of meeting a failure on every page.
 */
@Configuration(proxyBeanMethods = false)
class SessionContents implements BeanClassLoaderAware {

    private ClassLoader classes;

    @Override
    public void setBeanClassLoader(ClassLoader classes) {
        this.classes = classes;
    }

    /** Spring Session asks for it by this name. */
    @Bean
    ConversionService springSessionConversionService() {
        DeserializingConverter reading = new DeserializingConverter(new DefaultDeserializer(classes));
        GenericConversionService both = new GenericConversionService();
        both.addConverter(Object.class, byte[].class, new SerializingConverter(new DefaultSerializer()));
        both.addConverter(byte[].class, Object.class, written -> {
            try {
                return reading.convert(written);
            } catch (SerializationFailedException unreadable) {
                return null;
            }
        });
        return both;
    }

    /** Two answers of one person may enter the same attribute at the same moment: the later one stays. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> laterAttributeStays() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
