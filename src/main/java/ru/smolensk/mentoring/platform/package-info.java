/** What every module stands on: the clock, the academic year, Russian names and dates, forms, pages and errors. */
@org.springframework.modulith.ApplicationModule(displayName = "Platform", allowedDependencies = {})
package ru.smolensk.mentoring.platform;
