package ru.smolensk.mentoring.testing;

import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.StaleVersion;

/** Pages that fail, for the tests of what a reader then sees. */
@Controller
@TestComponent
public class Broken {

    @GetMapping("/account/broken/{how}")
    String fail(@PathVariable String how, @RequestParam(defaultValue = "") String typed) {
        switch (how) {
            case "stale" -> throw new StaleVersion(1, Map.of());
            case "refused" -> throw new Refusal("Так нельзя");
            default -> throw new IllegalStateException("the page broke");
        }
    }
}
