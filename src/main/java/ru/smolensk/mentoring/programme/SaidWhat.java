package ru.smolensk.mentoring.programme;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A row of the plan is empty or says what is to be done. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SaidWhat.Check.class)
@interface SaidWhat {

    String message() default "Напишите, что будет сделано, или очистите всю строку";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells it at the field «what». */
    class Check implements ConstraintValidator<SaidWhat, ActivityRow> {
        @Override
        public boolean isValid(ActivityRow row, ConstraintValidatorContext context) {
            if (row == null || row.blank() || row.what() != null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate()).addPropertyNode("what")
                    .addConstraintViolation();
            return false;
        }
    }
}
