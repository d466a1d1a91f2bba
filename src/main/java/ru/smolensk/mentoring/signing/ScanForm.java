package ru.smolensk.mentoring.signing;

import java.time.LocalDate;
import ru.smolensk.mentoring.document.Upload;
import ru.smolensk.mentoring.platform.CheckedForm;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form of a scan, as it was filled in. */
record ScanForm(Upload file, @TypedDate String signedOn) implements CheckedForm {

    @Override
    public void check(Refusals wrong, LocalDate today) {
        wrong.when(Upload.id(file) == null, "file", "Выберите файл со сканом");
    }
}
