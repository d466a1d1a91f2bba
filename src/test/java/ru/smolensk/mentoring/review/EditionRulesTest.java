package ru.smolensk.mentoring.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.review.ReviewState.Move;

/** What may happen to an edition in each of its states (DOMAIN 7), and who may decide. */
class EditionRulesTest {

    private static final Instant NOW = Instant.parse("2026-10-12T07:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);
    private static final long CURATOR = 7;
    private static final SignedIn METHODIST = new Somebody(1, "Н. Кравцова");
    private static final SignedIn OTHER = new Somebody(2, "П. Зуев");

    /** The only moves there are; whatever is not here is refused. */
    private static final Map<ReviewState, Set<Move>> ALLOWED = Map.of(
            ReviewState.DRAFT, Set.of(Move.SUBMIT),
            ReviewState.SUBMITTED, Set.of(Move.WITHDRAW, Move.CLAIM, Move.GIVE_BACK, Move.APPROVE),
            ReviewState.RETURNED, Set.of(Move.SUBMIT),
            ReviewState.WITHDRAWN, Set.of(Move.SUBMIT),
            ReviewState.APPROVED, Set.of(Move.SUPERSEDE),
            ReviewState.SUPERSEDED, Set.of());

    private record Somebody(long accountId, String displayName) implements SignedIn {
        @Override
        public String role() {
            return "METHODOLOGIST";
        }
    }

    static Stream<Arguments> everyMoveFromEveryState() {
        return Arrays.stream(ReviewState.values()).flatMap(state -> Arrays.stream(Move.values()).map(move -> Arguments.of(state, move)));
    }

    @ParameterizedTest(name = "{1} from {0}")
    @MethodSource("everyMoveFromEveryState")
    void anIllegalMoveIsRefusedChangesNothingAndSaysWhy(ReviewState state, Move move) {
        Edition edition = in(state);
        if (ALLOWED.get(state).contains(move)) {
            carryOut(edition, move);
            assertThat(edition.state()).isEqualTo(after(move));
        } else {
            Map<String, String> before = edition.facts().values();
            assertThatThrownBy(() -> carryOut(edition, move)).isInstanceOf(Refusal.class).hasMessageContaining(state.sentence());
            assertThat(edition.facts().values()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(ReviewState.class)
    void whatMayBeHandedInMayBeChangedAndNothingElse(ReviewState state) {
        assertThat(state.editable()).isEqualTo(Set.of(ReviewState.DRAFT, ReviewState.RETURNED, ReviewState.WITHDRAWN).contains(state));
        assertThat(state.open()).isEqualTo(state != ReviewState.APPROVED && state != ReviewState.SUPERSEDED);
        assertThat(in(state).may("SUBMIT")).isEqualTo(state.editable());
    }

    @Test
    void nobodyReviewsWhatTheyHaveSubmitted() {
        Edition edition = in(ReviewState.SUBMITTED);
        assertThatThrownBy(() -> edition.approve(METHODIST, METHODIST.accountId(), 0, TODAY)).isInstanceOf(Refusal.class)
                .hasMessageContaining("подали вы сами");
        assertThatThrownBy(() -> edition.giveBack(METHODIST, METHODIST.accountId(), 1, NOW)).isInstanceOf(Refusal.class)
                .hasMessageContaining("подали вы сами");
        assertThat(edition.state()).isEqualTo(ReviewState.SUBMITTED);
    }

    @Test
    void whatAnotherReadsNobodyDecidesBeforeTheyTakeItOver() {
        Edition edition = in(ReviewState.SUBMITTED);
        edition.claim(OTHER, NOW);
        assertThatThrownBy(() -> edition.approve(METHODIST, CURATOR, 0, TODAY)).hasMessageContaining("П. Зуев");
        assertThatThrownBy(() -> edition.release(METHODIST)).hasMessageContaining("не вы");

        edition.claim(METHODIST, NOW);
        edition.approve(METHODIST, CURATOR, 0, TODAY);
        assertThat(edition.state()).isEqualTo(ReviewState.APPROVED);
        assertThat(edition.approvedOn()).isEqualTo(TODAY);
        assertThat(edition.claimedBy()).isNull();
    }

    @Test
    void aReturnNeedsARemarkAndAnApprovalHasNone() {
        Edition edition = in(ReviewState.SUBMITTED);
        assertThatThrownBy(() -> edition.giveBack(METHODIST, CURATOR, 0, NOW)).hasMessageContaining("хотя бы одно замечание");
        assertThatThrownBy(() -> edition.approve(METHODIST, CURATOR, 2, TODAY)).hasMessageContaining("записаны замечания");
    }

    @Test
    void whoReturnedItReadsItAgain() {
        Edition edition = in(ReviewState.RETURNED);
        assertThat(edition.claimedByName()).isEqualTo("Н. Кравцова");
        edition.submit();
        assertThat(edition.claimedBy()).isEqualTo(METHODIST.accountId());
        edition.withdraw();
        assertThat(edition.claimedBy()).isNull();
    }

    @Test
    void aRoadmapIsOfAYearAndNothingElseIs() {
        assertThatThrownBy(() -> new Edition(1, ReviewSubject.ROADMAP, null, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Edition(1, ReviewSubject.REGULATION, new AcademicYear(2026), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Edition(1, ReviewSubject.ROADMAP, new AcademicYear(2026), 2).title())
                .isEqualTo("Дорожная карта на 2026/2027 учебный год, редакция 2");
    }

    @Test
    void aRemarkIsDeclinedOnlyWithItsReason() {
        Remark remark = new Remark(1, 5, null, null, "Укажите срок", METHODIST, NOW);
        assertThatThrownBy(() -> remark.answer(Answer.DECLINED, null, OTHER, NOW)).isInstanceOf(Refusal.class)
                .hasMessageContaining("почему замечание не учтено");
        remark.answer(Answer.DECLINED, "срок стоит в приказе", OTHER, NOW);
        assertThat(remark.facts().values()).containsEntry("Ответ", "не учтено").containsEntry("Пояснение", "срок стоит в приказе");
        remark.answer(Answer.HEEDED, null, OTHER, NOW);
        assertThat(remark.facts().values()).containsEntry("Ответ", "учтено").doesNotContainKey("Пояснение");
    }

    private static Edition in(ReviewState state) {
        Edition edition = new Edition(1, ReviewSubject.REGULATION, null, 1);
        if (state == ReviewState.DRAFT) {
            return edition;
        }
        edition.submit();
        switch (state) {
            case RETURNED -> edition.giveBack(METHODIST, CURATOR, 1, NOW);
            case WITHDRAWN -> edition.withdraw();
            case APPROVED, SUPERSEDED -> edition.approve(METHODIST, CURATOR, 0, TODAY);
            default -> { }
        }
        if (state == ReviewState.SUPERSEDED) {
            edition.supersede(TODAY);
        }
        return edition;
    }

    private static void carryOut(Edition edition, Move move) {
        switch (move) {
            case SUBMIT -> edition.submit();
            case WITHDRAW -> edition.withdraw();
            case CLAIM -> edition.claim(METHODIST, NOW);
            case GIVE_BACK -> edition.giveBack(METHODIST, CURATOR, 1, NOW);
            case APPROVE -> edition.approve(METHODIST, CURATOR, 0, TODAY);
            case SUPERSEDE -> edition.supersede(TODAY);
        }
    }

    private static ReviewState after(Move move) {
        return switch (move) {
            case SUBMIT, CLAIM -> ReviewState.SUBMITTED;
            case WITHDRAW -> ReviewState.WITHDRAWN;
            case GIVE_BACK -> ReviewState.RETURNED;
            case APPROVE -> ReviewState.APPROVED;
            case SUPERSEDE -> ReviewState.SUPERSEDED;
        };
    }
}
