package ru.smolensk.mentoring.document;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LegalActRepository extends Repository<LegalAct, Long> {

    LegalAct save(LegalAct act);

    Optional<LegalAct> findById(long id);
}
