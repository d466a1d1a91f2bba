/** Orders on assignment, pairs and groups: who mentors whom, by which order, from a day to a day (P5, DOMAIN 3). */
@org.springframework.modulith.ApplicationModule(displayName = "Mentorship",
        allowedDependencies = {"platform", "audit", "account", "organisation", "document", "participant", "paper"})
package ru.smolensk.mentoring.mentorship;
