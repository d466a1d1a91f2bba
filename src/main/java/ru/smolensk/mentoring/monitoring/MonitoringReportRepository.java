package ru.smolensk.mentoring.monitoring;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MonitoringReportRepository extends Repository<MonitoringReport, Long> {

    MonitoringReport save(MonitoringReport report);

    void flush();

    void delete(MonitoringReport report);

    Optional<MonitoringReport> findByOrganisationIdAndId(long organisationId, long id);

    Optional<MonitoringReport> findByOrganisationIdAndEditionId(long organisationId, long editionId);
}
