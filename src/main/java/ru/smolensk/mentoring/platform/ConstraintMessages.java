package ru.smolensk.mentoring.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** Turns the name of a database constraint into the refusal that people read; {@code constraints.properties} holds the words. */
@Component
public class ConstraintMessages {

    private final Properties words;

    ConstraintMessages() {
        try {
            words = PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource("constraints.properties"), "UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The refusal behind a failed statement, if a named constraint that people can meet stopped it. */
    public Optional<Refusal> refusalFor(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof org.postgresql.util.PSQLException sql && sql.getServerErrorMessage() != null
                    && sql.getServerErrorMessage().getConstraint() != null) {
                return Optional.ofNullable(words.getProperty(sql.getServerErrorMessage().getConstraint())).map(ConstraintMessages::refusal);
            }
        }
        return Optional.empty();
    }

    private static Refusal refusal(String words) {
        int bar = words.indexOf('|');
        return new Refusal(bar == 0 ? null : words.substring(0, bar), words.substring(bar + 1));
    }
}
