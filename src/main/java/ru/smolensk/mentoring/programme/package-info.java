/** Personalised programmes: drawn up for a pair or group, approved by an act, amended by editions, carried out and closed (DOMAIN 4). */
@org.springframework.modulith.ApplicationModule(displayName = "Programme", allowedDependencies = {"platform", "audit", "mentorship", "paper"})
package ru.smolensk.mentoring.programme;
