package ru.smolensk.mentoring.monitoring;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MonitoringCampaignRepository extends Repository<MonitoringCampaign, Long> {

    MonitoringCampaign save(MonitoringCampaign campaign);

    Optional<MonitoringCampaign> findById(long id);
}
