package ru.smolensk.mentoring.monitoring;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.StaleVersion;

/** Keeps what a report says in rows: the results of stage 2, the risks, the attachments. */
@Component
class ReportParts {

    private final JdbcClient jdbc;

    ReportParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A part of a report in the report's history. */
    record Part(MonitoringReport report, String name, Supplier<Facts> now) implements Audited {

        @Override
        public Long id() {
            return report.id();
        }

        @Override
        public Long organisationId() {
            return report.organisationId();
        }

        @Override
        public Subject subject() {
            return Subject.MONITORING_REPORT;
        }

        @Override
        public String title() {
            return name + " " + report.title();
        }

        @Override
        public Facts facts() {
            return now.get();
        }

        @Override
        public int version() {
            return report.version();
        }

        /** Refuses a form that was opened before somebody else's change of this part. */
        void expectVersion(Integer typed, int saved) {
            if (typed == null || typed != saved) {
                throw new StaleVersion(saved, facts().values());
            }
        }
    }

    Part influence(MonitoringReport report) {
        return new Part(report, "этап 2", () -> {
            Facts facts = report.facts();
            facts.values().keySet().retainAll(List.of("Планируют стать наставниками", "Планируют стать наставляемыми"));
            effects(report).forEach(one -> facts.add(one.effect().label(), one.assessment())
                    .add(one.effect().label() + " – пояснение", one.words()));
            return facts;
        });
    }

    Part risks(MonitoringReport report) {
        return new Part(report, "риски", () -> {
            Facts facts = new Facts();
            risksOf(report).forEach(one -> facts.add(one.risk().label(), one.words()).add(one.risk().label() + " – мера", one.measure()));
            return facts;
        });
    }

    Part attachments(MonitoringReport report) {
        return new Part(report, "приложения", () -> new Facts().add("Приложения", jdbc.sql("""
                select string_agg(f.name, ', ' order by a.number) from monitoring_attachment a
                  join stored_file f on f.organisation_id = a.organisation_id and f.id = a.file_id
                 where a.organisation_id = ? and a.report_id = ?
                """).params(report.organisationId(), report.id()).query((row, number) -> row.getString(1)).list().get(0)));
    }

    List<Assessed> effects(MonitoringReport report) {
        return jdbc.sql("select effect, assessment, words from monitoring_effect where organisation_id = ? and report_id = ? order by effect")
                .params(report.organisationId(), report.id()).query(Assessed.class).list();
    }

    List<RiskAssessed> risksOf(MonitoringReport report) {
        return jdbc.sql("select risk, likelihood, impact, measure from monitoring_risk where organisation_id = ? and report_id = ? order by risk")
                .params(report.organisationId(), report.id()).query(RiskAssessed.class).list();
    }

    void write(MonitoringReport report, List<Assessed> effects) {
        jdbc.sql("delete from monitoring_effect where organisation_id = ? and report_id = ?").params(report.organisationId(), report.id())
                .update();
        effects.stream().filter(one -> !one.empty()).forEach(one -> jdbc.sql("""
                insert into monitoring_effect (organisation_id, report_id, effect, assessment, words) values (?, ?, ?, ?, ?)
                """).params(report.organisationId(), report.id(), one.effect().name(), name(one.assessment()), one.words()).update());
    }

    void writeRisks(MonitoringReport report, List<RiskAssessed> risks) {
        jdbc.sql("delete from monitoring_risk where organisation_id = ? and report_id = ?").params(report.organisationId(), report.id())
                .update();
        risks.stream().filter(one -> !one.empty()).forEach(one -> jdbc.sql("""
                insert into monitoring_risk (organisation_id, report_id, risk, likelihood, impact, measure) values (?, ?, ?, ?, ?, ?)
                """).params(report.organisationId(), report.id(), one.risk().name(), name(one.likelihood()), name(one.impact()),
                one.measure()).update());
    }

    /** Everything that is kept in rows goes on into the next edition. */
    void copy(MonitoringReport from, MonitoringReport to) {
        List.of("insert into monitoring_effect select organisation_id, :to, effect, assessment, words from monitoring_effect",
                "insert into monitoring_risk select organisation_id, :to, risk, likelihood, impact, measure from monitoring_risk",
                "insert into monitoring_attachment select organisation_id, :to, file_id, number from monitoring_attachment",
                """
                insert into monitoring_course (organisation_id, report_id, programme_id, result, risks, projects, exams_percent, achievement,
                       olympiads, activity)
                select organisation_id, :to, programme_id, result, risks, projects, exams_percent, achievement, olympiads, activity
                  from monitoring_course""")
                .forEach(sql -> jdbc.sql(sql + " where organisation_id = :organisation and report_id = :from").param("to", to.id())
                        .param("organisation", from.organisationId()).param("from", from.id()).update());
    }

    /** @return whether there was room for one more */
    boolean attach(MonitoringReport report, long fileId, int most) {
        return jdbc.sql("""
                insert into monitoring_attachment (organisation_id, report_id, file_id, number)
                select :organisation, :report, :file, min(n) from generate_series(1, :most) n
                 where n not in (select number from monitoring_attachment where organisation_id = :organisation and report_id = :report)
                having min(n) is not null
                """).param("organisation", report.organisationId()).param("report", report.id()).param("file", fileId).param("most", most)
                .update() == 1;
    }

    /** @return whether it was there */
    boolean detach(MonitoringReport report, long fileId) {
        return jdbc.sql("delete from monitoring_attachment where organisation_id = ? and report_id = ? and file_id = ?")
                .params(report.organisationId(), report.id(), fileId).update() == 1;
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
