/**
 * Papers to be signed: orders, programmes, consents, the roadmap, protocols and letters of thanks, drawn up from the data by templates
 * that the
 * department may change in Word; and the scans of what has been signed (order 4.3–4.7; Regulation 4.4, 6.1).
 */
@org.springframework.modulith.ApplicationModule(displayName = "Signing",
        allowedDependencies = {"platform", "audit", "account", "organisation", "document", "participant", "mentorship", "paper"})
package ru.smolensk.mentoring.signing;
