/** Organisations, their teaching staff in two figures, their partners and curators; who works in which workspace. */
@org.springframework.modulith.ApplicationModule(displayName = "Organisation", allowedDependencies = {"platform", "audit", "account", "paper"})
package ru.smolensk.mentoring.organisation;
