package ru.smolensk.mentoring.signing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.web.multipart.MultipartFile;
import ru.smolensk.mentoring.platform.CheckedForm;
import ru.smolensk.mentoring.platform.Refusals;

/**
 * The form of a changed template.
 *
 * @param seen the number of the edition that was the newest when the form was opened
 */
record TemplateForm(
        Integer seen,
        MultipartFile file,
        @NotBlank(message = "Напишите, что изменено и зачем: это увидят другие методисты")
        @Size(max = 500, message = "Не длиннее 500 знаков") String reason) implements CheckedForm {

    @Override
    public void check(Refusals wrong, LocalDate today) {
        boolean chosen = file != null && file.getOriginalFilename() != null && !file.getOriginalFilename().isBlank();
        wrong.when(!chosen, "file", "Выберите файл шаблона");
        wrong.when(chosen && file.isEmpty(), "file", "Файл шаблона пустой. Проверьте, открывается ли он у вас, и выберите его ещё раз");
        wrong.when(file != null && file.getSize() > TemplateFile.LIMIT, "file", TemplateFile.TOO_LARGE);
    }
}
