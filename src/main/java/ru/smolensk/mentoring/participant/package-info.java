/** People who take part: mentors, mentees, and their consents. Nothing of it is public. */
@org.springframework.modulith.ApplicationModule(displayName = "Participant",
        allowedDependencies = {"platform", "audit", "account", "organisation", "document", "paper"})
package ru.smolensk.mentoring.participant;
