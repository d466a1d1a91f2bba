/** The curator's to-do list and figures, and the department's view of the city: pages that look across all other modules. */
@org.springframework.modulith.ApplicationModule(displayName = "Workspace",
        allowedDependencies = {"platform", "audit", "organisation", "indicator", "section", "duty", "monitoring", "paper"})
package ru.smolensk.mentoring.workspace;
