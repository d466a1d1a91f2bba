package ru.smolensk.mentoring.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** What the database itself holds of partner organisations. */
@PortalTest
class PartnerRulesTest {

    private static final String PARTNER = "insert into partner_organisation (organisation_id, name, inn, website, annulled_on,"
            + " annulment_reason) values (?, ?, ?, ?, cast(? as date), ?)";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Town town;

    long school;

    @BeforeEach
    void aSchool() {
        school = town.school().id();
    }

    @Test
    void anInnHasTenOrTwelveDigits() {
        for (String inn : new String[] {"", "123456789", "12345678901", "123456789X", "12345678 0"}) {
            assertThat(partner("Завод " + inn, inn, null)).as(inn).isEqualTo("partner_organisation_inn_form");
        }
        assertThat(partner("Завод", "6730000004", null)).isEqualTo("nothing");
    }

    @Test
    void aWebsiteIsAnAddressOfTheWeb() {
        for (String site : new String[] {"javascript:alert(1)", "zavod.example", "https:// zavod.example"}) {
            assertThat(partner("Завод", null, site)).as(site).isEqualTo("partner_organisation_website_https");
        }
    }

    @Test
    void aNameAndAnInnStandOnceInAList() {
        assertThat(partner("Завод «Берёзка»", "6730000004", null)).isEqualTo("nothing");
        assertThat(partner("ЗАВОД «БЕРЕЗКА»", null, null)).isEqualTo("partner_organisation_name_unique");
        assertThat(partner("Другой завод", "6730000004", null)).isEqualTo("partner_organisation_inn_unique");

        school = town.school().id();
        assertThat(partner("Завод «Берёзка»", "6730000004", null)).as("another school's list").isEqualTo("nothing");
    }

    @Test
    void anAnnulledPartnerFreesItsNameAndInn() {
        assertThat(constraintAgainst(jdbc, PARTNER, school, "Завод", "6730000004", null, "2024-09-01", "дважды")).isEqualTo("nothing");
        assertThat(partner("Завод", "6730000004", null)).isEqualTo("nothing");
    }

    @Test
    void nothingIsAnnulledWithoutAReason() {
        assertThat(constraintAgainst(jdbc, PARTNER, school, "Завод", null, null, "2024-09-01", null))
                .isEqualTo("partner_organisation_annulled_with_reason");
        assertThat(constraintAgainst(jdbc, PARTNER, school, "Завод", null, null, null, "просто так"))
                .isEqualTo("partner_organisation_annulled_with_reason");
    }

    @Test
    void aPartnerBelongsToAnOrganisationThatExists() {
        assertThat(constraintAgainst(jdbc, PARTNER, -1, "Завод", null, null, null, null)).isEqualTo("partner_organisation_organisation_fk");
    }

    private String partner(String name, String inn, String site) {
        return constraintAgainst(jdbc, PARTNER, school, name, inn, site, null, null);
    }
}
