/** Review: editions of what organisations hand to the methodological department, the decisions, remarks and answers (DOMAIN 7; O3.1, O3.2). */
@org.springframework.modulith.ApplicationModule(displayName = "Review",
        allowedDependencies = {"platform", "audit", "account", "organisation", "paper"})
package ru.smolensk.mentoring.review;
