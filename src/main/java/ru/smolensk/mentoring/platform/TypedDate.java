package ru.smolensk.mentoring.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text of the field is a date or nothing. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TypedDate.Check.class)
public @interface TypedDate {

    String message() default "Такой даты нет. Введите дату в виде 01.09.2026";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks {@link Typed#date}. */
    class Check implements ConstraintValidator<TypedDate, String> {
        private static final String YEAR_IN_FULL = "Напишите год полностью: 01.09.2026";
        private static final String ANOTHER_TIME = "Проверьте год: он должен быть от " + Typed.FIRST_YEAR + " до " + Typed.LAST_YEAR;

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            try {
                Typed.date(text);
                return true;
            } catch (IllegalArgumentException notOne) {
                boolean shortened = text.strip().matches("\\d{1,2}\\.\\d{1,2}\\.\\d{2}");
                if (shortened || Typed.anyDay(text) != null) {
                    context.disableDefaultConstraintViolation();
                    context.buildConstraintViolationWithTemplate(shortened ? YEAR_IN_FULL : ANOTHER_TIME).addConstraintViolation();
                }
                return false;
            }
        }
    }
}
