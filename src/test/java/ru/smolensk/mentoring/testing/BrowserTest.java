package ru.smolensk.mentoring.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A {@link PortalTest} in a real browser. A test method takes a {@code com.microsoft.playwright.Page}, already pointed at the portal, so
 * that {@code page.navigate("/login")} works, or {@link Visitors} when it needs several people or an unusual browser. It fails when a
 * script fails or something on a page doesn't load. A failed test leaves screenshots in {@code target/browser}.
 *
 * <p>Where there is no Chromium it is skipped with the reason; under {@code PORTAL_BROWSER_REQUIRED=true} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PortalTest
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {
}
