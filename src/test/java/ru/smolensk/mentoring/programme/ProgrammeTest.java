package ru.smolensk.mentoring.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.Refusal;

/** The rules of a programme's life (DOMAIN 4), without a database. */
class ProgrammeTest {

    private static final LocalDate START = LocalDate.of(2025, 9, 2);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 5, 31);
    private static final LocalDate APPROVED = LocalDate.of(2025, 9, 10);
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 1);
    private static final long ANNA = 7;
    private static final long SEMYON = 8;

    private final PairOrGroup group = group(false);

    private static PairOrGroup group(boolean annulled) {
        return new PairOrGroup(1, 5, "Г-1", new PersonName("Ткаченко", "Валентина", "Олеговна"), START, LAST_DAY, annulled, List.of(
                new PairOrGroup.Mentee(ANNA, new PersonName("Орлова", "Анна", null), null),
                new PairOrGroup.Mentee(SEMYON, new PersonName("Бойко", "Семён", null), LocalDate.of(2025, 11, 1))));
    }

    @ParameterizedTest(name = "{0} – {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            2025-09-02, 2026-05-31, -
            2025-09-02, 2025-09-02, -
            2026-05-31, 2026-05-31, -
            2025-09-02, 2030-05-31, -
            2025-09-01, 2026-05-31, startsOn
            2026-06-01, 2026-06-30, startsOn
            2025-10-02, 2025-10-01, endsOn
            """)
    void aProgrammeBeginsWithinItsMentorshipAndMayOutliveIt(LocalDate start, LocalDate end, String refusedAt) {
        ThrowingCallable drawUp = () -> draft(group, start, end, plan("Семинар"));
        if (refusedAt == null) {
            assertThat(catchThrowableOfType(Refusal.class, drawUp)).isNull();
        } else {
            assertThat(refusal(drawUp).field()).isEqualTo(refusedAt);
        }
    }

    @Test
    void aProgrammeThatGoesBeyondTheLastDayOfItsMentorshipSaysSo() {
        assertThat(draft(group, START, LAST_DAY, plan()).outlives()).isFalse();
        Programme longer = draft(group, START, LAST_DAY.plusDays(1), plan("Семинар"));
        assertThat(longer.outlives()).isTrue();
        longer.approve(APPROVED, "1", TODAY, null);
        assertThat(longer.outlives()).isTrue();
        longer.cancel(TODAY, "Переезд", TODAY);
        assertThat(longer.outlives()).isFalse();
    }

    @Test
    void nothingIsDrawnUpForAnAnnulledMentorship() {
        assertThat(refusal(() -> draft(group(true), START, LAST_DAY, plan())).getMessage()).contains("аннулирована");
    }

    @Test
    void moreThanFortyActivitiesAreNotOneProgramme() {
        String[] forty = IntStream.rangeClosed(1, 40).mapToObj(i -> "Семинар " + i).toArray(String[]::new);
        assertThat(draft(group, START, LAST_DAY, plan(forty)).activities()).hasSize(40);
        List<Programmes.Planned> more = new ArrayList<>(plan(forty));
        more.addAll(plan("Ещё один"));
        assertThat(refusal(() -> draft(group, START, LAST_DAY, more)).field()).isEqualTo("activities");
    }

    @Test
    void aDraftMayLackWhatAnApprovedProgrammeNeeds() {
        Programme empty = new Programme(1, group,
                new Programmes.Contents(Set.of(), "Название", null, null, null, START, LAST_DAY, null, List.of()));

        assertThat(empty.missing()).containsExactly("цели", "хотя бы одного наставляемого", "хотя бы одного мероприятия");
        assertThat(refusal(() -> empty.approve(APPROVED, "1", TODAY, null)).getMessage())
                .contains("цели", "наставляемого", "мероприятия");
        assertThat(empty.draft()).isTrue();

        empty.edit(contents(START, LAST_DAY, plan("Семинар")));
        assertThat(empty.missing()).isEmpty();
        empty.approve(APPROVED, "1", TODAY, null);
        assertThat(empty.approved()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(nullValues = "-", textBlock = """
            2025-08-20, -
            2025-12-01, -
            2025-12-02, approvedOn
            """)
    void theActIsNotFromTheFutureButMayBeOlderThanTheProgramme(LocalDate on, String refusedAt) {
        Programme programme = draft(group, START, LAST_DAY, plan("Семинар"));
        if (refusedAt == null) {
            programme.approve(on, "45-од", TODAY, null);
            assertThat(programme.approvedOn()).isEqualTo(on);
            assertThat(programme.actNumber()).isEqualTo("45-од");
        } else {
            assertThat(refusal(() -> programme.approve(on, "45-од", TODAY, null)).field()).isEqualTo(refusedAt);
            assertThat(programme.draft()).isTrue();
        }
    }

    @Test
    void anActAfterTheProgrammesEndIsRefused() {
        Programme programme = draft(group, START, LocalDate.of(2025, 10, 31), plan("Семинар"));
        assertThat(refusal(() -> programme.approve(LocalDate.of(2025, 11, 1), "1", TODAY, null)).field()).isEqualTo("approvedOn");
    }

    @Test
    void anApprovedProgrammeIsLockedAndItsRefusalNamesTheWayOut() {
        Programme programme = approved("Семинар");
        assertThat(refusal(() -> programme.edit(contents(START, LAST_DAY, plan("Другое")))).getMessage())
                .contains("№\u00a01 от\u00a010.09.2025", "новую редакцию");
        assertThat(refusal(() -> programme.approve(APPROVED, "2", TODAY, null)).getMessage()).contains("уже утверждена");
        assertThat(refusal(() -> programme.discard(TODAY)).getMessage()).contains("только черновик");
    }

    @Test
    void anAmendmentSaysTheSameKeepsMarksAndTakesThePlaceWhenApproved() {
        Programme first = approved("Семинар", "Открытый урок");
        first.mark(1, TODAY, "Хорошо", TODAY);
        Programme second = first.amended(2);

        assertThat(second.draft()).isTrue();
        assertThat(second.edition()).isEqualTo(2);
        assertThat(second.startsOn()).isEqualTo(START);
        assertThat(second.mentees()).isEqualTo(first.mentees());
        assertThat(second.activities()).isEqualTo(first.activities());
        assertThat(first.approved()).isTrue();

        assertThat(refusal(() -> first.supersede(APPROVED.minusDays(1))).field()).isEqualTo("approvedOn");
        first.supersede(TODAY);
        second.approve(TODAY, "2", TODAY, first);
        assertThat(first.status()).isEqualTo(ProgrammeStatus.SUPERSEDED);
        assertThat(first.supersededOn()).isEqualTo(TODAY);
        assertThat(second.approved()).isTrue();
    }

    @Test
    void anAmendmentKeepsTheStartOfTheSeries() {
        Programme second = approved("Семинар").amended(2);
        assertThat(refusal(() -> second.edit(contents(START.plusDays(1), LAST_DAY, plan("Семинар")))).field()).isEqualTo("startsOn");
        second.edit(contents(START, LAST_DAY.minusDays(1), plan("Семинар")));
        assertThat(second.endsOn()).isEqualTo(LAST_DAY.minusDays(1));
    }

    @Test
    void anAmendmentIsNotApprovedWhenTheEditionItChangesIsNoLongerInForce() {
        Programme second = approved("Семинар").amended(2);
        assertThat(refusal(() -> second.approve(TODAY, "2", TODAY, null)).getMessage()).contains("больше не действует");
    }

    @Test
    void whatWasDoneWhileTheAmendmentWasDrawnUpStaysDone() {
        Programme first = approved("Посещение урока", "Посещение урока", "Посещение урока", "Семинар");
        first.mark(1, APPROVED, "первый", TODAY);
        Programme second = first.amended(2);
        second.edit(contents(START, LAST_DAY, List.of(new Programmes.Planned(4, "Семинар", null, null),
                new Programmes.Planned(1, "Посещение урока", null, null), new Programmes.Planned(2, "Посещение урока", null, null),
                new Programmes.Planned(3, "Посещение урока", null, null), new Programmes.Planned("Новое", null, null))));
        first.mark(2, TODAY, "второй", TODAY);
        first.mark(4, TODAY, null, TODAY);

        first.supersede(TODAY);
        second.approve(TODAY, "2", TODAY, first);

        assertThat(second.activities()).extracting(Activity::what, Activity::result, Activity::doneOn).containsExactly(
                tuple("Семинар", null, TODAY),
                tuple("Посещение урока", "первый", APPROVED),
                tuple("Посещение урока", "второй", TODAY),
                tuple("Посещение урока", null, null),
                tuple("Новое", null, null));
    }

    @Test
    void aRewordedActivityKeepsItsMarkAndARemovedOneLosesIt() {
        Programme first = approved("Семинар", "Открытый урок");
        first.mark(1, TODAY, null, TODAY);
        first.mark(2, TODAY, null, TODAY);
        Programme second = first.amended(2);

        second.edit(contents(START, LAST_DAY, List.of(new Programmes.Planned(2, "Открытый урок в 5 классе", null, null),
                new Programmes.Planned("Семинар по оцениванию", null, null))));

        assertThat(second.activities()).extracting(Activity::done).containsExactly(true, false);
        assertThat(second.progress()).isEqualTo(new Progress(1, 2));
    }

    @ParameterizedTest(name = "{0}, «{1}»: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            2025-09-02, -,      -
            2025-12-01, Хорошо, -
            -,          -,      -
            -,          Хорошо, marks[1].doneOn
            2025-12-02, -,      marks[1].doneOn
            2025-09-01, -,      marks[1].doneOn
            """)
    void anActivityIsDoneBetweenTheStartAndToday(LocalDate on, String result, String refusedAt) {
        Programme programme = approved("Семинар", "Открытый урок");
        if (refusedAt == null) {
            programme.mark(2, on, result, TODAY);
            assertThat(programme.progress()).isEqualTo(new Progress(on == null ? 0 : 1, 2));
        } else {
            assertThat(refusal(() -> programme.mark(2, on, result, TODAY)).field()).isEqualTo(refusedAt);
        }
    }

    @ParameterizedTest(name = "approved {0}, closed {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            2025-09-10, 2025-09-10, -
            2025-09-10, 2025-12-01, -
            2025-09-10, 2025-12-02, closedOn
            2025-09-10, 2025-09-09, closedOn
            2025-08-20, 2025-09-01, closedOn
            2025-08-20, 2025-09-02, -
            """)
    void aProgrammeIsClosedBetweenItsStartOrApprovalAndToday(LocalDate approved, LocalDate closed, String refusedAt) {
        List<Consumer<Programme>> ways = List.of(programme -> programme.complete(closed, "Получилось", TODAY),
                programme -> programme.cancel(closed, "Переезд", TODAY));
        for (Consumer<Programme> close : ways) {
            Programme programme = draft(group, START, LAST_DAY, plan("Семинар"));
            programme.approve(approved, "1", TODAY, null);
            if (refusedAt == null) {
                close.accept(programme);
                assertThat(programme.closedOn()).isEqualTo(closed);
            } else {
                assertThat(refusal(() -> close.accept(programme)).field()).isEqualTo(refusedAt);
                assertThat(programme.approved()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "SUPERSEDED", "COMPLETED", "CANCELLED", "ANNULLED"})
    void onlyAnApprovedProgrammeIsCarriedOutAmendedOrClosed(ProgrammeStatus status) {
        Programme programme = in(status);
        List<ThrowingCallable> deeds = List.of(() -> programme.mark(1, TODAY, null, TODAY), () -> programme.amended(2),
                () -> programme.complete(TODAY, "Итог", TODAY), () -> programme.cancel(TODAY, "Причина", TODAY),
                () -> programme.supersede(TODAY));
        deeds.forEach(deed -> assertThat(refusal(deed).field()).isNull());
        assertThat(programme.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVED", "SUPERSEDED", "COMPLETED", "CANCELLED", "ANNULLED"})
    void onlyADraftIsEditedApprovedOrDiscarded(ProgrammeStatus status) {
        Programme programme = in(status);
        List<ThrowingCallable> deeds = List.of(() -> programme.edit(contents(START, LAST_DAY, plan())),
                () -> programme.approve(TODAY, "2", TODAY, null), () -> programme.discard(TODAY));
        deeds.forEach(deed -> assertThat(refusal(deed).field()).isNull());
        assertThat(programme.status()).isEqualTo(status);
    }

    @Test
    void aDiscardedDraftIsAnnulledWithItsReason() {
        Programme draft = in(ProgrammeStatus.DRAFT);
        draft.discard(TODAY);
        assertThat(draft.status()).isEqualTo(ProgrammeStatus.ANNULLED);
        assertThat(draft.annulmentReason()).isEqualTo("черновик отброшен");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(textBlock = """
            DRAFT,     2025-12-01, черновик
            APPROVED,  2025-09-01, 'утверждена, ещё не началась'
            APPROVED,  2025-09-02, действует
            APPROVED,  2026-05-31, действует
            APPROVED,  2026-06-01, срок вышел
            COMPLETED, 2026-06-01, завершена
            CANCELLED, 2026-06-01, отменена
            """)
    void theStateIsSaidInWordsForTheDay(ProgrammeStatus status, LocalDate day, String words) {
        assertThat(in(status).state(day).words()).isEqualTo(words);
    }

    @Test
    void theHistoryKnowsTheCoveredByName() {
        assertThat(draft(group, START, LAST_DAY, plan("Семинар")).facts().values())
                .containsEntry("Наставляемые", "Орлова Анна").containsEntry("Мероприятие 1", "Семинар");
    }

    private Programme in(ProgrammeStatus status) {
        Programme programme = draft(group, START, LAST_DAY, plan("Семинар"));
        if (status == ProgrammeStatus.ANNULLED) {
            programme.annul(TODAY, "Ошибка");
        } else if (status != ProgrammeStatus.DRAFT) {
            programme.approve(APPROVED, "1", TODAY, null);
        }
        switch (status) {
            case SUPERSEDED -> programme.supersede(TODAY);
            case COMPLETED -> programme.complete(TODAY, "Итог", TODAY);
            case CANCELLED -> programme.cancel(TODAY, "Причина", TODAY);
            default -> { }
        }
        return programme;
    }

    private Programme approved(String... activities) {
        Programme programme = draft(group, START, LAST_DAY, plan(activities));
        programme.approve(APPROVED, "1", TODAY, null);
        return programme;
    }

    private static Programme draft(PairOrGroup pair, LocalDate start, LocalDate end, List<Programmes.Planned> plan) {
        return new Programme(1, pair, contents(start, end, plan));
    }

    private static Programmes.Contents contents(LocalDate start, LocalDate end, List<Programmes.Planned> plan) {
        return new Programmes.Contents(Set.of(ANNA), "Первые шаги", "Освоиться", null, null, start, end, null, plan);
    }

    private static List<Programmes.Planned> plan(String... activities) {
        return Arrays.stream(activities).map(what -> new Programmes.Planned(what, null, null)).toList();
    }

    private static Refusal refusal(ThrowingCallable deed) {
        Refusal refusal = catchThrowableOfType(Refusal.class, deed);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
