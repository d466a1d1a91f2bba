package ru.smolensk.mentoring.mentorship;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import ru.smolensk.mentoring.platform.Refusal;

/**
 * The form, the model, the kinds and the people fit each other (DOMAIN 3, rule 6): a model belongs to педагог – педагог only (P5.1); «в группе» needs two
 * mentees or more (P5.4); a student is mentored in the form работодатель – студент, and that form is for students alone (P5.3).
 */
final class FormModelAndKindsFit {

    /** ◆ From how many mentees on one mentor works «в группе» (P5.4). */
    static final int GROUP_SIZE = 2;

    private FormModelAndKindsFit() {
    }

    static Optional<Refusal> refusal(MentoringForm form, MentoringModel model, Set<MentoringKind> kinds, Collection<Boolean> menteesAreStudents) {
        if (model != null && form != MentoringForm.TEACHER_TEACHER) {
            return refusal("model", "Модель указывают только для формы «педагог – педагог». Уберите модель или смените форму");
        }
        if (kinds.contains(MentoringKind.GROUP) && menteesAreStudents.size() < GROUP_SIZE) {
            return refusal("kinds", "«В группе» – это двое наставляемых или больше. Добавьте наставляемых или снимите отметку «в группе»");
        }
        boolean forStudents = form == MentoringForm.EMPLOYER_STUDENT;
        if (forStudents && menteesAreStudents.contains(false)) {
            return refusal("form", "Форма «работодатель – студент» – только для студентов, а среди наставляемых есть педагоги. Смените форму "
                    + "или наставляемых");
        }
        if (!forStudents && menteesAreStudents.contains(true)) {
            return refusal("form", "Среди наставляемых есть студент: для него выберите форму «работодатель – студент педагогического вуза/колледжа»");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(String field, String message) {
        return Optional.of(new Refusal(field, message));
    }
}
