package ru.smolensk.mentoring.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import ru.smolensk.mentoring.review.DeskHand;

/**
 * A test of the whole portal: real PostgreSQL, {@code MockMvc} and a real server on a free port. The portal starts once for all classes
 * with this annotation, so leave the context as it is: no {@code properties}, {@code @MockitoBean} or {@code @DirtiesContext}. The database
 * is shared too: work on what the test itself has made (see {@link Town}), or roll back with {@code @Transactional}. One such class runs at
 * a time, beside one {@link DemoCityTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@ContextConfiguration(initializers = PortalDatabase.class)
@Import({StatementCounting.class, Town.class, DeskHand.class, Broken.class})
@ResourceLock("portal")
@Order(Turn.PORTAL)
public @interface PortalTest {
}
