package ru.smolensk.mentoring.signing;

import java.time.LocalDate;

/**
 * A paper and its scan.
 *
 * @param named the thing it belongs to, in words
 * @param details whom it names and its term, so that namesakes can be told apart; {@code null} where the name says enough
 * @param datedOn of the order, the approval, the consent; {@code null} where there is none yet
 * @param owed whether a scan is expected
 * @param earlier whether it belongs to a programme or a pair that ended in an earlier academic year
 * @param fileId the scan, or {@code null}
 */
public record Standing(PaperKind kind, long thingId, String named, String details, LocalDate datedOn, boolean owed, boolean earlier,
        Long fileId,
                       String fileName, Long fileSize) {

    /** Its page. */
    public String address() {
        return "/workspace/papers/" + kind.word() + "/" + thingId;
    }

    /** Whether a scan is expected and is not there. */
    public boolean lacking() {
        return owed && fileId == null;
    }
}
