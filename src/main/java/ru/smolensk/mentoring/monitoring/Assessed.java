package ru.smolensk.mentoring.monitoring;

/**
 * What a report says of one result of stage 2.
 *
 * @param assessment {@code null} while it is not assessed
 * @param words {@code null} if nothing is said
 */
public record Assessed(Effect effect, Assessment assessment, String words) {

    boolean empty() {
        return assessment == null && words == null;
    }
}
