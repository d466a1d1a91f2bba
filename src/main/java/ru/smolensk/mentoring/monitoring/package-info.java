/** Internal monitoring: the report of an organisation, the city's campaign and its consolidated table (P8.2, P8.3, R6.1–6.4, DOMAIN 8). */
@org.springframework.modulith.ApplicationModule(displayName = "Monitoring",
        allowedDependencies = {"platform", "audit", "account", "organisation", "review", "document", "indicator", "paper"})
package ru.smolensk.mentoring.monitoring;
