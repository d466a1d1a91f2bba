package ru.smolensk.mentoring.review;

import java.util.Set;
import ru.smolensk.mentoring.platform.Tenant;

/** The owner of what is reviewed: the module that keeps positions and programmes, the module that keeps roadmaps. A bean of each. */
public interface ReviewedContent {

    /** What it owns. */
    Set<ReviewSubject> subjects();

    /**
     * What the edition says now, to be handed in.
     *
     * @throws ru.smolensk.mentoring.platform.Refusal if it is empty or not finished: with what is missing
     */
    Handed content(Tenant tenant, long edition);

    /** Where the curator works on the edition: an address in {@code /workspace}. */
    String address(Tenant tenant, long edition);

    /** Where the curator begins a new edition: an address in {@code /workspace}. */
    String beginning(Tenant tenant, ReviewSubject subject);
}
