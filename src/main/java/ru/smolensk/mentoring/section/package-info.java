/** The public section «Наставничество»: assembling, publishing, reading editions; the city's open pages (DOMAIN 9, order 4.9, 4.10). */
@org.springframework.modulith.ApplicationModule(displayName = "Section",
        allowedDependencies = {"platform", "audit", "account", "organisation", "document", "roadmap", "indicator", "monitoring", "paper"})
package ru.smolensk.mentoring.section;
