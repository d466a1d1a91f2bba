package ru.smolensk.mentoring.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.PortalClock;

/** The database and the clock of a {@link DemoCityTest}. */
@TestConfiguration(proxyBeanMethods = false)
public class DemoCityStart {

    /** When the portal of the demo city starts. */
    public static final Instant MORNING = OffsetDateTime.parse("2026-11-22T10:00:00+03:00").toInstant();

    private static final String DATABASE = "demo_city";

    @Bean
    @Primary
    PortalClock clockOfTheDemoCity() {
        return new PortalClock(Clock.offset(Clock.system(PortalClock.ZONE), Duration.between(Instant.now(), MORNING)));
    }

    @Bean
    LoadedCity loadedCity(JdbcClient jdbc) {
        return new LoadedCity(jdbc);
    }

    /** Takes away everything that an organisation has entered; what it is and who its curators are stays. */
    public static void empty(String slug) {
        TestDatabase.asSuperuser(DATABASE, """
                do $$
                declare
                    place text;
                begin
                    -- Rows go in any order and past the triggers that keep the journal whole.
                    set local session_replication_role = replica;
                    for place in select c.table_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.column_name = 'organisation_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                            and c.table_name <> 'curator_appointment'
                    loop
                        execute format('delete from %%I where organisation_id = (select id from organisation where slug = %%L)',
                            place, '%s');
                    end loop;
                end $$
                """.formatted(slug));
    }

    /** Takes back this year's roadmap, monitoring report and own surveys of an organisation, and what was published since the portal's start. */
    public static void forgetWhatHappenedTo(String slug) {
        TestDatabase.asSuperuser(DATABASE, """
                do $$
                declare
                    place bigint := (select id from organisation where slug = '%1$s');
                    editions bigint[] := array(select edition_id from roadmap where organisation_id = place and academic_year = 2026
                        union select edition_id from monitoring_report where organisation_id = place and academic_year = 2026);
                    reports bigint[] := array(select id from monitoring_report where organisation_id = place and academic_year = 2026);
                    surveys bigint[] := array(select s.id from survey s join survey_organisation o on o.survey_id = s.id
                        where o.organisation_id = place and s.scope = 'LISTED' and s.opens_on >= date '%2$s');
                begin
                    set local session_replication_role = replica;
                    delete from survey_draft where organisation_id = place;
                    delete from survey_response where survey_id = any (surveys);
                    delete from survey_tally where survey_id = any (surveys);
                    delete from survey_invitation where survey_id = any (surveys);
                    delete from survey_organisation where survey_id = any (surveys);
                    delete from survey where id = any (surveys);
                    delete from monitoring_course where organisation_id = place and report_id = any (reports);
                    delete from monitoring_effect where organisation_id = place and report_id = any (reports);
                    delete from monitoring_risk where organisation_id = place and report_id = any (reports);
                    delete from monitoring_attachment where organisation_id = place and report_id = any (reports);
                    delete from monitoring_report where organisation_id = place and id = any (reports);
                    delete from roadmap_line where organisation_id = place
                        and roadmap_id in (select id from roadmap where organisation_id = place and edition_id = any (editions));
                    delete from roadmap where organisation_id = place and edition_id = any (editions);
                    delete from review_remark where organisation_id = place
                        and submission_id in (select id from review_submission where organisation_id = place and edition_id = any (editions));
                    delete from review_submission where organisation_id = place and edition_id = any (editions);
                    delete from review_edition where organisation_id = place and id = any (editions);
                    delete from section_edition_file where organisation_id = place
                        and edition_id in (select id from section_edition where organisation_id = place and published_at >= '%2$s');
                    delete from section_edition where organisation_id = place and published_at >= '%2$s';
                    delete from notice_mail where notice_id in (select id from notice where organisation_id = place and noticed_at >= '%2$s');
                    delete from notice where organisation_id = place and noticed_at >= '%2$s';
                    delete from journal_entry where organisation_id = place and happened_at >= '%2$s';
                end $$
                """.formatted(slug, MORNING));
    }

    static class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            start(DATABASE, context);
        }
    }

    /** A second city, beside the one that all tests share. */
    public static class OtherDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            start(DATABASE + "_again", context);
        }
    }

    private static void start(String name, ConfigurableApplicationContext context) {
        TestDatabase.migrated(name).properties().applyTo(context);
    }
}
