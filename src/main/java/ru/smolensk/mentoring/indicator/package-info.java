/**
 * The figures of the public form: how many pairs, programmes and people there are, and why somebody is not counted (DOMAIN 5).
 * The rules themselves are SQL functions, {@code V009__indicator.sql}: what counts a figure and what explains it read the same ones.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Indicators", allowedDependencies = {"platform", "organisation"})
package ru.smolensk.mentoring.indicator;
