package ru.smolensk.mentoring.roadmap;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A table pasted into a field.
 *
 * @param step {@code add} takes what the preview has shown; anything else shows the preview
 */
record PasteForm(
        @NotNull(message = "Вставьте сюда таблицу: скопируйте её в Word или Excel целиком")
        @Size(max = 3_000_000, message = "Текст слишком большой. Скопируйте из документа только таблицу дорожной карты") String text,
        String step) {
}
