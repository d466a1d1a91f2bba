package ru.smolensk.mentoring;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(MentoringRegistry.class);

    @Test
    void modulesUseOnlyWhatOthersPublishAndMakeNoCircle() {
        modules.verify();
    }

    /** The diagram of the README: target/spring-modulith-docs/components.puml. */
    @Test
    void theModuleDiagramIsDrawn() {
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
