/** People who log in, their roles, and which address is open to whom. */
@org.springframework.modulith.ApplicationModule(displayName = "Account", allowedDependencies = {"platform", "audit"})
package ru.smolensk.mentoring.account;
