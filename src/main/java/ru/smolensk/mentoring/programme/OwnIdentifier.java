package ru.smolensk.mentoring.programme;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import org.hibernate.annotations.ValueGenerationType;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;
import ru.smolensk.mentoring.platform.TenantEntity;

/** Unless the field has a value, it gets the entity's own new identifier: the first of a series gives the series its name. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@ValueGenerationType(generatedBy = OwnIdentifier.Given.class)
@interface OwnIdentifier {

    /** Asked by Hibernate when the row is about to be inserted. */
    class Given implements BeforeExecutionGenerator {

        private static final long serialVersionUID = 1;

        @Override
        public Object generate(SharedSessionContractImplementor session, Object owner, Object value, EventType event) {
            return value != null ? value : ((TenantEntity) owner).id();
        }

        @Override
        public EnumSet<EventType> getEventTypes() {
            return EventTypeSets.INSERT_ONLY;
        }
    }
}
