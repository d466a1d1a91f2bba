package ru.smolensk.mentoring.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text of the field is a whole number from {@link #min} to {@link #max}, or nothing. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TypedNumber.Check.class)
public @interface TypedNumber {

    int min() default 0;

    int max();

    String message() default "Введите целое число от {min} до {max}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks {@link Typed#number}. */
    class Check implements ConstraintValidator<TypedNumber, String> {
        private int min;
        private int max;

        @Override
        public void initialize(TypedNumber limits) {
            min = limits.min();
            max = limits.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            try {
                Integer number = Typed.number(text);
                return number == null || number >= min && number <= max;
            } catch (IllegalArgumentException notOne) {
                return false;
            }
        }
    }
}
