/** The municipal register of mentors with positive experience: the department includes, everybody reads (Regulation 4.4, roadmap 2.6). */
@org.springframework.modulith.ApplicationModule(displayName = "Register of mentors",
        allowedDependencies = {"platform", "audit", "organisation", "paper"})
package ru.smolensk.mentoring.register;
