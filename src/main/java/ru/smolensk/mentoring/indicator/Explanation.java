package ru.smolensk.mentoring.indicator;

import java.time.LocalDate;
import java.util.List;
import ru.smolensk.mentoring.platform.Russian;

/**
 * A figure opened: who or what is counted, by which order and which programme, and who is not and why (DOMAIN 5).
 * The second list is the curator's to-do list; lines with a next step come first. Satisfaction has no lines: answers are anonymous.
 *
 * @param counted as many lines as the figure's count, or the numerator of the share
 * @param notCounted people who had left before the period and are named by no mentorship in force are not listed
 */
public record Explanation(Figure figure, Period period, List<Line> counted, List<Line> notCounted) {

    /**
     * A person, a mentorship, a programme or a partner.
     *
     * @param title a person's full name, «Орлова А. В. – Петров П. П.» of a mentorship, the title of a programme, the name of a partner
     * @param detail a person's position, the term of a mentorship, the people of a programme, the mentors of a partner; may be empty
     * @param address the page of the workspace; {@code null} if there is none
     * @param orders orders on assignment in force that name it
     * @param programmes programmes in force that cover it
     * @param unmet why it is not counted; empty for what is counted
     */
    public record Line(long id, String title, String detail, String address,
            List<Order> orders, List<Programme> programmes, List<Unmet> unmet) {

        /** Whether the curator can do something about it. */
        public boolean hasNextStep() {
            return unmet.stream().anyMatch(Unmet::hasNextStep);
        }
    }

    /** An order on assignment. */
    public record Order(long id, String number, LocalDate datedOn) {

        public String address() {
            return "/workspace/orders/" + id;
        }
    }

    /** A personalised programme with the act that approved it. */
    public record Programme(long id, String title, String actNumber, LocalDate approvedOn) {

        public String address() {
            return "/workspace/programmes/" + id;
        }
    }

    /**
     * A condition that is not met.
     *
     * @param on the day it is about: of the end, of the later order; {@code null} if there is none
     * @param address the page of the workspace to do the next step on; {@code null} if there is nothing to do
     */
    public record Unmet(Obstacle obstacle, LocalDate on, String address) {

        /** «закрепление закончилось (31.05.2026)». */
        public String sentence() {
            return obstacle.sentence() + (on == null ? "" : " (" + new Russian().date(on) + ")");
        }

        public boolean hasNextStep() {
            return address != null;
        }
    }
}
