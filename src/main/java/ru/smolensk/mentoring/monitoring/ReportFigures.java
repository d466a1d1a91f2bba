package ru.smolensk.mentoring.monitoring;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps and reads the frozen figures of reports. */
@Component
class ReportFigures {

    private final JdbcClient jdbc;
    /** Reports of years ago stay readable when newer ones hold more: what an old one lacks is empty. */
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    ReportFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void freeze(MonitoringReport report, LocalDate datedOn, FrozenFigures figures) {
        jdbc.sql("update monitoring_report set figures = cast(? as jsonb), dated_on = ? where organisation_id = ? and id = ?")
                .params(json.writeValueAsString(figures), datedOn, report.organisationId(), report.id()).update();
    }

    /** Reads the column {@code figures}; {@code null} stays {@code null}. */
    FrozenFigures read(String column) {
        return column == null ? null : json.readValue(column, FrozenFigures.class);
    }

    <T> T readList(String column, tools.jackson.core.type.TypeReference<T> type) {
        return json.readValue(column, type);
    }
}
