package ru.smolensk.mentoring.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser of the whole test run: the one named by {@code PORTAL_CHROMIUM} or the first that is installed. Nothing is downloaded. */
final class Chromium implements AutoCloseable {

    private static final String NAMED = System.getenv("PORTAL_CHROMIUM");
    private static final Path USUAL = Path.of("/usr/bin/chromium");

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final List<String> refusals = new ArrayList<>();
    private final Browser browser = launch();

    /** The browser that runs, if one could be started. */
    Optional<Browser> browser() {
        return Optional.ofNullable(browser);
    }

    /** Why there is no browser. */
    String refusal() {
        return "no Chromium; install one or name it in PORTAL_CHROMIUM: " + String.join("; ", refusals);
    }

    private Browser launch() {
        for (LaunchOptions candidate : candidates()) {
            try {
                return playwright.chromium().launch(candidate);
            } catch (PlaywrightException refusal) {
                refusals.add(refusal.getMessage().lines().filter(line -> !line.isBlank()).limit(2).toList().toString());
            }
        }
        return null;
    }

    private static List<LaunchOptions> candidates() {
        if (NAMED != null) {
            return List.of(options().setExecutablePath(Path.of(NAMED)));
        }
        if (Files.isExecutable(USUAL)) {
            return List.of(options().setExecutablePath(USUAL));
        }
        return List.of(options(), options().setChannel("chrome"), options().setChannel("msedge"));
    }

    private static LaunchOptions options() {
        return new LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run"));
    }

    @Override
    public void close() {
        browser().ifPresent(Browser::close);
        playwright.close();
    }
}
