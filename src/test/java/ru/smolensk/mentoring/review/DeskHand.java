package ru.smolensk.mentoring.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Town;

/** A methodologist who decides at once, for tests whose subject is the other side. */
@TestComponent
public class DeskHand {

    private final Reviews reviews;
    private final Submissions submissions;
    private final Town town;
    private final UserDetailsService accounts;
    private Town.Person methodist;

    DeskHand(Reviews reviews, Submissions submissions, Town town, UserDetailsService accounts) {
        this.reviews = reviews;
        this.submissions = submissions;
        this.town = town;
        this.accounts = accounts;
    }

    /** Writes remarks: names of rows (nothing for the whole) and words alternate. */
    public void writes(Tenant tenant, long edition, String... said) {
        asMethodist(() -> reviews.remark(tenant, edition, waiting(tenant, edition), byKey(tenant, edition, said)));
    }

    /** Returns the waiting submission with these remarks. */
    public void returns(Tenant tenant, long edition, String... said) {
        writes(tenant, edition, said);
        asMethodist(() -> reviews.giveBack(tenant, edition, waiting(tenant, edition), null));
    }

    /** Approves the waiting submission. */
    public void approves(Tenant tenant, long edition) {
        asMethodist(() -> reviews.approve(tenant, edition, waiting(tenant, edition), null));
    }

    private long waiting(Tenant tenant, long edition) {
        return submissions.last(tenant.id(), edition).orElseThrow().id();
    }

    private Map<String, String> byKey(Tenant tenant, long edition, String... said) {
        Handed content = submissions.content(tenant.id(), waiting(tenant, edition));
        Map<String, String> words = new LinkedHashMap<>();
        for (int at = 0; at < said.length; at += 2) {
            String name = said[at];
            words.put(name.isEmpty() ? "" : content.items().stream().filter(item -> item.name().equals(name)).findFirst().orElseThrow().key(),
                    said[at + 1]);
        }
        return words;
    }

    private void asMethodist(Runnable action) {
        if (methodist == null) {
            methodist = town.methodologist();
        }
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TestingAuthenticationToken(accounts.loadUserByUsername(methodist.login()), null));
        SecurityContextHolder.setContext(context);
        try {
            action.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
