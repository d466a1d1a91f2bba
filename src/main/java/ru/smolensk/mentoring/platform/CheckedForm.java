package ru.smolensk.mentoring.platform;

import java.time.LocalDate;

/**
 * A form that sees by itself what the rules will refuse. {@link Forms} asks it whenever something else is wrong already – a date that is
 * none, a refusal of the service – so that nobody learns of their mistakes one by one. The rules themselves stand elsewhere.
 */
public interface CheckedForm {

    /** Notes what is wrong as far as it can be seen; a value that can't be read is passed over, its field says so anyway. */
    void check(Refusals wrong, LocalDate today);
}
