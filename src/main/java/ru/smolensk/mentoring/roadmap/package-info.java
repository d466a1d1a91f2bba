/** Roadmaps: the city's (приложение 2 of the order) and those of organisations (order 4.3, 4.4; DOMAIN 7). */
@org.springframework.modulith.ApplicationModule(displayName = "Roadmap",
        allowedDependencies = {"platform", "audit", "account", "organisation", "paper", "review", "document"})
package ru.smolensk.mentoring.roadmap;
