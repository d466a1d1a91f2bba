package ru.smolensk.mentoring.cityregister;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.PersonName;

/**
 * A mentor who could help with a mentee's request, and why. It is only suggested: people decide.
 *
 * @param name {@code null} where the reader may not know it
 * @param address of the page about the mentor, or {@code null}
 * @param own whether the mentor is of the mentee's organisation
 * @param kind of the mentor's organisation
 * @param fitting competences that have words of the request
 * @param words how many different words of the request stand in the competences
 * @param samePosition the position that both have, or {@code null}
 * @param leads pairs and groups that the mentor leads today
 * @param served mentees who have gone with the mentor to the planned end
 * @param freeTime in the organisation's words, or {@code null}
 * @param closely whether the reader may know how busy the mentor is
 */
record Suggestion(PersonName name, String address, String organisation, boolean own, OrganisationKind kind, boolean sameKind,
                  List<String> fitting, int words, String samePosition, int leads, int served, String freeTime, boolean closely) {

    /** ◆ How many pairs and groups a mentor leads at once; whoever leads so many is not suggested. */
    static final int AT_ONCE = 3;
    /** How many are suggested. */
    static final int MOST = 20;

    /**
     * ◆ Who is suggested first: whoever can do most of what is asked; then the own organisation before others, the same position, the same
     * kind of organisation; then whoever leads fewer now and has helped more before.
     */
    static final Comparator<Suggestion> ORDER = Comparator.comparingInt(Suggestion::words).reversed()
            .thenComparing(Suggestion::own, Comparator.reverseOrder())
            .thenComparing(one -> one.samePosition() != null, Comparator.reverseOrder())
            .thenComparing(Suggestion::sameKind, Comparator.reverseOrder())
            .thenComparingInt(Suggestion::leads)
            .thenComparing(Suggestion::served, Comparator.reverseOrder())
            .thenComparing(Suggestion::organisation)
            .thenComparing(one -> one.name() == null ? "" : one.name().full());

    /** Whether there is any reason at all; that somebody has time is none by itself, unless it is a colleague. */
    boolean reasonable() {
        return leads < AT_ONCE && (words > 0 || samePosition != null || own);
    }

    /** Why, in words for people; the weightiest first. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        fitting.forEach(competence -> reasons.add("компетенция «" + competence + "» отвечает запросу"));
        if (own) {
            reasons.add("та же организация");
        }
        if (samePosition != null) {
            reasons.add("та же должность: " + samePosition);
        }
        if (!own && sameKind) {
            reasons.add(switch (kind) {
                case GENERAL -> "тоже школа";
                case PRESCHOOL -> "тоже детский сад";
                case ADDITIONAL -> "тоже дополнительное образование";
            });
        }
        if (closely) {
            reasons.add(leads == 0 ? "сейчас никого не ведёт" : "сейчас ведёт пар и групп: " + leads);
            if (served > 0) {
                reasons.add("выполнено запросов: " + served);
            }
            if (freeTime != null) {
                reasons.add("время: " + freeTime);
            }
        }
        return reasons;
    }

    /** The same as far as the register of mentors tells everybody: with the words that stand there, and not how busy the mentor is. */
    Suggestion asEverybodyReads(List<String> readFitting, int readWords, String readPosition) {
        return new Suggestion(name, address, organisation, own, kind, sameKind, readFitting, readWords, readPosition, leads, served, null,
                false);
    }

    /** The same for whoever may know the organisation and what its mentor can do, but not who it is (152-ФЗ). */
    Suggestion withoutName() {
        return new Suggestion(null, null, organisation, own, kind, sameKind, fitting, words, null, leads, served, null, false);
    }
}
