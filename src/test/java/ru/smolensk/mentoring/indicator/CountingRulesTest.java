package ru.smolensk.mentoring.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.Facts.Member;
import ru.smolensk.mentoring.indicator.Facts.Mentorship;
import ru.smolensk.mentoring.indicator.Facts.Order;
import ru.smolensk.mentoring.indicator.Facts.Partner;
import ru.smolensk.mentoring.indicator.Facts.Person;
import ru.smolensk.mentoring.indicator.Facts.Programme;
import ru.smolensk.mentoring.indicator.Facts.StaffCount;
import ru.smolensk.mentoring.indicator.Facts.Status;
import ru.smolensk.mentoring.testing.PortalTest;

/** The rules of DOMAIN 5 one by one. */
@PortalTest
@Transactional
class CountingRulesTest {

    static final LocalDate START = LocalDate.of(2026, 9, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 10, 12);
    static final LocalDate END = LocalDate.of(2027, 5, 31);
    static final LocalDate BEGAN_TEACHING = LocalDate.of(2025, 9, 1);

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    IndicatorReport report;

    final Facts facts = new Facts();

    Indicators on(LocalDate date) {
        return over(date, date);
    }

    Indicators over(LocalDate since, LocalDate until) {
        return report.of(facts.id, new Period(since, until));
    }

    void save() {
        facts.save(jdbc);
    }

    void theStaffIs(int teachingStaff, int youngSpecialists) {
        facts.staff(START, teachingStaff, youngSpecialists);
    }

    @Nested
    class PairsAndGroups {

        @ParameterizedTest
        @CsvSource({"2026-08-31,0", "2026-09-01,1", "2027-05-31,1", "2027-06-01,0"})
        void aPairCountsFromTheFirstDayToTheLastWithoutAnyProgramme(LocalDate date, int pairs) {
            facts.mentorship(START, END, facts.mentor(), facts.mentee(null));
            save();

            assertThat(on(date).pairs()).isEqualTo(pairs);
        }

        @ParameterizedTest
        @CsvSource({"2026-10-12,1", "2026-10-13,0"})
        void theActualEndTakesThePlaceOfThePlannedOne(LocalDate date, int pairs) {
            facts.mentorships.add(new Mentorship(Facts.nextId(), facts.mentor(), facts.order(START), START, END, TODAY, false, List.of()));
            save();

            assertThat(on(date).pairs()).isEqualTo(pairs);
        }

        @Test
        void anAnnulledMentorshipNeverCounts() {
            facts.annulledMentorship(START, END);
            save();

            assertThat(on(TODAY).mentorships()).isZero();
        }

        @Test
        void anAnnulledOrderFixesNobody() {
            Order order = Facts.added(facts.orders, new Order(Facts.nextId(), START, true));
            facts.approved(facts.mentorship(order, START, END, facts.mentor(), facts.mentee(BEGAN_TEACHING)), START);
            theStaffIs(10, 1);
            save();

            assertThat(on(TODAY).mentorships()).isZero();
            assertThat(on(TODAY).mentors().numerator()).isZero();
            assertThat(on(TODAY).youngSpecialists().numerator()).isZero();
        }

        @Test
        void twoMenteesMakeAGroupAndPairsAndGroupsAreSummed() {
            facts.mentorship(START, END, facts.mentor(), facts.mentee(null));
            facts.mentorship(START, END, facts.mentor(), facts.mentee(null));
            facts.mentorship(START, END, facts.mentor(), facts.mentee(null), facts.mentee(null));
            save();

            Indicators indicators = on(TODAY);
            assertThat(List.of(indicators.pairs(), indicators.groups(), indicators.mentorships())).containsExactly(2, 1, 3);
        }

        @ParameterizedTest
        @CsvSource({"2026-10-11,0,1", "2026-10-12,0,1", "2026-10-13,1,0"})
        void aGroupWithOneMenteeLeftIsAPair(LocalDate date, int pairs, int groups) {
            facts.mentorships.add(new Mentorship(Facts.nextId(), facts.mentor(), facts.order(START), START, END, null, false,
                    List.of(new Member(facts.mentee(null), START, null), new Member(facts.mentee(null), START, TODAY))));
            save();

            assertThat(on(date).pairs()).isEqualTo(pairs);
            assertThat(on(date).groups()).isEqualTo(groups);
        }
    }

    @Nested
    class Programmes {

        private Mentorship mentorship() {
            return facts.mentorship(START, END, facts.mentor(), facts.mentee(BEGAN_TEACHING));
        }

        @ParameterizedTest
        @CsvSource({"2026-10-11,0", "2026-10-12,1", "2027-05-31,1", "2027-06-01,0"})
        void aProgrammeCountsFromItsApprovalToItsEnd(LocalDate date, int programmes) {
            facts.approved(mentorship(), TODAY);
            save();

            assertThat(on(date).approvedProgrammes()).isEqualTo(programmes);
        }

        @Test
        void aProgrammeApprovedBeforehandCountsFromItsStart() {
            facts.approved(mentorship(), START.minusDays(5));
            save();

            assertThat(on(START.minusDays(1)).approvedProgrammes()).isZero();
            assertThat(on(START).approvedProgrammes()).isOne();
        }

        @Test
        void aDraftAndAnAnnulledProgrammeDoNotCount() {
            facts.draft(mentorship());
            facts.programme(mentorship(), Status.ANNULLED, START, null, null);
            save();

            assertThat(on(TODAY).approvedProgrammes()).isZero();
        }

        @ParameterizedTest
        @CsvSource({"COMPLETED,2026-10-12,1", "COMPLETED,2026-10-13,0", "CANCELLED,2026-10-12,1", "CANCELLED,2026-10-13,0"})
        void theDayOfCompletionOrCancellationIsTheLast(Status status, LocalDate date, int programmes) {
            facts.programme(mentorship(), status, START, null, TODAY);
            save();

            assertThat(on(date).approvedProgrammes()).isEqualTo(programmes);
        }

        @ParameterizedTest
        @CsvSource({"2026-10-11", "2026-10-12", "2026-10-13"})
        void aNewEditionTakesTheOldOnesPlaceWhenApprovedSoOneCountsAtATime(LocalDate date) {
            Programme first = facts.programme(mentorship(), Status.SUPERSEDED, START, TODAY, null);
            facts.programmes.add(new Programme(Facts.nextId(), first.id(), 2, first.mentorship(), Status.APPROVED, START, END,
                    TODAY, null, null, first.mentees()));
            save();

            assertThat(on(date).approvedProgrammes()).isOne();
        }

        @Test
        void anEditionSupersededOnTheDayOfItsApprovalNeverCounts() {
            facts.programme(mentorship(), Status.SUPERSEDED, TODAY, TODAY, null);
            save();

            assertThat(over(START, END).approvedProgrammes()).isZero();
        }

        @Test
        void aProgrammeOfAnAnnulledMentorshipDoesNotCount() {
            facts.approved(facts.annulledMentorship(START, END), START);
            save();

            assertThat(on(TODAY).approvedProgrammes()).isZero();
        }
    }

    @Nested
    class YoungSpecialists {

        private Share enteredSince(LocalDate teachingSince, LocalDate date) {
            facts.approved(facts.mentorship(START, END, facts.mentor(), facts.mentee(teachingSince)), START);
            theStaffIs(10, 3);
            save();
            return on(date).youngSpecialists();
        }

        @Test
        void aMenteeOnTheThirdAnniversaryIsStillYoung() {
            assertThat(enteredSince(TODAY.minusYears(3), TODAY)).isEqualTo(Share.of(1, 3));
        }

        @Test
        void theDayAfterTheThirdAnniversaryAMenteeIsNotYoungAnyMore() {
            assertThat(enteredSince(TODAY.minusYears(3), TODAY.plusDays(1))).isEqualTo(Share.of(0, 3));
        }

        @ParameterizedTest
        @CsvSource({"2027-02-28,1", "2027-03-01,0"})
        void whoBeganOn29FebruaryHasTheAnniversaryOn28February(LocalDate date, long young) {
            assertThat(enteredSince(LocalDate.of(2024, 2, 29), date)).isEqualTo(Share.of(young, 3));
        }

        @Test
        void theFirstDayOfTeachingIsTheFirstDayOfAYoungSpecialist() {
            assertThat(enteredSince(TODAY, TODAY)).isEqualTo(Share.of(1, 3));
            assertThat(on(TODAY.minusDays(1)).youngSpecialists()).isEqualTo(Share.of(0, 3));
        }

        @Test
        void withoutADateOfTeachingNobodyIsCounted() {
            assertThat(enteredSince(null, TODAY)).isEqualTo(Share.of(0, 3));
        }

        @Test
        void oneWhoWorksElsewhereIsNotCounted() {
            Person student = Facts.added(facts.people, new Person(Facts.nextId(), false, null, BEGAN_TEACHING, null, false, true));
            facts.approved(facts.mentorship(START, END, facts.mentor(), student), START);
            theStaffIs(10, 3);
            save();

            assertThat(on(TODAY).youngSpecialists()).isEqualTo(Share.of(0, 3));
        }

        @Test
        void oneWhoHasLeftTheOrganisationIsNotOfItsStaffEvenIfTheMentorshipGoesOn() {
            Person left = Facts.added(facts.people, new Person(Facts.nextId(), true, null, BEGAN_TEACHING, TODAY, false, true));
            facts.approved(facts.mentorship(START, END, facts.mentor(), left), START);
            theStaffIs(10, 3);
            save();

            assertThat(on(TODAY).youngSpecialists()).isEqualTo(Share.of(1, 3));
            assertThat(on(TODAY.plusDays(1)).youngSpecialists()).isEqualTo(Share.of(0, 3));
        }

        @Test
        void anOrderWithoutAProgrammeIsNotEnough() {
            Person mentor = facts.mentor();
            facts.draft(facts.mentorship(START, END, mentor, facts.mentee(BEGAN_TEACHING)));
            theStaffIs(10, 3);
            save();

            assertThat(on(TODAY).youngSpecialists()).isEqualTo(Share.of(0, 3));
            assertThat(on(TODAY).mentors()).isEqualTo(Share.of(0, 10));
        }

        @Test
        void aProgrammeOfAMentorshipThatIsOverIsNotEnough() {
            Mentorship over = facts.mentorship(START, TODAY.minusDays(1), facts.mentor(), facts.mentee(BEGAN_TEACHING));
            facts.programmes.add(programmeUntil(END, over));
            theStaffIs(10, 3);
            save();

            assertThat(on(TODAY).approvedProgrammes()).isOne();
            assertThat(on(TODAY).youngSpecialists()).isEqualTo(Share.of(0, 3));
        }

        @Test
        void theTwoConditionsMayBeMetByDifferentMentorships() {
            Person mentee = facts.mentee(BEGAN_TEACHING);
            facts.programmes.add(programmeUntil(END, facts.mentorship(START, TODAY.minusDays(1), facts.mentor(), mentee)));
            facts.mentorship(TODAY, END, facts.mentor(), mentee);
            theStaffIs(10, 3);
            save();

            assertThat(on(TODAY).youngSpecialists()).isEqualTo(Share.of(1, 3));
            assertThat(on(TODAY).mentors()).as("neither mentor meets both").isEqualTo(Share.of(0, 10));
        }

        @Test
        void aProgrammeCoversOnlyThoseItNames() {
            Mentorship group = facts.mentorship(START, END, facts.mentor(), facts.mentee(BEGAN_TEACHING), facts.mentee(BEGAN_TEACHING));
            long programme = Facts.nextId();
            facts.programmes.add(new Programme(programme, programme, 1, group, Status.APPROVED, START, END, START, null, null,
                    List.of(group.members().get(0).mentee())));
            theStaffIs(10, 3);
            save();

            assertThat(on(TODAY).youngSpecialists()).isEqualTo(Share.of(1, 3));
        }

        @Test
        void aMenteeOfTwoMentorsIsCountedOnce() {
            Person mentee = facts.mentee(BEGAN_TEACHING);
            facts.approved(facts.mentorship(START, END, facts.mentor(), mentee), START);
            facts.approved(facts.mentorship(START, END, facts.mentor(), mentee), START);
            theStaffIs(10, 3);
            save();

            assertThat(on(TODAY).youngSpecialists()).isEqualTo(Share.of(1, 3));
            assertThat(on(TODAY).mentors()).isEqualTo(Share.of(2, 10));
        }

        @ParameterizedTest
        @CsvSource({"2026-10-04,0", "2026-10-05,1", "2026-10-12,1", "2026-10-13,0"})
        void aMenteeCountsBetweenJoiningAndLeavingTheGroup(LocalDate date, long entered) {
            facts.mentorships.add(new Mentorship(Facts.nextId(), facts.mentor(), facts.order(START), START, END, null, false,
                    List.of(new Member(facts.mentee(BEGAN_TEACHING), LocalDate.of(2026, 10, 5), TODAY))));
            facts.approved(facts.mentorships.get(0), START);
            theStaffIs(10, 3);
            save();

            assertThat(on(date).youngSpecialists()).isEqualTo(Share.of(entered, 3));
        }

        private Programme programmeUntil(LocalDate end, Mentorship mentorship) {
            long programme = Facts.nextId();
            return new Programme(programme, programme, 1, mentorship, Status.APPROVED, START, end, START, null, null,
                    mentorship.members().stream().map(Member::mentee).toList());
        }
    }

    @Nested
    class MentorsAndPartners {

        @Test
        void aMentorWithSeveralMenteesAndProgrammesIsCountedOnce() {
            Person mentor = facts.mentor();
            facts.approved(facts.mentorship(START, END, mentor, facts.mentee(null)), START);
            facts.approved(facts.mentorship(START, END, mentor, facts.mentee(null), facts.mentee(null)), START);
            theStaffIs(10, 0);
            save();

            assertThat(on(TODAY).mentors()).isEqualTo(Share.of(1, 10));
        }

        @Test
        void aPartnersMentorIsNotOfTheOwnStaffButBringsThePartnerIn() {
            facts.approved(facts.mentorship(START, END, facts.mentorOf(facts.partner("Завод")), facts.mentee(null)), START);
            theStaffIs(10, 0);
            save();

            assertThat(on(TODAY).mentors()).isEqualTo(Share.of(0, 10));
            assertThat(on(TODAY).partnerOrganisations()).isOne();
        }

        @Test
        void aPartnerIsCountedOnceHoweverManyMentorsItSends() {
            Partner factory = facts.partner("Завод");
            facts.approved(facts.mentorship(START, END, facts.mentorOf(factory), facts.mentee(null)), START);
            facts.approved(facts.mentorship(START, END, facts.mentorOf(factory), facts.mentee(null)), START);
            save();

            assertThat(on(TODAY).partnerOrganisations()).isOne();
        }

        @Test
        void aPartnerWhoseMentorHasNoApprovedProgrammeIsNotCounted() {
            facts.draft(facts.mentorship(START, END, facts.mentorOf(facts.partner("Завод")), facts.mentee(null)));
            save();

            assertThat(on(TODAY).partnerOrganisations()).isZero();
        }

        @Test
        void aMentorOfAnotherSchoolIsNeitherOwnStaffNorAPartner() {
            Person visitor = Facts.added(facts.people, new Person(Facts.nextId(), false, null, null, null, true, false));
            facts.approved(facts.mentorship(START, END, visitor, facts.mentee(null)), START);
            theStaffIs(10, 0);
            save();

            assertThat(on(TODAY).mentors()).isEqualTo(Share.of(0, 10));
            assertThat(on(TODAY).partnerOrganisations()).isZero();
        }
    }

    @Nested
    class StaffCounts {

        @Test
        void withoutAStaffCountThereIsNoShare() {
            save();

            assertThat(on(TODAY).youngSpecialists().reason()).isEqualTo(Share.Reason.NO_STAFF_COUNT);
            assertThat(on(TODAY).mentors().reason()).isEqualTo(Share.Reason.NO_STAFF_COUNT);
            assertThat(on(TODAY).countedOn()).isNull();
        }

        @ParameterizedTest
        @CsvSource({"2026-10-11,40", "2026-10-12,41", "2026-10-13,41"})
        void theNewestCountOnOrBeforeTheDateIsUsed(LocalDate date, long staff) {
            facts.staff(START, 40, 0);
            facts.staff(TODAY, 41, 0);
            facts.staff(TODAY.plusDays(10), 42, 0);
            facts.staffCounts.add(new StaffCount(TODAY, 99, 9, true));
            save();

            assertThat(on(date).mentors().denominator()).isEqualTo(staff);
        }

        @Test
        void aCountIsOldAfterTwelveMonths() {
            facts.staff(TODAY, 40, 0);
            save();

            assertThat(on(TODAY.plusYears(1)).staffCountIsOld()).isFalse();
            assertThat(on(TODAY.plusYears(1).plusDays(1)).staffCountIsOld()).isTrue();
        }

        @Test
        void moreEnteredThanThereAreIsAContradiction() {
            facts.approved(facts.mentorship(START, END, facts.mentor(), facts.mentee(BEGAN_TEACHING)), START);
            theStaffIs(10, 0);
            save();

            assertThat(on(TODAY).contradicts()).isTrue();
            assertThat(on(TODAY).youngSpecialists().contradicts()).isTrue();
            assertThat(on(TODAY).mentors().contradicts()).isFalse();
        }
    }

    @Nested
    class Periods {

        @Test
        void whatWasInForceOnSomeDayOfThePeriodCounts() {
            facts.approved(facts.mentorship(START, TODAY, facts.mentor(), facts.mentee(BEGAN_TEACHING)), START);
            theStaffIs(10, 1);
            save();

            assertThat(over(START.minusDays(9), START).pairs()).isOne();
            assertThat(over(TODAY, END).youngSpecialists()).isEqualTo(Share.of(1, 1));
            assertThat(over(TODAY.plusDays(1), END).mentorships()).isZero();
            assertThat(over(TODAY.plusDays(1), END).mentors()).isEqualTo(Share.of(0, 10));
        }

        @Test
        void whoseThirdAnniversaryFallsIntoThePeriodIsYoungInIt() {
            facts.approved(facts.mentorship(START, END, facts.mentor(), facts.mentee(TODAY.minusYears(3))), START);
            theStaffIs(10, 1);
            save();

            assertThat(over(TODAY, END).youngSpecialists()).isEqualTo(Share.of(1, 1));
            assertThat(over(TODAY.plusDays(1), END).youngSpecialists()).isEqualTo(Share.of(0, 1));
        }

        @Test
        void theStaffCountOfAPeriodIsTheNewestAtItsEnd() {
            facts.staff(START, 40, 0);
            facts.staff(TODAY, 41, 0);
            save();

            assertThat(over(START, END).mentors().denominator()).isEqualTo(41);
        }
    }
}
