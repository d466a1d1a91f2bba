/** What people are told: notices in the portal and the mail that carries them. It listens to other modules; none of them calls it. */
@org.springframework.modulith.ApplicationModule(displayName = "Notice",
        allowedDependencies = {"platform", "audit", "account", "organisation", "paper", "review", "duty", "monitoring"})
package ru.smolensk.mentoring.notice;
