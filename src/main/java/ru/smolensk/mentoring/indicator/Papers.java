package ru.smolensk.mentoring.indicator;

import java.util.List;

/** All mentorships and programmes of an organisation as they stand in the period, each list in the order of names. */
record Papers(Period period, List<MentorshipStanding> mentorships, List<ProgrammeStanding> programmes) {
}
