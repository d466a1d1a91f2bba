package ru.smolensk.mentoring.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.util.ReflectionTestUtils;
import ru.smolensk.mentoring.participant.Participants.Description;
import ru.smolensk.mentoring.participant.Participants.MenteeRole;
import ru.smolensk.mentoring.participant.Participants.MentorRole;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.Refusal;

class PersonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

    @Test
    void aPersonIsAMentorAMenteeOrBoth() {
        Person person = person(LocalDate.of(1970, 3, 12), LocalDate.of(1993, 9, 1));
        person.becomeMentor(mentor(SEPTEMBER), TODAY);
        person.becomeMentee(mentee(SEPTEMBER), TODAY);

        assertThat(person.mentor().enteredOn()).isEqualTo(SEPTEMBER);
        assertThat(person.mentee().category()).isEqualTo(MenteeCategory.EXPERIENCED);
        refused(() -> person.becomeMentor(mentor(SEPTEMBER), TODAY), null, "уже наставник");
        refused(() -> person.becomeMentee(mentee(SEPTEMBER), TODAY), null, "уже наставляемый");
    }

    @Test
    void nobodyIsBornTomorrowOrTakesPartAsAChild() {
        refused(() -> person(TODAY.plusDays(1), null), "bornOn", "ещё не наступила");
        refused(() -> person(TODAY.minusYears(14).plusDays(1), null), "bornOn", "нет и 14 лет");
        assertThat(person(TODAY.minusYears(14), null).participant().bornOn()).isEqualTo(TODAY.minusYears(14));
    }

    @Test
    void nobodyTeachesBeforeSixteen() {
        LocalDate born = LocalDate.of(1990, 3, 12);

        refused(() -> person(born, born.plusYears(16).minusDays(1)), "teachingSince", "раньше 16 лет");
        refused(() -> person(born, born.minusYears(1)), "teachingSince", "раньше 16 лет");
        person(born, born.plusYears(16));
    }

    @Test
    void aMentorTeachesAlreadyAndAMenteeMayBeAboutTo() {
        refused(() -> person(null, TODAY.plusDays(1)).becomeMentor(mentor(SEPTEMBER), TODAY), "teachingSince",
                "не может начаться в будущем");
        person(null, TODAY).becomeMentor(mentor(SEPTEMBER), TODAY);
        person(null, TODAY.plusYears(1)).becomeMentee(mentee(SEPTEMBER), TODAY);
        refused(() -> person(null, TODAY.plusYears(1).plusDays(1)).becomeMentee(mentee(SEPTEMBER), TODAY), "teachingSince", "больше года");
    }

    @Test
    void oneEntersTheBaseNoMoreThanAYearAheadAndNotAsAChild() {
        refused(() -> person(null, null).becomeMentor(mentor(TODAY.plusYears(1).plusDays(1)), TODAY), "enteredOn", "больше года");
        person(null, null).becomeMentor(mentor(TODAY.plusYears(1)), TODAY);
        refused(() -> person(LocalDate.of(2000, 1, 1), null).becomeMentee(mentee(LocalDate.of(2013, 12, 31)), TODAY), "enteredOn",
                "14 лет");
    }

    @Test
    void aChangeIsHeldAgainstBothRoles() {
        Person both = person(null, LocalDate.of(2020, 9, 1));
        both.becomeMentor(mentor(SEPTEMBER), TODAY);
        both.becomeMentee(mentee(LocalDate.of(2021, 9, 1)), TODAY);

        refused(() -> both.change(said(LocalDate.of(2007, 9, 2), null), null, mentor(SEPTEMBER), TODAY), "enteredOn", "01.09.2021");
        refused(() -> both.change(said(null, TODAY.plusDays(1)), null, mentee(SEPTEMBER), TODAY), "teachingSince", "наставника");
    }

    @Test
    void oneLeavesOnceAndMayComeBack() {
        Person person = person(null, null);
        person.becomeMentor(mentor(SEPTEMBER), TODAY);
        refused(person::comeBack, null, "и так в базе");

        refused(() -> person.leave(TODAY.plusDays(1), TODAY), "leftOn", "ещё не наступила");
        refused(() -> person.leave(SEPTEMBER.minusDays(1), TODAY), "leftOn", "01.09.2026");
        person.leave(SEPTEMBER, TODAY);

        refused(() -> person.leave(TODAY, TODAY), null, "верните");
        refused(() -> person.becomeMentee(mentee(SEPTEMBER), TODAY), null, "верните");
        refused(() -> person.change(said(null, null), null, mentor(SEPTEMBER.plusDays(1)), TODAY), "enteredOn", "выбыл");
        person.comeBack();
        assertThat(person.participant().leftOn()).isNull();
    }

    @Test
    void whoeverHasTwoRolesLeavesNotBeforeTheLaterEntry() {
        Person both = person(null, null);
        both.becomeMentor(mentor(SEPTEMBER), TODAY);
        both.becomeMentee(mentee(SEPTEMBER.minusYears(1)), TODAY);

        refused(() -> both.leave(SEPTEMBER.minusDays(1), TODAY), "leftOn", "01.09.2026");
        both.leave(SEPTEMBER, TODAY);
    }

    @ParameterizedTest
    @EnumSource
    void oneConsentOfAKindIsInForceAndAWithdrawnOneStays(ConsentKind kind) {
        Person person = person(null, null);
        Consent first = new Consent(1, 5, kind, SEPTEMBER, null, TODAY);
        person.give(first);
        refused(() -> person.give(new Consent(1, 5, kind, TODAY, null, TODAY)), "kind", "уже внесено");

        refused(() -> first.withdraw(SEPTEMBER.minusDays(1), TODAY), "withdrawnOn", "01.09.2026");
        refused(() -> first.withdraw(TODAY.plusDays(1), TODAY), "withdrawnOn", "ещё не наступила");
        first.withdraw(TODAY, TODAY);
        refused(() -> first.withdraw(TODAY, TODAY), null, "уже отозвано");

        assertThat(person.inForce(kind)).isNull();
        assertThat(person.withdrawn(kind)).containsExactly(first);
        Consent second = new Consent(1, 5, kind, TODAY, null, TODAY);
        person.give(second);
        assertThat(person.inForce(kind)).isSameAs(second);
        assertThat(person.facts().values().get("Согласие " + kind.label()))
                .isEqualTo("от 01.09.2026, отозвано 22.11.2026; от 22.11.2026");
    }

    @Test
    void aConsentIsNotSignedTomorrow() {
        refused(() -> new Consent(1, 5, ConsentKind.PROCESSING, TODAY.plusDays(1), null, TODAY), "givenOn", "ещё не наступила");
    }

    @Test
    void aStrangersConsentIsNotThere() {
        assertThatThrownBy(() -> person(null, null).with(List.of()).consent(77)).isInstanceOf(NotFound.class);
    }

    @Test
    void theWorkplaceNamesWhatItNeedsAndNothingElse() {
        refused(() -> new Employment(Workplace.OTHER_EDUCATIONAL, null, null), "employerName", "в какой организации");
        refused(() -> new Employment(Workplace.PARTNER, null, null), "partner", "Выберите организацию-партнёра");
        refused(() -> new Employment(Workplace.OWN_STAFF, "Колледж", null), "employerName", "в этой организации");
        refused(() -> new Employment(Workplace.PARTNER, "Колледж", 5L), "employerName", "партнёр");
        refused(() -> new Employment(Workplace.OWN_STAFF, null, 5L), "partner", "в этой организации");
        refused(() -> new Employment(Workplace.OTHER_EDUCATIONAL, "Колледж", 5L), "partner", "образовательная");
    }

    @Test
    void theHistoryKnowsEverythingThatIsSaidOfAPerson() {
        Person person = new Person(identified(new Participant(1, new Description(new PersonName("Орлова", "Анна", "Викторовна"),
                LocalDate.of(1970, 3, 12), "учитель химии", Employment.partner(7), LocalDate.of(1993, 9, 1)), "Завод", TODAY)), null, null);
        person.becomeMentor(new MentorRole(SEPTEMBER, "высшая", "методика", "победы", "два часа"), TODAY);
        person.becomeMentee(new MenteeRole(SEPTEMBER, MenteeCategory.EXPERIENCED, "нейросети"), TODAY);

        assertThat(person.title()).isEqualTo("Орлова Анна Викторовна");
        assertThat(person.facts().values().values()).containsExactly("Орлова Анна Викторовна", "12.03.1970",
                "учитель химии", "Завод (партнёр)", "01.09.1993", "01.09.2026", "высшая", "методика",
                "победы", "два часа", "01.09.2026", "опытный педагог", "нейросети");
    }

    private static Person person(LocalDate bornOn, LocalDate teachingSince) {
        return new Person(identified(new Participant(1, said(bornOn, teachingSince), null, TODAY)), null, null);
    }

    private static Participant identified(Participant participant) {
        ReflectionTestUtils.setField(participant, "id", 5L);
        return participant;
    }

    private static Description said(LocalDate bornOn, LocalDate teachingSince) {
        return new Description(new PersonName("Орлова", "Анна", null), bornOn, null, Employment.ownStaff(), teachingSince);
    }

    private static MentorRole mentor(LocalDate enteredOn) {
        return new MentorRole(enteredOn, null, null, null, null);
    }

    private static MenteeRole mentee(LocalDate enteredOn) {
        return new MenteeRole(enteredOn, MenteeCategory.EXPERIENCED, null);
    }

    private static void refused(ThrowingCallable verb, String field, String words) {
        assertThatThrownBy(verb).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.getMessage()).contains(words);
        });
    }
}
