package ru.smolensk.mentoring.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints the sentence of a {@link StartRefused} instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, StartRefused refusal) {
        return new FailureAnalysis(refusal.getMessage(), null, failure);
    }
}
