package ru.smolensk.mentoring.register;

import jakarta.persistence.Embeddable;
import ru.smolensk.mentoring.audit.Facts;

/** What the base says of a mentor and everybody reads in the register; each may be {@code null}. */
@Embeddable
record Card(String position, String category, String competences, String achievements) {

    Facts addTo(Facts facts) {
        return facts.add("Должность", position).add("Категория", category).add("Компетенции", competences).add("Достижения", achievements);
    }
}
