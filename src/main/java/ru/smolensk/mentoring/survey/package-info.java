/**
 * Questionnaires as versioned data, surveys, anonymous answers and satisfaction (DOMAIN 6). What keeps an answer apart from who gave it is
 * the schema, {@code V016__survey.sql}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Survey",
        allowedDependencies = {"platform", "audit", "account", "organisation", "document", "paper"})
package ru.smolensk.mentoring.survey;
