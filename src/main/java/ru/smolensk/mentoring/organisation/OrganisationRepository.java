package ru.smolensk.mentoring.organisation;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface OrganisationRepository extends Repository<Organisation, Long> {

    Organisation save(Organisation organisation);

    Optional<Organisation> findById(Long id);

    Optional<Organisation> findBySlug(String slug);
}
