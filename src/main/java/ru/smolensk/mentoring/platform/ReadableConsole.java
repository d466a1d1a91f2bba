package ru.smolensk.mentoring.platform;

import java.nio.charset.Charset;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** On a server without a locale Java 17 would print question marks instead of Russian words. */
class ReadableConsole implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!Charset.defaultCharset().newEncoder().canEncode('я')) {
            environment.getPropertySources().addLast(new MapPropertySource("readableConsole", Map.of("logging.charset.console", "UTF-8")));
        }
    }
}
