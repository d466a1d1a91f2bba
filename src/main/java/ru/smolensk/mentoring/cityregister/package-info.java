/**
 * City registers of the department: mentors, mentees, programmes, curators, partners, organisations; saved views; who could help whom
 * (order 4.6).
 */
@org.springframework.modulith.ApplicationModule(displayName = "City registers",
        allowedDependencies = {"platform", "audit", "organisation", "participant", "mentorship", "paper"})
package ru.smolensk.mentoring.cityregister;
