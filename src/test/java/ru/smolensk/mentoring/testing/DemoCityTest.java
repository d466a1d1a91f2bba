package ru.smolensk.mentoring.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A browser test of the portal with the whole demo city in it; otherwise as {@link BrowserTest}. The portal and its city start once for all
 * classes with this annotation. There it is always {@link DemoCityStart#MORNING} when they do, so what the pages say doesn't depend on the
 * day of the test. The city is shared: leave it as it was found ({@link DemoCityStart#empty}). One such class runs at a time, beside one
 * {@link PortalTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles({"test", "demo"})
@ContextConfiguration(initializers = DemoCityStart.Database.class)
@Import({StatementCounting.class, DemoCityStart.class})
@ExtendWith(BrowserExtension.class)
@ResourceLock("demo city")
@Order(Turn.DEMO_CITY)
public @interface DemoCityTest {
}
