package ru.smolensk.mentoring.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** How each duty of the order stands for what is in the data (O4.1–4.10). */
@PortalTest
class DutyRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 10);
    private static final LocalDate LAST_YEAR = LocalDate.of(2025, 10, 1);

    @Autowired
    Duties duties;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    Traces school;

    @BeforeEach
    void aSchoolWithoutAnything() {
        school = new Traces(jdbc, town.school().id(), town.methodologist().accountId());
    }

    private DutyStanding standing(Duty duty) {
        return standing(duty, TODAY);
    }

    private DutyStanding standing(Duty duty, LocalDate day) {
        return duties.of(school.organisation(), day).get(duty.ordinal());
    }

    private void is(Duty duty, DutyState state, LocalDate handedOn, String sentence) {
        DutyStanding standing = standing(duty);
        assertThat(standing.duty()).isEqualTo(duty);
        assertThat(standing.state()).as(standing.sentence()).isEqualTo(state);
        assertThat(standing.handedOn()).isEqualTo(handedOn);
        assertThat(standing.sentence()).isEqualTo(sentence);
    }

    @Test
    void whoHasDoneNothingOwesEverything() {
        assertThat(duties.of(school.organisation(), TODAY)).extracting(DutyStanding::duty).containsExactly(Duty.values());
        assertThat(duties.of(school.organisation(), TODAY)).allSatisfy(standing -> {
            assertThat(standing.state()).isEqualTo(DutyState.NOT_STARTED);
            assertThat(standing.owed()).isTrue();
            assertThat(standing.punctuality()).isNull();
            assertThat(standing.mark()).isEqualTo(Mark.NOT_STARTED);
            assertThat(standing.sentence()).doesNotContain("{");
            assertThat(standing.address()).startsWith("/workspace/").doesNotContain("{");
        });
    }

    @Nested
    class Curator {

        @Test
        void isThereFromTheFirstDayOfTheAppointment() {
            school.appointed(SEPTEMBER, null);
            is(Duty.CURATOR, DutyState.DONE, SEPTEMBER, "Вера Лунина, с 10.09.2026");
            assertThat(standing(Duty.CURATOR, SEPTEMBER.minusDays(1)).state()).isEqualTo(DutyState.IN_WORK);
        }

        @Test
        void whoComesRightAfterAnotherContinues() {
            school.appointed(LAST_YEAR, SEPTEMBER).appointed(SEPTEMBER.plusDays(1), null);
            assertThat(standing(Duty.CURATOR).handedOn()).isEqualTo(LAST_YEAR);
        }

        @Test
        void aDayWithoutACuratorBreaksTheSpan() {
            school.appointed(LAST_YEAR, SEPTEMBER).appointed(SEPTEMBER.plusDays(2), null);
            assertThat(standing(Duty.CURATOR).handedOn()).isEqualTo(SEPTEMBER.plusDays(2));
        }

        @Test
        void whoseAppointmentIsOverIsNoCurator() {
            school.appointed(LAST_YEAR, TODAY.minusDays(1));
            is(Duty.CURATOR, DutyState.NOT_STARTED, null, "последнее назначение завершилось 19.10.2026, нового куратора нет");
        }

        @Test
        void onTheLastDayTheCuratorIsStillThere() {
            school.appointed(LAST_YEAR, TODAY);
            assertThat(standing(Duty.CURATOR).done()).isTrue();
        }

        @Test
        void whoBeginsLaterIsOnTheWay() {
            school.appointed(TODAY.plusDays(3), null);
            is(Duty.CURATOR, DutyState.IN_WORK, null, "куратор назначен с 23.10.2026");
        }

        @Test
        void aBlockedAccountOrAnAnnulledAppointmentIsNobody() {
            school.appointed(LAST_YEAR, null);
            jdbc.sql("update account set blocked = true where id in (select account_id from curator_appointment where organisation_id = ?)")
                    .param(school.organisation()).update();
            is(Duty.CURATOR, DutyState.NOT_STARTED, null, "куратора ещё не назначали");
            school.appointed(LAST_YEAR, null);
            jdbc.sql("update curator_appointment set annulled_on = current_date, annulment_reason = 'ошибка' where organisation_id = ?")
                    .param(school.organisation()).update();
            assertThat(standing(Duty.CURATOR).done()).isFalse();
        }
    }

    @Nested
    class RegulationAndProgramme {

        private static final Duty[] BOTH = {Duty.REGULATION, Duty.ORGANISATION_PROGRAMME};

        @Test
        void aDocumentThatNobodyHasReadIsInWork() {
            for (Duty duty : BOTH) {
                school.act(duty.name(), SEPTEMBER);
                is(duty, DutyState.IN_WORK, null, "документ от 10.09.2026 приложен, но экспертизу не проходил");
            }
        }

        @Test
        void theEditionTellsHowFarItIs() {
            for (Duty duty : BOTH) {
                long edition = school.draft(duty.name(), null, 1);
                is(duty, DutyState.IN_WORK, null, "черновик ещё не отправлен методическому отделу");
                school.submit(edition, SEPTEMBER);
                is(duty, DutyState.WAITING, SEPTEMBER, "на рассмотрении методического отдела с 10.09.2026");
                school.decide(edition, "WITHDRAWN", SEPTEMBER.plusDays(1));
                is(duty, DutyState.IN_WORK, null, "отозвано 11.09.2026, чтобы доработать");
                school.submit(edition, SEPTEMBER.plusDays(2)).decide(edition, "RETURNED", SEPTEMBER.plusDays(4));
                is(duty, DutyState.RETURNED, null, "методический отдел вернул 14.09.2026 с замечаниями");
                assertThat(standing(duty).editionId()).isEqualTo(edition);
                assertThat(standing(duty).address()).isEqualTo("/workspace/reviews/" + edition);
                school.submit(edition, SEPTEMBER.plusDays(6)).decide(edition, "APPROVED", SEPTEMBER.plusDays(20));
                // Handed in on the day of the submission that was approved.
                is(duty, DutyState.DONE, SEPTEMBER.plusDays(6), "одобрено методическим отделом 30.09.2026");
            }
        }

        @Test
        void aNewEditionDoesNotUndoTheApprovedOne() {
            long first = school.draft("REGULATION", null, 1);
            school.submit(first, LAST_YEAR).decide(first, "APPROVED", LAST_YEAR.plusDays(5));
            long second = school.draft("REGULATION", null, 2);
            school.submit(second, SEPTEMBER);
            is(Duty.REGULATION, DutyState.DONE, LAST_YEAR, "одобрено методическим отделом 06.10.2025");
            school.decide(second, "APPROVED", SEPTEMBER.plusDays(1));
            is(Duty.REGULATION, DutyState.DONE, LAST_YEAR, "одобрено методическим отделом 11.09.2026");
        }

        @Test
        void whatWasTakenOutOfForceHasToBeDoneAgain() {
            long first = school.draft("REGULATION", null, 1);
            school.submit(first, LAST_YEAR).decide(first, "APPROVED", LAST_YEAR.plusDays(5));
            jdbc.sql("update review_edition set state = 'SUPERSEDED', superseded_on = ? where id = ?").params(SEPTEMBER, first).update();
            is(Duty.REGULATION, DutyState.NOT_STARTED, null, "документа ещё нет");
            long second = school.draft("REGULATION", null, 2);
            school.submit(second, SEPTEMBER.plusDays(5)).decide(second, "APPROVED", SEPTEMBER.plusDays(6));
            assertThat(standing(Duty.REGULATION).handedOn()).isEqualTo(SEPTEMBER.plusDays(5));
        }

        @Test
        void anAnnulledDocumentOrOneOfTheFutureIsNotThere() {
            school.act("REGULATION", TODAY.plusDays(1));
            long annulled = school.act("REGULATION", SEPTEMBER);
            jdbc.sql("update local_act set annulled_on = current_date, annulment_reason = 'ошибка' where id = ?").param(annulled).update();
            is(Duty.REGULATION, DutyState.NOT_STARTED, null, "документа ещё нет");
            assertThat(standing(Duty.REGULATION).address()).isEqualTo("/workspace/documents/new?kind=REGULATION");
        }
    }

    @Nested
    class TheRoadmap {

        @Test
        void isDrawnUpWhenHandedInAndAgreedOnWhenApproved() {
            long edition = school.draft("ROADMAP", 2026, 1);
            is(Duty.ROADMAP, DutyState.IN_WORK, null, "черновик ещё не отправлен методическому отделу");
            is(Duty.ROADMAP_APPROVED, DutyState.NOT_STARTED, null, "дорожная карта ещё не отправлена");
            school.submit(edition, SEPTEMBER);
            is(Duty.ROADMAP, DutyState.DONE, SEPTEMBER, "отправлена на согласование 10.09.2026");
            is(Duty.ROADMAP_APPROVED, DutyState.WAITING, SEPTEMBER, "на рассмотрении методического отдела с 10.09.2026");
            school.decide(edition, "RETURNED", SEPTEMBER.plusDays(3));
            is(Duty.ROADMAP, DutyState.DONE, SEPTEMBER, "отправлена на согласование 10.09.2026");
            is(Duty.ROADMAP_APPROVED, DutyState.RETURNED, null, "методический отдел вернул 13.09.2026 с замечаниями");
            school.submit(edition, SEPTEMBER.plusDays(5)).decide(edition, "APPROVED", SEPTEMBER.plusDays(7));
            is(Duty.ROADMAP, DutyState.DONE, SEPTEMBER, "отправлена на согласование 10.09.2026");
            is(Duty.ROADMAP_APPROVED, DutyState.DONE, SEPTEMBER.plusDays(5), "одобрено методическим отделом 17.09.2026");
        }

        @Test
        void takenBackItIsInWorkAgain() {
            long edition = school.draft("ROADMAP", 2026, 1);
            school.submit(edition, SEPTEMBER).decide(edition, "WITHDRAWN", SEPTEMBER);
            is(Duty.ROADMAP, DutyState.IN_WORK, null, "отозвано 10.09.2026, чтобы доработать");
            is(Duty.ROADMAP_APPROVED, DutyState.NOT_STARTED, null, "дорожная карта ещё не отправлена");
        }

        @Test
        void isOwedEveryYear() {
            long edition = school.draft("ROADMAP", 2025, 1);
            school.submit(edition, LAST_YEAR).decide(edition, "APPROVED", LAST_YEAR);
            is(Duty.ROADMAP, DutyState.NOT_STARTED, null, "на этот учебный год ещё не начата");
            assertThat(standing(Duty.ROADMAP_APPROVED, LocalDate.of(2026, 8, 31)).done()).isTrue();
        }

        @Test
        void asADocumentAloneItIsNotAgreedOn() {
            school.act("ROADMAP", SEPTEMBER);
            is(Duty.ROADMAP, DutyState.IN_WORK, null, "приложена документом от 10.09.2026, на согласование не отправлена");
            assertThat(standing(Duty.ROADMAP_APPROVED).state()).isEqualTo(DutyState.NOT_STARTED);
        }
    }

    @Nested
    class LegalActs {

        @Test
        void areThereWhenAllThreeOrdersAre() {
            school.acts(LAST_YEAR, "IMPLEMENTATION_ORDER", "CURATOR_ORDER").acts(SEPTEMBER, "REALISATION_ORDER");
            is(Duty.LEGAL_ACTS, DutyState.DONE, SEPTEMBER, "все три приказа приложены, последний – от 10.09.2026");
        }

        @Test
        void whatIsMissingIsNamed() {
            school.acts(SEPTEMBER, "CURATOR_ORDER");
            is(Duty.LEGAL_ACTS, DutyState.IN_WORK, null,
                    "не приложено: приказ о внедрении целевой модели наставничества, приказ о внедрении и реализации целевой модели");
            assertThat(standing(Duty.LEGAL_ACTS).address()).isEqualTo("/workspace/documents/new?kind=IMPLEMENTATION_ORDER");
        }

        @Test
        void aSecondPaperOfAKindChangesNothing() {
            school.acts(LAST_YEAR, "IMPLEMENTATION_ORDER", "CURATOR_ORDER", "REALISATION_ORDER").acts(SEPTEMBER, "CURATOR_ORDER");
            assertThat(standing(Duty.LEGAL_ACTS).handedOn()).isEqualTo(LAST_YEAR);
        }
    }

    @Nested
    class Association {

        @Test
        void needsTheOrderAndAtLeastOneMentor() {
            long order = school.act("ASSOCIATION_ORDER", SEPTEMBER);
            is(Duty.ASSOCIATION, DutyState.IN_WORK, null, "приказ от 10.09.2026 приложен, само объединение не внесено");
            long association = school.association(order);
            is(Duty.ASSOCIATION, DutyState.IN_WORK, null, "в объединении нет ни одного наставника");
            school.member(association, school.mentor(LAST_YEAR, null), SEPTEMBER, TODAY);
            is(Duty.ASSOCIATION, DutyState.IN_WORK, null, "в объединении нет ни одного наставника");
            school.member(association, school.mentor(LAST_YEAR, null), SEPTEMBER, null);
            is(Duty.ASSOCIATION, DutyState.DONE, SEPTEMBER, "создано приказом от 10.09.2026, наставников – 1");
        }

        @Test
        void withoutAnOrderItIsNotCreated() {
            school.member(school.association(null), school.mentor(LAST_YEAR, null), SEPTEMBER, null);
            is(Duty.ASSOCIATION, DutyState.IN_WORK, null, "объединение внесено без приказа о создании");
        }

        @Test
        void theOrderThatWasAnnulledIsNone() {
            long order = school.act("ASSOCIATION_ORDER", SEPTEMBER);
            school.member(school.association(order), school.mentor(LAST_YEAR, null), SEPTEMBER, null);
            jdbc.sql("update local_act set annulled_on = current_date, annulment_reason = 'ошибка' where id = ?").param(order).update();
            is(Duty.ASSOCIATION, DutyState.IN_WORK, null, "объединение внесено без приказа о создании");
        }
    }

    @Nested
    class Bases {

        @Test
        void areHandedOverWhenTheCuratorHasConfirmedThemThisYear() {
            school.mentor(LAST_YEAR, null);
            is(Duty.BASES, DutyState.IN_WORK, null, "наставляемые ещё не внесены");
            school.mentee(LAST_YEAR, null);
            is(Duty.BASES, DutyState.IN_WORK, null, "базы заполнены, но данные в этом учебном году не подтверждены");
            school.confirmed(LAST_YEAR);
            is(Duty.BASES, DutyState.IN_WORK, null, "базы заполнены, но данные в этом учебном году не подтверждены");
            school.confirmed(SEPTEMBER.plusDays(9)).confirmed(SEPTEMBER);
            is(Duty.BASES, DutyState.DONE, SEPTEMBER, "данные подтверждены 10.09.2026");
        }

        @Test
        void whoHasLeftIsNotInThem() {
            school.mentor(LAST_YEAR, SEPTEMBER);
            school.mentee(LAST_YEAR, null);
            is(Duty.BASES, DutyState.IN_WORK, null, "наставники ещё не внесены");
        }

        @Test
        void emptyOnesAreNotHandedOverHoweverOftenConfirmed() {
            school.confirmed(SEPTEMBER);
            is(Duty.BASES, DutyState.NOT_STARTED, null, "наставники и наставляемые ещё не внесены");
        }
    }

    @Nested
    class TheSection {

        @Test
        void isOpenedByItsFirstEdition() {
            is(Duty.SECTION_OPENED, DutyState.NOT_STARTED, null, "в разделе пока нечего показать");
            school.act("OTHER", SEPTEMBER);
            is(Duty.SECTION_OPENED, DutyState.IN_WORK, null, "данные внесены, но раздел ещё не опубликован");
            school.published(LAST_YEAR, 1, true).published(SEPTEMBER, 1, true);
            is(Duty.SECTION_OPENED, DutyState.DONE, LAST_YEAR, "впервые опубликован 01.10.2025");
        }

        @Test
        void isFilledWhenNoRowOfTheFormIsEmpty() {
            school.published(SEPTEMBER, 1, true, Traces.ALL_PAPERS);
            is(Duty.SECTION_FILLED, DutyState.DONE, SEPTEMBER, "заполнены все строки формы, обновлён 10.09.2026");
        }

        @Test
        void theEmptyRowsAreNamed() {
            school.published(SEPTEMBER, 2, false, "IMPLEMENTATION_ORDER", "ROADMAP", "CURATOR_ORDER");
            is(Duty.SECTION_FILLED, DutyState.IN_WORK, null, "в опубликованном разделе пустые строки формы: 2, 4, 5, 7, 9, 10");
        }

        @Test
        void withoutPairsNoOrderOnAssignmentIsOwed() {
            school.published(SEPTEMBER, 0, true, "IMPLEMENTATION_ORDER", "REGULATION", "ROADMAP", "ORGANISATION_PROGRAMME", "CURATOR_ORDER",
                    "REALISATION_ORDER");
            assertThat(standing(Duty.SECTION_FILLED).done()).isTrue();
        }

        @Test
        void isFilledSinceTheFirstEditionAfterTheLastGap() {
            school.published(LAST_YEAR, 1, true, Traces.ALL_PAPERS).published(LAST_YEAR.plusDays(30), 1, true)
                    .published(SEPTEMBER, 1, true, Traces.ALL_PAPERS).published(SEPTEMBER.plusDays(3), 1, true, Traces.ALL_PAPERS);
            is(Duty.SECTION_FILLED, DutyState.DONE, SEPTEMBER, "заполнены все строки формы, обновлён 13.09.2026");
        }

        @Test
        void afterAYearWithoutAnEditionItIsNotKept() {
            school.published(TODAY.minusYears(1), 1, true, Traces.ALL_PAPERS);
            assertThat(standing(Duty.SECTION_FILLED).done()).isTrue();
            assertThat(standing(Duty.SECTION_FILLED, TODAY.plusDays(1)).state()).isEqualTo(DutyState.IN_WORK);
            assertThat(standing(Duty.SECTION_FILLED,
                    TODAY.plusDays(1)).sentence()).isEqualTo("раздел не обновлялся больше года, с 20.10.2025");
        }
    }
}
