/** The journal: who did what, when, to what, from where; written in the same transaction as the change, never rewritten. */
@org.springframework.modulith.ApplicationModule(displayName = "Audit", allowedDependencies = "platform")
package ru.smolensk.mentoring.audit;
