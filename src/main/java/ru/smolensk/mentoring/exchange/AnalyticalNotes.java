package ru.smolensk.mentoring.exchange;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.AcademicYear;

/** Keeps the methodologists' words in the city's analytical notes. */
@Service
@Transactional
public class AnalyticalNotes {

    private final AnalyticalNoteRepository notes;
    private final Journal journal;

    AnalyticalNotes(AnalyticalNoteRepository notes, Journal journal) {
        this.notes = notes;
        this.journal = journal;
    }

    /** The words; any may be {@code null}. */
    public record Words(String assessment, String conclusions, String proposals) {

        static final Words NONE = new Words(null, null, null);
    }

    /** Writes the words of a year, over those that were there. */
    public void write(AcademicYear year, Integer version, Words words) {
        Optional<AnalyticalNote> written = of(year);
        if (written.isEmpty()) {
            AnalyticalNote note = new AnalyticalNote(year);
            note.write(words);
            journal.entered(notes.save(note));
        } else {
            written.get().expectVersion(version);
            journal.change(written.get(), Action.CHANGED, () -> written.get().write(words));
        }
    }

    /** The words of a year, as long as somebody has written some. */
    @Transactional(readOnly = true)
    Optional<AnalyticalNote> of(AcademicYear year) {
        return notes.findByAcademicYear((short) year.start());
    }

    /** The same as words alone. */
    @Transactional(readOnly = true)
    Words words(AcademicYear year) {
        return of(year).map(note -> new Words(note.assessment(), note.conclusions(), note.proposals())).orElse(Words.NONE);
    }
}
