package ru.smolensk.mentoring.register;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RegisterEntryRepository extends Repository<RegisterEntry, Long> {

    RegisterEntry save(RegisterEntry entry);

    /** By its identifier alone: the department reads all organisations. */
    Optional<RegisterEntry> findById(long id);

    void flush();
}
