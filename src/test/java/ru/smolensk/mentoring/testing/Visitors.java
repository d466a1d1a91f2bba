package ru.smolensk.mentoring.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** The people in front of their browsers in one {@link BrowserTest}; each has cookies of their own. */
public final class Visitors {

    private static final int PATIENCE = 10_000;

    private final Browser browser;
    private final String address;
    private final List<Page> pages = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Visitors(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** One more person at a desktop computer in Smolensk. */
    public Page open() {
        return open(wishes -> { });
    }

    /** One more person whose browser is unusual: narrow, without scripts, of another colour scheme. */
    public Page open(Consumer<Browser.NewContextOptions> wishes) {
        var options = new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("ru-RU")
                .setTimezoneId("Europe/Moscow")
                .setViewportSize(1280, 800);
        wishes.accept(options);
        Page page = browser.newContext(options).newPage();
        page.setDefaultTimeout(PATIENCE);
        watch(page);
        pages.add(page);
        return page;
    }

    /** Two works at the same time, each in a browser of its own, for a browser's pages belong to one thread. */
    public void together(Consumer<Visitors> mine, Consumer<Visitors> theirs) {
        FutureTask<List<String>> beside = new FutureTask<>(() -> {
            try (Chromium chromium = new Chromium()) {
                Visitors others = new Visitors(chromium.browser().orElseThrow(), address);
                theirs.accept(others);
                return others.problems;
            }
        });
        new Thread(beside, "another browser").start();
        mine.accept(this);
        try {
            problems.addAll(beside.get());
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void watch(Page page) {
        page.onPageError(error -> problems.add("script: " + error));
        page.onConsoleMessage(message -> {
            // What did not load is told below, with its address; the answer to a navigation may well be an error page.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                problems.add("console: " + message.text());
            }
        });
        page.onResponse(response -> {
            // A form that saves itself is told in words why it could not.
            boolean inWords = response.status() == 409 || response.status() == 422;
            if (response.status() >= 400 && !inWords && !response.request().isNavigationRequest()) {
                problems.add(response.status() + ": " + response.url());
            }
        });
    }

    /** What went wrong in the browsers so far, unnoticed by the test. */
    List<String> problems() {
        return problems;
    }

    void photograph(Path folder, String name) {
        for (int index = 0; index < pages.size(); index++) {
            Path file = folder.resolve(name + "-" + (index + 1) + ".png");
            pages.get(index).screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        }
    }

    void leave() {
        pages.forEach(page -> page.context().close());
    }
}
