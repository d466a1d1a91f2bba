package ru.smolensk.mentoring.testing;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the portal under test a migrated database of its own. */
class PortalDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase.migrated("portal").properties().applyTo(context);
    }
}
