package ru.smolensk.mentoring.mentorship;

import java.util.Collection;
import java.util.Set;
import ru.smolensk.mentoring.platform.Refusals;

/**
 * The form, the model, the kinds and the people fit each other (DOMAIN 3, rule 6): a model belongs to педагог – педагог only (P5.1); «в группе» needs two
 * mentees or more (P5.4); a student is mentored in the form работодатель – студент, and that form is for students alone (P5.3).
 */
final class FormModelAndKindsFit {

    /** ◆ From how many mentees on one mentor works «в группе» (P5.4). */
    static final int GROUP_SIZE = 2;

    private FormModelAndKindsFit() {
    }

    static void check(Refusals wrong, MentoringForm form, MentoringModel model, Set<MentoringKind> kinds,
                      Collection<Boolean> menteesAreStudents) {
        check(wrong, form, model, kinds, menteesAreStudents.size());
        boolean forStudents = form == MentoringForm.EMPLOYER_STUDENT;
        wrong.when(forStudents && menteesAreStudents.contains(false), "form", "Форма «работодатель – студент» – только для студентов, "
                + "а среди наставляемых есть педагоги. Смените форму или наставляемых");
        wrong.when(!forStudents && menteesAreStudents.contains(true), "form",
                "Среди наставляемых есть студент: для него выберите форму «работодатель – студент педагогического вуза/колледжа»");
    }

    /** As far as it can be told without knowing the mentees. */
    static void check(Refusals wrong, MentoringForm form, MentoringModel model, Set<MentoringKind> kinds, int mentees) {
        wrong.when(model != null && form != MentoringForm.TEACHER_TEACHER, "model",
                "Модель указывают только для формы «педагог – педагог». Уберите модель или смените форму");
        wrong.when(kinds.contains(MentoringKind.GROUP) && mentees < GROUP_SIZE, "kinds",
                "«В группе» – это двое наставляемых или больше. Добавьте наставляемых или снимите отметку «в группе»");
    }
}
