package ru.smolensk.mentoring.document;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Town;

/** What the database itself holds of files, local acts and legal acts. */
@PortalTest
class DocumentRulesTest {

    private static final String FILE = "insert into stored_file (organisation_id, received_by, name, media_type, size, sha256, received_at)"
            + " values (cast(? as bigint), cast(? as bigint), 'x', ?, ?, ?, now())";
    private static final String PIECE = "insert into stored_file_piece (file_id, position, content)"
            + " values (?, ?, decode(repeat('00', ?), 'hex'))";
    private static final String ACT = "insert into local_act (organisation_id, kind, dated_on, title, partner_id, file_id, link,"
            + " disclosure, public_file_id, annulled_on, annulment_reason) values (?, ?, date '2026-09-01', 'Положение', cast(? as bigint),"
            + " cast(? as bigint), ?, ?, cast(? as bigint), cast(? as date), ?)";
    private static final String LEGAL = "insert into legal_act (level, title, file_id, link, annulled_on, annulment_reason)"
            + " values (?, 'Приказ', cast(? as bigint), ?, cast(? as date), ?)";
    private static final String SUM = "a".repeat(64);
    private static final String LINK = "https://school.example/act";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Town town;

    @Autowired
    Files files;

    Tenant school;

    @BeforeEach
    void aSchool() {
        school = town.school();
    }

    @Test
    void aFileHasAnAllowedTypeAndSizeAndAWholeSum() {
        assertThat(file(null, null, "text/html", 1, SUM)).isEqualTo("stored_file_type_allowed");
        assertThat(file(null, null, "image/png", 0, SUM)).isEqualTo("stored_file_size_allowed");
        assertThat(file(null, null, "image/png", 20 * 1024 * 1024 + 1, SUM)).isEqualTo("stored_file_size_allowed");
        assertThat(file(null, null, "image/png", 1, "x".repeat(64))).isEqualTo("stored_file_sha256_form");
        assertThat(file(null, null, "image/png", 20 * 1024 * 1024, SUM)).isEqualTo("nothing");
    }

    @Test
    void aFileBelongsToAnOrganisationAndToAnAccountThatExist() {
        assertThat(file(-1L, null, "image/png", 1, SUM)).isEqualTo("stored_file_organisation_fk");
        assertThat(file(null, -1L, "image/png", 1, SUM)).isEqualTo("stored_file_received_by_fk");
    }

    @Test
    void aPieceBelongsToAFileHasItsPlaceAndIsNotTooLarge() {
        long file = aFile(school);
        assertThat(constraintAgainst(jdbc, PIECE, file, 7, 262_145)).isEqualTo("stored_file_piece_size");
        assertThat(constraintAgainst(jdbc, PIECE, file, 7, 0)).isEqualTo("stored_file_piece_size");
        assertThat(constraintAgainst(jdbc, PIECE, file, 0, 1)).isEqualTo("stored_file_piece_pk");
        assertThat(constraintAgainst(jdbc, PIECE, -1, 0, 1)).isEqualTo("stored_file_piece_file_fk");
    }

    @Test
    void aLocalActHasAFileOrALinkAndNeverBoth() {
        assertThat(act("REGULATION", null, null, null, "NO_NAMES", null)).isEqualTo("local_act_file_or_link");
        assertThat(act("REGULATION", null, aFile(school), LINK, "NO_NAMES", null)).isEqualTo("local_act_file_or_link");
        for (String link : new String[] {"http://school.example", "javascript:alert(1)", "https://", "https://a b"}) {
            assertThat(act("REGULATION", null, null, link, "NO_NAMES", null)).as(link).isEqualTo("local_act_link_https");
        }
        assertThat(act("REGULATION", null, null, LINK, "NO_NAMES", null)).isEqualTo("nothing");
    }

    @Test
    void theFilesOfALocalActAreItsOrganisations() {
        long another = aFile(town.school());
        long citys = aFile(null);
        assertThat(act("REGULATION", null, another, null, "NO_NAMES", null)).isEqualTo("local_act_file_fk");
        assertThat(act("REGULATION", null, citys, null, "NO_NAMES", null)).isEqualTo("local_act_file_fk");
        assertThat(act("REGULATION", null, aFile(school), null, "REDACTED_COPY", another)).isEqualTo("local_act_public_file_fk");
    }

    @Test
    void aRedactedCopyStandsWhereThePublicIsToSeeOneAndOnlyThere() {
        assertThat(act("REGULATION", null, aFile(school), null, "REDACTED_COPY", null)).isEqualTo("local_act_redacted_copy");
        assertThat(act("REGULATION", null, aFile(school), null, "NO_NAMES", aFile(school))).isEqualTo("local_act_redacted_copy");
        assertThat(act("REGULATION", null, aFile(school), null, "SECRET", null)).isEqualTo("local_act_disclosure_known");
    }

    @Test
    void aLocalActIsOfAKnownKindAndOnlyAPartnersDocumentNamesAPartnerOfTheOrganisation() {
        assertThat(act("LETTER", null, null, LINK, "NO_NAMES", null)).isEqualTo("local_act_kind_known");
        assertThat(act("REGULATION", aPartner(school), null, LINK, "NO_NAMES", null)).isEqualTo("local_act_partner_of_document");
        assertThat(act("PARTNER_DOCUMENT", aPartner(town.school()), null, LINK, "NO_NAMES", null)).isEqualTo("local_act_partner_fk");
        assertThat(act("PARTNER_DOCUMENT", aPartner(school), null, LINK, "NO_NAMES", null)).isEqualTo("nothing");
    }

    @Test
    void aLocalActBelongsToAnOrganisationAndIsAnnulledWithAReason() {
        assertThat(constraintAgainst(jdbc, ACT, -1, "OTHER", null, null, LINK, "NO_NAMES", null, null, null))
                .isEqualTo("local_act_organisation_fk");
        assertThat(constraintAgainst(jdbc, ACT, school.id(), "OTHER", null, null, LINK, "NO_NAMES", null, "2026-09-02", null))
                .isEqualTo("local_act_annulled_with_reason");
    }

    @Test
    void aLegalActIsOfOneOfThreeLevelsWithAFileOrALink() {
        assertThat(legal("SCHOOL", null, LINK, null, null)).isEqualTo("legal_act_level_known");
        assertThat(legal("FEDERAL", null, null, null, null)).isEqualTo("legal_act_file_or_link");
        assertThat(legal("FEDERAL", aFile(null), LINK, null, null)).isEqualTo("legal_act_file_or_link");
        assertThat(legal("FEDERAL", null, "javascript:alert(1)", null, null)).isEqualTo("legal_act_link_https");
        assertThat(legal("FEDERAL", -1L, null, null, null)).isEqualTo("legal_act_file_fk");
        assertThat(legal("FEDERAL", null, LINK, "2026-09-02", null)).isEqualTo("legal_act_annulled_with_reason");
    }

    private String file(Long organisation, Long account, String type, long size, String sum) {
        return constraintAgainst(jdbc, FILE, organisation, account, type, size, sum);
    }

    private String act(String kind, Long partner, Long file, String link, String disclosure, Long publicFile) {
        return constraintAgainst(jdbc, ACT, school.id(), kind, partner, file, link, disclosure, publicFile, null, null);
    }

    private String legal(String level, Long file, String link, String annulledOn, String reason) {
        return constraintAgainst(jdbc, LEGAL, level, file, link, annulledOn, reason);
    }

    private long aFile(Tenant tenant) {
        return files.keep(tenant, "скан.png", new ByteArrayInputStream(SampleFiles.png()));
    }

    private long aPartner(Tenant tenant) {
        return jdbc.sql("insert into partner_organisation (organisation_id, name) values (?, ?) returning id")
                .params(tenant.id(), "Партнёр " + Town.number()).query(Long.class).single();
    }
}
