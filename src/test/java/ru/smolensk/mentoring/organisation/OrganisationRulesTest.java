package ru.smolensk.mentoring.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** What the database itself holds of organisations, staff counts and appointments. */
@PortalTest
class OrganisationRulesTest {

    private static final String ORGANISATION = "insert into organisation (slug, kind, short_name, full_name, website) values (?, ?, ?, ?, ?)";
    private static final String COUNT = "insert into staff_count (organisation_id, counted_on, teaching_staff, young_specialists,"
            + " annulled_on, annulment_reason) values (?, cast(? as date), ?, ?, cast(? as date), ?)";
    private static final String APPOINTMENT = "insert into curator_appointment (organisation_id, account_id, order_number, order_dated_on,"
            + " starts_on, ends_on, annulled_on, annulment_reason) values (?, ?, '5-од', cast(? as date), cast(? as date), cast(? as date),"
            + " cast(? as date), ?)";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Town town;

    long school;
    long curator;

    @BeforeEach
    void aSchool() {
        school = town.school().id();
        curator = town.curatorOf().accountId();
    }

    @Test
    void theAddressOfAnOrganisationIsSmallLatinLettersDigitsAndHyphens() {
        for (String slug : new String[] {"СШ-1", "SH-1", "sh--1", "-sh", "sh-", "sh 1", "sh/1", ""}) {
            assertThat(organisation(slug, "GENERAL", "п" + Town.number(), null)).as(slug).isEqualTo("organisation_slug_form");
        }
    }

    @Test
    void twoOrganisationsHaveNeitherOneAddressNorOneName() {
        String slug = "sh-twice-" + Town.number();
        assertThat(organisation(slug, "GENERAL", slug, null)).isEqualTo("nothing");
        assertThat(organisation(slug, "GENERAL", "другое " + slug, null)).isEqualTo("organisation_slug_unique");
        assertThat(organisation(slug + "-b", "GENERAL", slug, null)).isEqualTo("organisation_short_name_unique");
    }

    @Test
    void theKindIsOneOfThree() {
        assertThat(organisation("kind-" + Town.number(), "UNIVERSITY", "в" + Town.number(), null)).isEqualTo("organisation_kind_known");
    }

    @Test
    void aWebsiteIsAnAddressOfTheWeb() {
        for (String site : new String[] {"javascript:alert(1)", "school.example", "https:// school.example", "ftp://school.example"}) {
            assertThat(organisation("site-" + Town.number(), "GENERAL", "с" + Town.number(), site)).as(site)
                    .isEqualTo("organisation_website_https");
        }
    }

    @Test
    void aStaffCountIsPlausible() {
        assertThat(count("2024-09-01", -1, 0)).isEqualTo("staff_count_plausible");
        assertThat(count("2024-09-01", 2001, 0)).isEqualTo("staff_count_plausible");
        assertThat(count("2024-09-01", 40, -1)).isEqualTo("staff_count_plausible");
        assertThat(count("2024-09-01", 40, 41)).isEqualTo("staff_count_young_among_all");
    }

    @Test
    void aDayHasOneStaffCountUnlessAnnulled() {
        assertThat(constraintAgainst(jdbc, COUNT, school, "2024-09-01", 40, 2, "2024-09-02", "ошибка")).isEqualTo("nothing");
        assertThat(count("2024-09-01", 41, 2)).isEqualTo("nothing");
        assertThat(count("2024-09-01", 42, 2)).isEqualTo("staff_count_one_a_day");
    }

    @Test
    void nothingIsAnnulledWithoutAReason() {
        assertThat(constraintAgainst(jdbc, COUNT, school, "2024-09-01", 40, 2, "2024-09-02", null))
                .isEqualTo("staff_count_annulled_with_reason");
        assertThat(constraintAgainst(jdbc, COUNT, school, "2024-09-01", 40, 2, null, "просто так"))
                .isEqualTo("staff_count_annulled_with_reason");
        assertThat(constraintAgainst(jdbc, APPOINTMENT, school, curator, "2024-09-01", "2024-09-01", null, "2024-09-05", null))
                .isEqualTo("curator_appointment_annulled_with_reason");
    }

    @Test
    void aStaffCountAndAnAppointmentBelongToAnOrganisationThatExists() {
        assertThat(constraintAgainst(jdbc, COUNT, -1, "2024-09-01", 40, 2, null, null)).isEqualTo("staff_count_organisation_fk");
        assertThat(constraintAgainst(jdbc, APPOINTMENT, -1, curator, "2024-09-01", "2024-09-01", null, null, null))
                .isEqualTo("curator_appointment_organisation_fk");
        assertThat(constraintAgainst(jdbc, APPOINTMENT, school, -1, "2024-09-01", "2024-09-01", null, null, null))
                .isEqualTo("curator_appointment_account_fk");
    }

    @Test
    void anAppointmentBeginsNeitherBeforeItsOrderNorAfterItsEnd() {
        assertThat(appointment("2024-09-02", "2024-09-01", null)).isEqualTo("curator_appointment_not_before_order");
        assertThat(appointment("2024-09-01", "2024-09-05", "2024-09-04")).isEqualTo("curator_appointment_period");
        assertThat(appointment("2024-09-01", "2024-09-05", "2024-09-05")).isEqualTo("nothing");
    }

    @Test
    void oneIsAppointedOnceAtATimeInAnOrganisation() {
        assertThat(appointment("2024-09-01", "2024-09-01", "2025-05-31")).isEqualTo("nothing");
        assertThat(appointment("2024-09-01", "2025-05-31", null)).isEqualTo("curator_appointment_once_at_a_time");
        assertThat(appointment("2024-09-01", "2025-06-01", null)).isEqualTo("nothing");
        assertThat(appointment("2024-09-01", "2030-01-01", "2030-12-31")).isEqualTo("curator_appointment_once_at_a_time");
    }

    private String organisation(String slug, String kind, String name, String site) {
        return constraintAgainst(jdbc, ORGANISATION, slug, kind, name, name, site);
    }

    private String count(String day, int all, int young) {
        return constraintAgainst(jdbc, COUNT, school, day, all, young, null, null);
    }

    private String appointment(String ordered, String from, String until) {
        return constraintAgainst(jdbc, APPOINTMENT, school, curator, ordered, from, until, null, null);
    }
}
