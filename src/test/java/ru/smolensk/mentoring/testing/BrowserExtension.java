package ru.smolensk.mentoring.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives a {@link BrowserTest} its pages and looks after them. */
class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
    private static final boolean REQUIRED = Boolean.parseBoolean(System.getenv("PORTAL_BROWSER_REQUIRED"));
    private static final Path SCREENSHOTS = Path.of("target", "browser");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        // Asked for each method, not for the class, so that every test is counted among the skipped.
        if (REQUIRED || context.getTestMethod().isEmpty() || chromium(context).browser().isPresent()) {
            return ConditionEvaluationResult.enabled(null);
        }
        return ConditionEvaluationResult.disabled(chromium(context).refusal());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Page.class || type == Visitors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Visitors visitors = context.getStore(NAMESPACE).computeIfAbsent(Visitors.class, type -> visitors(context), Visitors.class);
        return parameter.getParameter().getType() == Visitors.class ? visitors : visitors.open();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Visitors visitors = context.getStore(NAMESPACE).get(Visitors.class, Visitors.class);
        if (visitors == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            String name = context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName();
            visitors.photograph(SCREENSHOTS, name);
        } else {
            assertThat(visitors.problems()).as("what the browser complained about").isEmpty();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visitors visitors = context.getStore(NAMESPACE).remove(Visitors.class, Visitors.class);
        if (visitors != null) {
            visitors.leave();
        }
    }

    private static Visitors visitors(ExtensionContext context) {
        Chromium chromium = chromium(context);
        Browser browser = chromium.browser().orElseThrow(() -> new IllegalStateException(chromium.refusal()));
        String port = SpringExtension.getApplicationContext(context).getEnvironment().getRequiredProperty("local.server.port");
        return new Visitors(browser, "http://localhost:" + port);
    }

    private static Chromium chromium(ExtensionContext context) {
        // A browser serves one test at a time, and a test of the demo city runs beside one of the empty portal.
        boolean ofTheDemoCity = TestContextAnnotationUtils.hasAnnotation(context.getRequiredTestClass(), DemoCityTest.class);
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(ofTheDemoCity, key -> new Chromium(), Chromium.class);
    }
}
