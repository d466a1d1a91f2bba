package ru.smolensk.mentoring.exchange;

import jakarta.validation.constraints.Size;

/** The form of the methodologists' words, as it was typed. */
record AnalyticalNoteForm(
        Integer version,
        @Size(max = 20_000, message = "Общая оценка не длиннее 20 000 знаков") String assessment,
        @Size(max = 20_000, message = "Выводы не длиннее 20 000 знаков") String conclusions,
        @Size(max = 20_000, message = "Предложения не длиннее 20 000 знаков") String proposals) {

    static AnalyticalNoteForm of(AnalyticalNote note) {
        return new AnalyticalNoteForm(note.version(), note.assessment(), note.conclusions(), note.proposals());
    }

    AnalyticalNotes.Words toCommand() {
        return new AnalyticalNotes.Words(assessment, conclusions, proposals);
    }
}
