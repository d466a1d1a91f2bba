package ru.smolensk.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.PortalTest;

/** The conventions of the schema. Exceptions stand here by name, and the lists may only shrink: one that is none any more fails too. */
@PortalTest
class SchemaTest {

    /** Tables of the portal itself or of the whole city. */
    private static final Set<String> WITHOUT_ORGANISATION = Set.of("account", "login_failure", "submission", "spring_session",
            "spring_session_attributes", "organisation", "legal_act", "municipal_section", "municipal_measure", "stored_file_piece", "flyway_schema_history",
            "invitation", "notice_mail", "campaign", "mentor_association", "association_meeting", "questionnaire",
            "questionnaire_item", "survey", "monitoring_campaign", "export", "analytical_note", "paper_template", "workbook_import_row", "saved_view");

    /** Tables that name an organisation without being a tenant's: a file, a workbook or a line of the journal may belong to the city. */
    private static final Set<String> ORGANISATION_AMONG_OTHERS = Set.of("journal_entry", "stored_file", "notice", "workbook_import");

    /** Foreign keys from a tenant's table to a table of the whole city. */
    private static final Set<String> KEYS_OUT_OF_THE_TENANT = Set.of("curator_appointment_account_fk", "section_edition_published_by_fk",
            "review_edition_approved_by_fk", "review_edition_claimed_by_fk", "review_remark_answered_by_fk", "review_remark_written_by_fk",
            "review_submission_decided_by_fk", "review_submission_submitted_by_fk", "campaign_organisation_campaign_fk",
            "data_confirmation_confirmed_by_fk", "association_member_association_fk", "association_member_owner_fk",
            "survey_organisation_survey_fk", "monitoring_campaign_organisation_campaign_fk");

    /**
     * Constraints that no form of the portal can break, because a form, an aggregate or a service refuses first: only who goes round the
     * application meets them.
     */
    private static final Set<String> ONLY_BY_GOING_ROUND = Set.of(
            // A value that no form can send.
            "paper_template_kind_known", "paper_template_origin_known", "paper_template_number_positive", "paper_template_content_of_origin",
            "paper_template_restored_of_earlier", "paper_template_size_allowed", "signed_paper_kind_known", "signed_paper_of_its_kind",
            "signed_paper_annulled_with_reason",
            "analytical_note_year_plausible", "export_done_of_total", "workbook_import_state_known", "workbook_import_refused_with_reason", "workbook_import_done_of_total",
            "workbook_import_content_until_written", "workbook_import_row_state_known", "workbook_import_row_wrong_with_finding", "export_failed_or_written",
            "account_role_known", "notice_address_of_the_portal", "notice_kind_known", "notice_mail_state_known", "assignment_order_disclosure_known", "consent_kind_known", "legal_act_level_known", "local_act_disclosure_known",
            "local_act_kind_known", "mentee_category_known", "mentorship_form_known", "mentorship_kinds_known", "mentorship_model_known",
            "organisation_kind_known", "participant_workplace_known", "programme_status_known",
            "municipal_measure_state_known", "roadmap_line_kind_known", "roadmap_line_outcome_known",
            "review_edition_state_known", "review_edition_subject_known", "review_remark_answer_known", "review_submission_outcome_known",
            "questionnaire_audience_known", "questionnaire_wave_known", "questionnaire_method_known", "questionnaire_item_kind_known",
            "survey_wave_known", "survey_scope_known", "survey_kind_known", "survey_year_plausible", "survey_invitation_audience_known",
            "survey_response_audience_known", "survey_tally_audience_known", "survey_invitation_token_form",
            "campaign_duty_known", "campaign_kind_known", "campaign_scope_known",
            // The form of a text, checked at its field.
            "account_email_form", "account_login_form", "organisation_slug_form", "organisation_website_https", "partner_organisation_inn_form",
            "partner_organisation_website_https",
            // An annulment always carries its reason.
            "assignment_order_annulled_with_reason", "curator_appointment_annulled_with_reason", "legal_act_annulled_with_reason",
            "local_act_annulled_with_reason", "mentorship_annulled_with_reason", "partner_organisation_annulled_with_reason",
            "programme_annulled_with_reason", "staff_count_annulled_with_reason",
            "association_meeting_annulled_with_reason", "campaign_annulled_with_reason", "survey_annulled_with_reason",
            "survey_tally_annulled_with_reason",
            // What an aggregate keeps together by itself, under its version.
            "questionnaire_wave_of_audience", "questionnaire_number_positive", "questionnaire_method_of_wave", "questionnaire_method_whole",
            "questionnaire_threshold_on_scale", "questionnaire_item_position_positive", "questionnaire_item_scale",
            "questionnaire_item_options", "survey_kind_of_scope", "survey_closed_early_within", "survey_period",
            "survey_ends_within_year", "survey_last_day_moved_in_time",
            "survey_invitation_used_or_cancelled", "survey_draft_step_positive", "survey_tally_asked", "survey_tally_answered",
            "survey_tally_satisfied",
            "assignment_order_redacted_copy", "consent_withdrawn_after_given", "curator_appointment_not_before_order",
            "curator_appointment_period", "local_act_partner_of_document", "local_act_redacted_copy",
            "mentorship_ended_with_reason", "mentorship_ended_within", "mentorship_last_day_follows", "mentorship_mentee_left_with_reason",
            "mentorship_mentee_not_self", "mentorship_mentee_order_dated", "mentorship_mentee_within",
            "mentorship_model_of_teachers", "mentorship_noticed_before_end",
            "municipal_measure_done_with_date", "roadmap_line_heading_is_words",
            "roadmap_line_position_positive", "roadmap_line_done_with_date", "roadmap_line_mark_of_outcome", "roadmap_line_one_evidence",
            "roadmap_line_one_at_a_place", "roadmap_line_key_unique", "roadmap_one_of_edition", "municipal_measure_file_or_link",
            "participant_employer_named", "participant_partner_named", "programme_activity_position_positive",
            "programme_activity_position_unique", "programme_approved_with_act", "programme_cancelled_with_reason",
            "programme_closed_after_approval", "programme_first_edition", "programme_period", "programme_status_and_annulment",
            "programme_status_and_approval", "programme_status_and_closing", "programme_status_and_superseding",
            "programme_superseded_after_approval", "section_edition_not_of_the_future",
            "local_act_edition_of_reviewed_kind", "review_edition_approved_by_somebody", "review_edition_claimed_by_somebody",
            "review_edition_claimed_in_review", "review_edition_number_positive", "review_edition_state_and_approval",
            "review_edition_state_and_superseding", "review_edition_superseded_after_approval", "review_edition_year_of_roadmap",
            "review_edition_year_plausible", "review_remark_answered_by_somebody", "review_remark_declined_with_words",
            "review_remark_item_named", "review_remark_words_of_answer", "review_submission_decided_after_submitting",
            "review_submission_decided_by_somebody", "review_submission_number_positive", "review_submission_words_of_decision",
            "campaign_due_within_year", "campaign_kind_of_scope", "data_confirmation_within_year", "association_member_left_after_joining",
            "mentor_association_order_dated", "mentor_association_order_of_owner",
            "monitoring_campaign_scope_known", "monitoring_campaign_kind_known", "monitoring_campaign_kind_of_scope",
            "monitoring_campaign_period", "monitoring_campaign_within_year", "monitoring_campaign_due_in_time",
            "monitoring_campaign_annulled_with_reason", "monitoring_report_one_of_edition", "monitoring_report_period",
            "monitoring_report_within_year", "monitoring_report_dated_within", "monitoring_report_figures_of_a_day",
            "monitoring_report_figures_named", "monitoring_report_future_mentors_plausible", "monitoring_report_future_mentees_plausible",
            "monitoring_course_exams_percent", "monitoring_course_achievement_known", "monitoring_course_olympiads_known",
            "monitoring_effect_known", "monitoring_effect_assessment_known", "monitoring_risk_known", "monitoring_risk_likelihood_known",
            "monitoring_risk_impact_known", "monitoring_risk_measure_when_high", "monitoring_attachment_ten_at_most",
            "register_entry_excluded_with_reason", "register_entry_excluded_after_included", "saved_view_register_known",
            // Targets of foreign keys: they hold whatever the primary key holds.
            "assignment_order_dated", "mentorship_span", "programme_of_mentorship", "stored_file_tenant", "mentor_association_of_owner",
            "mentor_association_whether_of_city", "questionnaire_of_line",
            // What only the portal itself writes.
            "survey_invitation_once", "survey_invitation_token_unique", "questionnaire_item_position_unique",
            "invitation_lasts", "invitation_one_open", "invitation_token_unique", "invitation_used_in_time", "notice_mail_attempts_counted",
            "notice_mail_failed_for_a_reason", "notice_mail_settled", "notice_read_after", "notice_told_once", "journal_entry_changes_listed", "login_failure_counted", "stored_file_piece_size", "stored_file_sha256_form",
            "stored_file_size_allowed", "stored_file_type_allowed");

    private static final String TENANT_TABLES = """
            select c.oid, c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
             where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
            """;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableBelongsToATenantOrIsNamedHere() {
        assertThat(names("""
                select relname from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace
                   and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped)
                """)).isEqualTo(new TreeSet<>(WITHOUT_ORGANISATION));
    }

    /** It keeps the rows of a tenant together and lets the same schema be distributed by organisation. */
    @Test
    void theTableOfATenantBeginsWithTheOrganisationAndSoDoItsKeys() {
        assertThat(names("""
                with tenant as (%s)
                select t.relname from tenant t join pg_attribute a on a.attrelid = t.oid and a.attname = 'organisation_id'
                 where a.attnum <> 1 or not a.attnotnull
                """.formatted(TENANT_TABLES))).isEqualTo(new TreeSet<>(ORGANISATION_AMONG_OTHERS));
        assertThat(names("""
                with tenant as (%s)
                select i.indexrelid::regclass::text from tenant t
                  join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
                  join pg_attribute a on a.attrelid = t.oid and a.attname = 'organisation_id'
                 where i.indkey[0] <> a.attnum and t.relname <> all (:others)
                """.formatted(TENANT_TABLES))).isEmpty();
    }

    /** So nothing of one organisation can ever point to something of another. */
    @Test
    void aForeignKeyBetweenTablesOfTenantsCarriesTheOrganisation() {
        assertThat(names("""
                with tenant as (%s)
                select k.conname from pg_constraint k join tenant t on t.oid = k.conrelid
                  join pg_attribute a on a.attrelid = t.oid and a.attname = 'organisation_id'
                 where k.contype = 'f' and t.relname <> all (:others) and not (k.conkey @> array[a.attnum])
                """.formatted(TENANT_TABLES))).isEqualTo(new TreeSet<>(KEYS_OUT_OF_THE_TENANT));
        assertThat(names("""
                with tenant as (%s)
                select k.conname from pg_constraint k join tenant t on t.oid = k.conrelid join tenant target on target.oid = k.confrelid
                  join pg_attribute a on a.attrelid = target.oid and a.attname = 'organisation_id'
                 where k.contype = 'f' and not (k.confkey @> array[a.attnum])
                """.formatted(TENANT_TABLES))).isEmpty();
    }

    @Test
    void everyTenantsTableLeadsToItsOrganisation() {
        assertThat(names("""
                with recursive tenant as (%s), led (oid) as (
                  select k.conrelid from pg_constraint k where k.contype = 'f' and k.confrelid = 'organisation'::regclass
                  union select k.conrelid from pg_constraint k join led on led.oid = k.confrelid where k.contype = 'f')
                select relname from tenant where oid not in (select oid from led) and relname <> 'journal_entry'
                """.formatted(TENANT_TABLES))).isEmpty();
    }

    @Test
    void everyConstraintIsNamedAfterItsTable() {
        assertThat(names("""
                select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
                 where c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history' and k.contype in ('p', 'u', 'f', 'c', 'x')
                   and not starts_with(k.conname, c.relname || '_')
                """)).isEmpty();
    }

    @Test
    void whatHappenedIsAMomentAndWhatAPaperSaysIsADay() {
        assertThat(names("""
                select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and c.relname <> 'flyway_schema_history'
                   and (a.atttypid = 'timestamp'::regtype
                        or a.attname like '%\\_at' and a.atttypid <> 'timestamptz'::regtype
                        or a.attname like '%\\_on' and a.atttypid <> 'date'::regtype)
                """)).isEmpty();
    }

    /** A list of a person's or a thing's rows never reads the whole table. */
    @Test
    void everyForeignKeyHasAnIndexThatBeginsAsItDoesOrIsATenants() {
        assertThat(names("""
                select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
                 where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
                   and not exists (select from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1])
                """)).isSubsetOf("curator_appointment_account_fk", "section_edition_published_by_fk", "stored_file_received_by_fk",
                "legal_act_file_fk", "review_edition_approved_by_fk", "review_edition_claimed_by_fk", "review_remark_answered_by_fk",
                "review_remark_written_by_fk", "review_submission_decided_by_fk", "review_submission_submitted_by_fk", "data_confirmation_confirmed_by_fk");
    }

    /** Otherwise whoever meets the constraint gets an incident instead of a sentence. */
    @Test
    void whatPeopleCanMeetHasItsSentence() throws IOException {
        Properties sentences = PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource("constraints.properties"), "UTF-8"));
        Set<String> refusing = names("""
                select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
                 where c.relnamespace = 'public'::regnamespace and k.contype in ('u', 'c', 'x') and c.relname <> 'flyway_schema_history'
                union
                select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
                 where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary and c.relname !~ '^(spring|flyway)_'
                   and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
                """);
        Set<String> known = new TreeSet<>(sentences.stringPropertyNames());
        known.addAll(ONLY_BY_GOING_ROUND);

        assertThat(refusing.stream().filter(name -> !known.contains(name))).as("neither in constraints.properties nor in ONLY_BY_GOING_ROUND")
                .isEmpty();
        assertThat(ONLY_BY_GOING_ROUND.stream().filter(name -> !refusing.contains(name) || sentences.containsKey(name)))
                .as("no constraint any more, or has a sentence now").isEmpty();
        assertThat(sentences.stringPropertyNames().stream().filter(name -> !refusing.contains(name) && !primaryKeys().contains(name)))
                .as("sentences of constraints that are not there").isEmpty();
        assertThat(sentences.values()).allSatisfy(sentence -> assertThat((String) sentence).matches("([a-z][A-Za-z]*)?\\|[А-ЯЁ].+"));
    }

    private Set<String> primaryKeys() {
        return names("select conname from pg_constraint where contype = 'p'");
    }

    private Set<String> names(String sql) {
        var statement = jdbc.sql(sql);
        if (sql.contains(":others")) {
            statement = statement.param("others", ORGANISATION_AMONG_OTHERS.toArray(String[]::new));
        }
        List<String> names = statement.query(String.class).list();
        return new TreeSet<>(names);
    }
}
