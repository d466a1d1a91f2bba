package ru.smolensk.mentoring.platform;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds a form that no browser has sent, a row of a table for example, against the same constraints and rules as a sent one. */
@Component
public class UnsentForm {

    private final Validator validator;
    private final PortalClock clock;

    UnsentForm(Validator validator, PortalClock clock) {
        this.validator = validator;
        this.clock = clock;
    }

    /** Everything that is wrong with it as far as the form itself can tell, by field. */
    public List<Refusal> wrongWith(Object form) {
        List<Refusal> found = new ArrayList<>();
        validator.validate(form).forEach(violation -> found.add(new Refusal(violation.getPropertyPath().toString(), violation.getMessage())));
        if (form instanceof CheckedForm checked) {
            Refusals wrong = new Refusals();
            checked.check(wrong, clock.today());
            found.addAll(wrong.found());
        }
        return found;
    }
}
