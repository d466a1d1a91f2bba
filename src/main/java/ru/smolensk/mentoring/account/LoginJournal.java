package ru.smolensk.mentoring.account;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;

/** Notes every login in the journal and forgives the account its failures. */
@Component
class LoginJournal {

    private final AccountRepository accounts;
    private final LoginThrottle throttle;
    private final Journal journal;

    LoginJournal(AccountRepository accounts, LoginThrottle throttle, Journal journal) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.journal = journal;
    }

    @EventListener
    @Transactional
    void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        AccountUser user = (AccountUser) event.getAuthentication().getPrincipal();
        String address = ((WebAuthenticationDetails) event.getAuthentication().getDetails()).getRemoteAddress();
        throttle.succeeded(user.getUsername(), address);
        accounts.findById(user.accountId()).ifPresent(account -> journal.note(account, Action.SIGNED_IN));
    }
}
