package ru.smolensk.mentoring.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in Russian that the port of the portal is taken. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
        String sentence = "Порт %d занят другой программой: освободите его или укажите другой в переменной SERVER_PORT.";
        return new FailureAnalysis(sentence.formatted(cause.getPort()), null, failure);
    }
}
