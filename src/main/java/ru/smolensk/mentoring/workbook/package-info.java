/** The workbook of an organisation, and the city's list of organisations: written, read, compared with what is stored, imported whole or not at all (order 4.6, 4.8). */
@org.springframework.modulith.ApplicationModule(displayName = "Workbook",
        allowedDependencies = {"platform", "audit", "account", "organisation", "document", "participant", "mentorship", "programme", "paper", "exchange"})
package ru.smolensk.mentoring.workbook;
