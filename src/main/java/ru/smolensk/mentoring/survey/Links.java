package ru.smolensk.mentoring.survey;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.PortalAddress;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * The personal one-time links of an organisation, for its curator: who has answered, never what. That a link was used is noted nowhere
 * else, least of all in the journal.
 */
@Service
@Transactional
public class Links {

    private static final SortColumns COLUMNS = SortColumns.of("days", "s.id desc",
            SortColumns.greatest("days", "s.opens_on"), SortColumns.least("title", "s.title collate russian"),
            SortColumns.least("state", SurveyList.STAGE),
            SortColumns.greatest("mentees", "e.answered::numeric / nullif(e.invited, 0)"),
            SortColumns.greatest("mentors", "r.answered::numeric / nullif(r.invited, 0)"));

    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalAddress address;
    private final PortalClock clock;

    Links(JdbcClient jdbc, Journal journal, PortalAddress address, PortalClock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.address = address;
        this.clock = clock;
    }

    /** A link as the curator sees it. */
    record Link(long id, Audience audience, PersonName name, String url, boolean used, LocalDate remindedOn, LocalDate cancelledOn) {

        public boolean waits() {
            return !used && cancelledOn == null;
        }

        /** For the sheet to be printed. */
        public QrCode code() {
            return QrCode.of(url);
        }
    }

    /** A survey of the organisation in its list. */
    record Row(Asking asking, Progress mentees, Progress mentors) {

        public Progress progress() {
            return mentees.and(mentors);
        }
    }

    /** The list as a file; who has answered is in no list. */
    static ListFile<Row> file(LocalDate today) {
        return SurveyList.file(Row::asking, today)
                .number("Приглашено наставляемых", "Сколько наставляемых получили ссылку или лист", row -> row.mentees().invited())
                .number("Ответили наставляемые", "Сколько наставляемых ответили", row -> row.mentees().answered())
                .number("Приглашено наставников", "Сколько наставников получили ссылку или лист", row -> row.mentors().invited())
                .number("Ответили наставники", "Сколько наставников ответили", row -> row.mentors().answered());
    }

    /** The order of the organisation's surveys that an address asks for. */
    static Sorting sorting(String typed) {
        return COLUMNS.asked(typed);
    }

    /** The organisation's surveys, the newest first unless another column is asked to sort: one statement. */
    @Transactional(readOnly = true)
    List<Row> surveys(Tenant tenant, Sorting sorting) {
        return jdbc.sql("""
                select s.*, e.invited as mentee_invited, e.answered as mentee_answered, e.paper as mentee_paper,
                       r.invited as mentor_invited, r.answered as mentor_answered, r.paper as mentor_paper
                  from survey_organisation o join survey s on s.id = o.survey_id
                 cross join lateral (%s) e cross join lateral (%s) r
                 where o.organisation_id = :organisation order by %s
                """.formatted(progress("MENTEE"), progress("MENTOR"), sorting.sql())).param("organisation", tenant.id())
                .param("today", clock.today())
                .query((row, at) -> new Row(Asking.of(row),
                        new Progress(row.getInt("mentee_invited"), row.getInt("mentee_answered"), row.getBoolean("mentee_paper")),
                        new Progress(row.getInt("mentor_invited"), row.getInt("mentor_answered"), row.getBoolean("mentor_paper")))).list();
    }

    private static String progress(String audience) {
        return """
                select coalesce(max(t.asked), count(i.id) filter (where i.cancelled_on is null)) as invited,
                       coalesce(max(t.answered), count(i.id) filter (where i.used)) as answered, max(t.id) is not null as paper
                  from (values ('%s')) a (audience)
                  left join survey_invitation i on i.organisation_id = o.organisation_id and i.survey_id = o.survey_id and i.audience = a.audience
                  left join survey_tally t on t.organisation_id = o.organisation_id and t.survey_id = o.survey_id and t.audience = a.audience
                   and t.annulled_on is null""".formatted(audience);
    }

    /** @throws NotFound if the organisation takes no part in such a survey */
    @Transactional(readOnly = true)
    Asking survey(Tenant tenant, long survey) {
        return jdbc.sql("select s.* from survey s join survey_organisation o on o.survey_id = s.id where o.organisation_id = ? and s.id = ?")
                .params(tenant.id(), survey).query((row, at) -> Asking.of(row)).optional().orElseThrow(NotFound::new);
    }

    /** The links by name; those of a survey whose day has come are there, whoever looks first. */
    List<Link> of(Tenant tenant, Asking survey) {
        if (survey.state(clock.today()) == SurveyState.OPEN && !exists(tenant, survey.id())) {
            issue(tenant, survey.id());
        }
        return jdbc.sql("""
                select i.*, p.last_name, p.first_name, p.patronymic from survey_invitation i
                  join participant p on p.organisation_id = i.organisation_id and p.id = i.participant_id
                 where i.organisation_id = ? and i.survey_id = ?
                 order by i.audience, p.last_name, p.first_name, p.patronymic, p.id
                """).params(tenant.id(), survey.id()).query((row, at) -> new Link(row.getLong("id"), Audience.valueOf(row.getString("audience")),
                        new PersonName(row.getString("last_name"), row.getString("first_name"), row.getString("patronymic")),
                        address.of("/survey/" + row.getString("token")), row.getBoolean("used"), row.getObject("reminded_on", LocalDate.class),
                        row.getObject("cancelled_on", LocalDate.class))).list();
    }

    /**
     * Links for those who have come since and have none.
     *
     * @return how many were made
     */
    long issue(Tenant tenant, long survey) {
        return jdbc.sql("select survey_invite(?, ?, ?)").params(survey, tenant.id(), clock.today()).query(Long.class).single();
    }

    /** Notes that somebody was reminded. */
    void remind(Tenant tenant, long survey, long link) {
        one(tenant, survey, link);
        int noted = jdbc.sql("""
                update survey_invitation set reminded_on = ?
                 where organisation_id = ? and survey_id = ? and id = ? and not used and cancelled_on is null
                """).params(clock.today(), tenant.id(), survey, link).update();
        Refusal.when(noted == 0, null, "Этот человек уже ответил, или его ссылка отменена");
    }

    /** Takes a link back: its owner has left, or it fell into the wrong hands. What was begun by it is forgotten. */
    void cancel(Tenant tenant, long survey, long link) {
        Invited invited = one(tenant, survey, link);
        int cancelled = jdbc.sql("""
                update survey_invitation set cancelled_on = ? where organisation_id = ? and survey_id = ? and id = ? and not used and cancelled_on is null
                """).params(clock.today(), tenant.id(), survey, link).update();
        Refusal.when(cancelled == 0, null, "По этой ссылке уже ответили, или она уже отменена");
        jdbc.sql("delete from survey_draft where organisation_id = ? and invitation_id = ?").params(tenant.id(), link).update();
        journal.note(invited, Action.CANCELLED);
    }

    /** Gives a cancelled link back under another address: the old one stays dead. */
    void renew(Tenant tenant, long survey, long link) {
        Invited invited = one(tenant, survey, link);
        int renewed = jdbc.sql("""
                update survey_invitation set cancelled_on = null,
                       token = translate(encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_')
                 where organisation_id = ? and survey_id = ? and id = ? and cancelled_on is not null
                """).params(tenant.id(), survey, link).update();
        Refusal.when(renewed == 0, null, "Эта ссылка не отменена");
        journal.note(invited, Action.LINK_ISSUED);
    }

    private boolean exists(Tenant tenant, long survey) {
        return jdbc.sql("select exists (select from survey_invitation where organisation_id = ? and survey_id = ?)").params(tenant.id(), survey)
                .query(Boolean.class).single();
    }

    private Invited one(Tenant tenant, long survey, long link) {
        return jdbc.sql("""
                select i.id, i.audience, p.last_name, p.first_name, p.patronymic, s.title from survey_invitation i
                  join participant p on p.organisation_id = i.organisation_id and p.id = i.participant_id
                  join survey s on s.id = i.survey_id
                 where i.organisation_id = ? and i.survey_id = ? and i.id = ?
                """).params(tenant.id(), survey, link).query((row, at) -> new Invited(row.getLong("id"), tenant.id(),
                        new PersonName(row.getString("last_name"), row.getString("first_name"), row.getString("patronymic")).brief() + ": "
                                + row.getString("title"))).optional().orElseThrow(NotFound::new);
    }

    /** A link in the journal: that it was made or taken back, never that it was used. */
    private record Invited(Long id, Long organisationId, String title) implements Audited {

        @Override
        public Subject subject() {
            return Subject.SURVEY_LINK;
        }

        @Override
        public Facts facts() {
            return new Facts();
        }

        @Override
        public int version() {
            return 0;
        }
    }
}
