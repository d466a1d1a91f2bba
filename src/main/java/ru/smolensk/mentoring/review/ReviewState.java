package ru.smolensk.mentoring.review;

import java.util.Set;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.Refusal;

/** The states of an edition and what can be done in each: the one state machine of DOMAIN 7. */
public enum ReviewState implements Labelled {
    DRAFT("черновик", "", "Эту редакцию ещё не подавали на рассмотрение", Move.SUBMIT),
    SUBMITTED("ждёт решения", "warn", "Эта редакция подана и ждёт решения методического отдела",
            Move.WITHDRAW, Move.CLAIM, Move.GIVE_BACK, Move.APPROVE),
    RETURNED("возвращено", "bad", "Эта редакция возвращена на доработку, следующий шаг за организацией", Move.SUBMIT),
    WITHDRAWN("отозвано", "", "Организация отозвала эту редакцию с рассмотрения, следующий шаг за ней", Move.SUBMIT),
    APPROVED("одобрено", "good", "Эта редакция одобрена и закрыта для изменений", Move.SUPERSEDE),
    SUPERSEDED("заменено", "", "Эту редакцию заменила следующая, она закрыта для изменений");

    private final String label;
    private final String tone;
    private final String sentence;
    private final Set<Move> moves;

    ReviewState(String label, String tone, String sentence, Move... moves) {
        this.label = label;
        this.tone = tone;
        this.sentence = sentence;
        this.moves = Set.of(moves);
    }

    /** What happens to an edition, and the words of the refusal's second half: what to do instead. */
    enum Move {
        SUBMIT("подать её ещё раз нельзя"),
        WITHDRAW("отозвать можно только то, что ждёт решения"),
        CLAIM("взять в работу можно только то, что ждёт решения"),
        GIVE_BACK("вернуть можно только то, что ждёт решения"),
        APPROVE("одобрить можно только то, что ждёт решения"),
        SUPERSEDE("заменить можно только одобренную редакцию");

        private final String instead;

        Move(String instead) {
            this.instead = instead;
        }
    }

    @Override
    public String label() {
        return label;
    }

    /** The class of its tag: good, warn, bad or nothing. */
    public String tone() {
        return tone;
    }

    /** What it means, in a sentence without its full stop. */
    public String sentence() {
        return sentence;
    }

    /** Whether the organisation may change what it will hand in. */
    public boolean editable() {
        return may(Move.SUBMIT);
    }

    /** Whether the edition is still on its way: of such an organisation has one of a subject at most. */
    public boolean open() {
        return editable() || this == SUBMITTED;
    }

    boolean may(Move move) {
        return moves.contains(move);
    }

    /** Refuses an impossible move and says why. */
    void expect(Move move) {
        Refusal.when(!may(move), null, sentence + ": " + move.instead);
    }
}
