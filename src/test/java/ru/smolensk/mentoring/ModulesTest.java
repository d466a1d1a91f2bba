package ru.smolensk.mentoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(MentoringRegistry.class);

    @Test
    void modulesUseOnlyWhatOthersPublishAndMakeNoCircle() {
        modules.verify();
    }

    /** For the README, {@code target/modules.mmd}; with more detail, {@code target/spring-modulith-docs/components.puml}. */
    @Test
    void theModuleDiagramIsDrawn() throws IOException {
        new Documenter(modules).writeModulesAsPlantUml();
        Files.writeString(Path.of("target", "modules.mmd"), modules.stream().flatMap(this::arrows)
                .sorted().collect(Collectors.joining("\n  ", "graph TD\n  ", "\n")));
    }

    private Stream<String> arrows(ApplicationModule module) {
        return module.getDirectDependencies(modules).uniqueModules()
                .map(used -> module.getIdentifier() + " --> " + used.getIdentifier());
    }
}
