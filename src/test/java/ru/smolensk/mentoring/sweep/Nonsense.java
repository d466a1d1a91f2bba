package ru.smolensk.mentoring.sweep;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/**
 * Somebody who types ten thousand letters, or more where more are allowed, into every field of a form: each is refused at its field, and
 * nothing that was typed is lost.
 */
record Nonsense(Page page, Looking looking, Sweep sweep) {

    /** What nobody expects in a field for searching. */
    static final String SHORT = "😀 \"'<b>&%_\\;--";

    private static final String LONG = SHORT + "я".repeat(10_000);

    private static final String TYPE = """
            text => {
              const fields = form => [...form.querySelectorAll('input[type=text], textarea')]
                .filter(field => field.checkVisibility() || field.closest('[data-steps] > fieldset[hidden]') && !field.disabled);
              const form = [...document.querySelectorAll('main form[method=post]')].find(form => fields(form).length);
              if (!form) return false;
              form.dataset.typed = 'yes';
              fields(form).forEach(field => { field.value = text.padEnd(Number(field.dataset.most ?? 0) + 1, 'я'); });
              return true;
            }
            """;
    private static final String REFUSED = """
            text => {
              const wrong = [];
              const form = document.querySelector('main form[method=post]:has([aria-invalid])');
              if (!form) return ['no field is marked as wrong'];
              if (!document.title.startsWith('Ошибка: ')) wrong.push('the title does not begin with «Ошибка:»');
              const links = [...document.querySelectorAll('#errors a')];
              if (!links.length) wrong.push('no summary of errors');
              for (const link of links)
                if (!document.getElementById(link.hash.slice(1))) wrong.push('the summary leads to ' + link.hash + ', which is not there');
              if (document.activeElement.id !== 'errors') wrong.push('the summary of errors has no focus');
              for (const field of form.querySelectorAll('input[type=text], textarea')) {
                if (!field.checkVisibility()) continue;
                if (field.value !== text.padEnd(Number(field.dataset.most ?? 0) + 1, 'я')) wrong.push('what was typed into ' + field.name + ' is lost');
                if (field.getAttribute('aria-invalid') !== 'true') wrong.push('no message at ' + field.name);
              }
              return wrong;
            }
            """;

    /** What is wrong with the answer; nothing where the page has no form to type into. */
    List<String> typed(ValidHtml html) {
        List<String> wrong = new ArrayList<>(steps());
        if (page.url().endsWith("/login") || !Boolean.TRUE.equals(page.evaluate(TYPE, LONG))) {
            return wrong;
        }
        Locator send = page.locator("form[data-typed] .actions button.button[type=submit], form[data-typed] > button.button[type=submit]");
        Response answer = page.waitForResponse(response -> response.request().isNavigationRequest(), () -> send.first().click());
        if (answer.status() != 422) {
            return List.of("ten thousand letters in every field are answered with " + answer.status());
        }
        page.waitForLoadState();
        wrong.addAll(html.complaints(answer.body()));
        wrong.addAll(sentences(page.evaluate(REFUSED, LONG)));
        if (sweep.areNewHere("refusing nonsense", Kinds.of(Jsoup.parse(page.content())))) {
            wrong.addAll(looking.barriers("#errors", "main form:has([aria-invalid])"));
        }
        wrong.addAll(looking.contrast(sweep.newAnywhere(looking.looks())));
        wrong.addAll(looking.disorder());
        return wrong.stream().map(finding -> "refusing nonsense: " + finding.replaceAll("я{10,}", "яяя…")).toList();
    }

    /** Each step of a long form is looked at, and what was entered as it is read back; the form is left at its last step, with its button. */
    private List<String> steps() {
        List<String> wrong = new ArrayList<>();
        Locator next = page.locator("main .steps-moving button").first();
        if (next.isVisible()) {
            page.evaluate(TYPE, SHORT);
            while (next.isVisible()) {
                next.click();
                wrong.addAll(looking.barriers("main form"));
                wrong.addAll(looking.contrast(sweep.newAnywhere(looking.looks())));
                wrong.addAll(looking.disorder());
            }
            page.reload();
        }
        return wrong.stream().map(finding -> "in steps: " + finding).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> sentences(Object fromScript) {
        return (List<String>) fromScript;
    }
}
