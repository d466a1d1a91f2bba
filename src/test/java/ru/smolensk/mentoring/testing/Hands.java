package ru.smolensk.mentoring.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;

/**
 * Works with the portal as people do: presses what they read and types where a label says so. Nothing here knows an address.
 *
 * @param scripts whether the browser runs scripts
 */
public record Hands(Page page, boolean scripts) {

    private static final String OPTIONAL = "(\\s+– можно не указывать)?";

    /** Follows a link by its words, those for screen readers included. */
    public Hands follow(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(spoken(words))).first().click(click());
        return this;
    }

    /** Follows an item of the menu beside the work. */
    public Hands menu(String words) {
        page.locator("aside nav").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(spoken(words))).click(click());
        return this;
    }

    public Hands press(String words) {
        Locator wanted = page.locator("main").getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(spoken(words))).first();
        stepUpTo(wanted);
        wanted.click(click());
        return this;
    }

    public Hands type(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /** Chooses what begins with these words in a list. */
    public Hands choose(String label, String words) {
        Locator list = field(label);
        list.selectOption(list.locator("option").filter(new Locator.FilterOptions().setHasText(words)).first().getAttribute("value"));
        return this;
    }

    /** Marks a radio button or a checkbox whose label begins with these words. */
    public Hands mark(String words) {
        Locator box = page.getByLabel(Pattern.compile("^\\s*" + plain(words))).first();
        stepUpTo(box);
        box.check(new Locator.CheckOptions().setForce(!scripts));
        return this;
    }

    public Hands attach(String label, String name, byte[] pdf) {
        field(label).setInputFiles(new FilePayload(name, "application/pdf", pdf));
        return this;
    }

    /** What the main part of the page says. */
    public String read() {
        return page.locator("main").innerText().replace('\u00a0', ' ').replace("\u00ad", "");
    }

    /** Without scripts Playwright can't find out whether a button still moves, and waits for it in vain. */
    private Locator.ClickOptions click() {
        return new Locator.ClickOptions().setForce(!scripts);
    }

    private Locator field(String label) {
        Locator field = page.getByLabel(Pattern.compile("^\\s*" + plain(label) + OPTIONAL + "\\s*$"));
        stepUpTo(field);
        return field;
    }

    /** Goes on through the steps of a long form until something is to be seen; where there are no steps, it is there already. */
    private void stepUpTo(Locator wanted) {
        Locator next = page.locator("main .steps-moving button").first();
        while (scripts && !wanted.isVisible() && next.isVisible()) {
            next.click();
        }
    }

    /** A name as screen readers say it: they pause before words that are hidden from the eye. */
    private static Pattern spoken(String words) {
        return Pattern.compile("^\\s*" + plain(words).replace(":", "\\s*:") + "\\s*$");
    }

    /** For the browser's regular expressions, which know no quoting. */
    private static String plain(String words) {
        return words.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
    }
}
