package ru.smolensk.mentoring.roadmap;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.document.StoredFile;
import ru.smolensk.mentoring.document.Upload;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form of a row of the municipal roadmap, as it was typed. */
record MeasureForm(
        Integer version,
        @NotNull(message = "Выберите состояние") MeasureState state,
        @TypedDate String doneOn,
        @Size(max = 300, message = "Не длиннее 300 знаков") String responsible,
        @Size(max = 1000, message = "Ссылка не длиннее 1000 знаков")
        @Pattern(regexp = "https://[^\\s/]+\\S*",
                message = "Введите ссылку целиком, она начинается с https:// и не содержит пробелов") String link,
        Upload file,
        @Size(max = 1000, message = "Пояснение не длиннее 1000 знаков") String note) {

    static MeasureForm of(MunicipalMeasure measure, StoredFile file) {
        return new MeasureForm(measure.version(), measure.state(), measure.typedDate(), measure.responsible(), measure.link(),
                Upload.of(file), measure.note());
    }

    MunicipalRoadmap.Mark toCommand() {
        return new MunicipalRoadmap.Mark(state, Typed.date(doneOn), responsible, link, Upload.id(file), note);
    }
}
