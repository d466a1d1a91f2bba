package ru.smolensk.mentoring.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** What the database itself holds of people, their roles and consents. */
@PortalTest
class ParticipantRulesTest {

    private static final String PERSON = "insert into participant (organisation_id, last_name, first_name, patronymic, born_on, workplace,"
            + " employer_name, partner_id, teaching_since) values (?, ?, ?, ?, cast(? as date), ?, ?, ?, cast(? as date))";
    private static final String MENTOR = "insert into mentor (organisation_id, participant_id, entered_on) values (?, ?, '2024-09-01')";
    private static final String MENTEE = "insert into mentee (organisation_id, participant_id, entered_on, category)"
            + " values (?, ?, '2024-09-01', ?)";
    private static final String CONSENT = "insert into consent (organisation_id, participant_id, kind, given_on, withdrawn_on, file_id)"
            + " values (?, ?, ?, '2024-09-01', cast(? as date), ?)";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Town town;

    long school;
    long neighbour;

    @BeforeEach
    void twoSchools() {
        school = town.school().id();
        neighbour = town.school().id();
    }

    @Test
    void aPersonBelongsToAnOrganisationThatExists() {
        assertThat(constraintAgainst(jdbc, PERSON, -1, "Орлова", "Анна", null, null, "OWN_STAFF", null, null, null))
                .isEqualTo("participant_organisation_fk");
    }

    @Test
    void theWorkplaceIsOneOfThreeAndNamesWhatItNeeds() {
        assertThat(works("ABROAD", null, null)).isEqualTo("participant_workplace_known");
        assertThat(works("OTHER_EDUCATIONAL", null, null)).isEqualTo("participant_employer_named");
        assertThat(works("OWN_STAFF", "Колледж", null)).isEqualTo("participant_employer_named");
        assertThat(works("PARTNER", null, null)).isEqualTo("participant_partner_named");
        assertThat(works("OWN_STAFF", null, partner(school))).isEqualTo("participant_partner_named");
        assertThat(works("PARTNER", null, partner(school))).isEqualTo("nothing");
    }

    @Test
    void aPartnerOfAnotherOrganisationCanNotBeTheWorkplace() {
        assertThat(works("PARTNER", null, partner(neighbour))).isEqualTo("participant_partner_fk");
    }

    @Test
    void nobodyTeachesBeforeBeingBorn() {
        assertThat(constraintAgainst(jdbc, PERSON, school, "Орлова", "Анна", null, "1990-03-12", "OWN_STAFF", null, null, "1990-03-12"))
                .isEqualTo("participant_born_before_teaching");
    }

    @Test
    void aFullNamesakeIsToldApartByTheDateOfBirthAlone() {
        assertThat(named("Королёв", "Семён", null, null)).isEqualTo("nothing");
        assertThat(named("КОРОЛЕВ", "семен", null, null)).isEqualTo("participant_namesake");
        assertThat(named("Королёв", "Семён", null, "1990-03-12")).isEqualTo("nothing");
        assertThat(named("Королёв", "Семён", null, "1990-03-12")).isEqualTo("participant_namesake");
        assertThat(named("Королёв", "Семён", "Семёнович", "1990-03-12")).isEqualTo("nothing");
        assertThat(named("Королёв", "Семён", "СЕМЕНОВИЧ", "1990-03-12")).isEqualTo("participant_namesake");

        school = neighbour;
        assertThat(named("Королёв", "Семён", null, null)).as("another school's base").isEqualTo("nothing");
    }

    @Test
    void onePersonHasARoleOnce() {
        long person = person();
        assertThat(constraintAgainst(jdbc, MENTOR, school, person)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, MENTOR, school, person)).isEqualTo("mentor_pk");
        assertThat(constraintAgainst(jdbc, MENTEE, school, person, "YOUNG")).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, MENTEE, school, person, "YOUNG")).isEqualTo("mentee_pk");
    }

    @Test
    void aRoleIsOfAPersonOfTheSameOrganisation() {
        long person = person();
        assertThat(constraintAgainst(jdbc, MENTOR, neighbour, person)).isEqualTo("mentor_participant_fk");
        assertThat(constraintAgainst(jdbc, MENTEE, neighbour, person, "YOUNG")).isEqualTo("mentee_participant_fk");
    }

    @Test
    void theCategoryOfAMenteeIsOneOfFive() {
        assertThat(constraintAgainst(jdbc, MENTEE, school, person(), "GENIUS")).isEqualTo("mentee_category_known");
    }

    @Test
    void aConsentIsOfAKnownKindAndOfAPersonOfTheSameOrganisation() {
        long person = person();
        assertThat(constraintAgainst(jdbc, CONSENT, school, person, "ORAL", null, null)).isEqualTo("consent_kind_known");
        assertThat(constraintAgainst(jdbc, CONSENT, neighbour, person, "PROCESSING", null, null)).isEqualTo("consent_participant_fk");
    }

    @Test
    void aConsentsPaperIsAFileOfTheSameOrganisation() {
        long file = jdbc.sql("insert into stored_file (organisation_id, name, media_type, size, sha256, received_at)"
                + " values (?, 'согласие.png', 'image/png', 1, repeat('a', 64), now()) returning id")
                .param(neighbour).query(Long.class).single();
        assertThat(constraintAgainst(jdbc, CONSENT, school, person(), "PROCESSING", null, file)).isEqualTo("consent_file_fk");
    }

    @Test
    void aConsentIsNotWithdrawnBeforeItIsGiven() {
        assertThat(constraintAgainst(jdbc, CONSENT, school, person(), "PROCESSING", "2024-08-31", null))
                .isEqualTo("consent_withdrawn_after_given");
    }

    @Test
    void oneConsentOfAKindIsInForceAtATime() {
        long person = person();
        assertThat(constraintAgainst(jdbc, CONSENT, school, person, "PROCESSING", "2024-10-01", null)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, CONSENT, school, person, "PROCESSING", null, null)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, CONSENT, school, person, "PROCESSING", null, null)).isEqualTo("consent_one_in_force");
        assertThat(constraintAgainst(jdbc, CONSENT, school, person, "DISTRIBUTION", null, null)).isEqualTo("nothing");
    }

    private String works(String workplace, String employer, Long partner) {
        return constraintAgainst(jdbc, PERSON, school, "Орлова", "Анна " + Town.number(), null, null, workplace, employer, partner, null);
    }

    private String named(String lastName, String firstName, String patronymic, String bornOn) {
        return constraintAgainst(jdbc, PERSON, school, lastName, firstName, patronymic, bornOn, "OWN_STAFF", null, null, null);
    }

    private long person() {
        return jdbc.sql("insert into participant (organisation_id, last_name, first_name, workplace)"
                + " values (?, 'Орлова', ?, 'OWN_STAFF') returning id").params(school, "Анна " + Town.number()).query(Long.class).single();
    }

    private long partner(long organisation) {
        return jdbc.sql("insert into partner_organisation (organisation_id, name) values (?, ?) returning id")
                .params(organisation, "Завод " + Town.number()).query(Long.class).single();
    }
}
