package ru.smolensk.mentoring.exchange;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AnalyticalNoteRepository extends Repository<AnalyticalNote, Long> {

    Optional<AnalyticalNote> findByAcademicYear(short year);

    AnalyticalNote save(AnalyticalNote note);
}
