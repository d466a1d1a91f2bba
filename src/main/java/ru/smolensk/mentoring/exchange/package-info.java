/** What goes out of the portal: the city's consolidated table as a workbook, its analytical note and an organisation's report as papers (R6.4). */
@org.springframework.modulith.ApplicationModule(displayName = "Exchange",
        allowedDependencies = {"platform", "audit", "account", "organisation", "document", "indicator", "monitoring", "paper"})
package ru.smolensk.mentoring.exchange;
