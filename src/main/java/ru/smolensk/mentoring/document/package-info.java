/** Files kept in the database, local acts of an organisation, legal acts of the city (DOMAIN 7). */
@org.springframework.modulith.ApplicationModule(displayName = "Document",
        allowedDependencies = {"platform", "audit", "account", "organisation", "review", "paper"})
package ru.smolensk.mentoring.document;
