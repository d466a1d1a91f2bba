package ru.smolensk.mentoring.platform;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text of the field can be read aloud: one line with a letter or a digit in it. */
@OneLine
@Pattern(regexp = "(?s)(.*[\\p{L}\\p{N}].*)?")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface TypedName {

    String message() default "Здесь нет ни одной буквы или цифры";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
