/**
 * What the order asks of every organisation (O4.1–4.10): duties derived from the data, campaigns with due dates, the yearly confirmation,
 * mentors' associations. The rules are SQL functions in {@code V013__duty.sql}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Duty",
        allowedDependencies = {"platform", "audit", "account", "organisation", "document", "indicator", "paper"})
package ru.smolensk.mentoring.duty;
