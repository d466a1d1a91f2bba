/** Open data: what the portal publishes, for programs; the same that visitors read, as JSON and CSV, with its description. */
@org.springframework.modulith.ApplicationModule(displayName = "Open data",
        allowedDependencies = {"platform", "organisation", "indicator", "section", "roadmap", "register"})
package ru.smolensk.mentoring.opendata;
