package ru.smolensk.mentoring.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface StaffCountRepository extends Repository<StaffCount, Long> {

    StaffCount save(StaffCount count);

    Optional<StaffCount> findByOrganisationIdAndId(long organisationId, long id);

    List<StaffCount> findByOrganisationIdOrderByCountedOnDescIdDesc(long organisationId);
}
