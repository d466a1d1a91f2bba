package ru.smolensk.mentoring.review;

import java.time.Instant;
import ru.smolensk.mentoring.platform.Labelled;

/**
 * What was handed in once, without its content.
 *
 * @param number from 1 within the edition
 * @param outcome {@code null} while it waits
 * @param words what the reviewer said to the decision, or {@code null}
 * @param remarks how many
 * @param unanswered how many of them have no answer
 */
record Submission(long id, long editionId, int number, Instant submittedAt, long submittedBy, String submittedByName, Outcome outcome,
                  Instant decidedAt, String decidedByName, String words, int remarks, int unanswered) {

    /** What was decided of it. */
    enum Outcome implements Labelled {
        RETURNED("возвращено с замечаниями", "bad"), APPROVED("одобрено", "good"), WITHDRAWN("отозвано организацией", "");

        private final String label;
        private final String tone;

        Outcome(String label, String tone) {
            this.label = label;
            this.tone = tone;
        }

        @Override
        public String label() {
            return label;
        }

        /** The class of its tag. */
        public String tone() {
            return tone;
        }
    }

    /** What was decided, in a word. */
    public String word(ReviewSubject subject) {
        return outcome == Outcome.APPROVED ? subject.approved() : outcome.label();
    }

    public boolean waiting() {
        return outcome == null;
    }
}
