package ru.smolensk.mentoring.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.document.LocalActs;
import ru.smolensk.mentoring.mentorship.AssignmentOrders;
import ru.smolensk.mentoring.mentorship.Mentorships;
import ru.smolensk.mentoring.organisation.Partners;
import ru.smolensk.mentoring.organisation.StaffCounts;
import ru.smolensk.mentoring.participant.Participants;
import ru.smolensk.mentoring.programme.Programmes;
import ru.smolensk.mentoring.review.Reviews;
import ru.smolensk.mentoring.roadmap.Roadmaps;
import ru.smolensk.mentoring.section.Sections;

/** What a curator works with. */
@Component
@Profile("demo")
record Services(StaffCounts counts, Partners partners, Participants people, AssignmentOrders orders, Mentorships mentorships, Programmes programmes,
                Files files, LocalActs acts, Sections sections, Reviews reviews, Roadmaps roadmaps, JdbcClient jdbc) {
}
