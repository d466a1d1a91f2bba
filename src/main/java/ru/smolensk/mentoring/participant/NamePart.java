package ru.smolensk.mentoring.participant;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ru.smolensk.mentoring.platform.OneLine;

/** A last name, a first name or a patronymic: letters of any alphabet, hyphens, apostrophes and spaces. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@OneLine
@Size(max = NamePart.LONGEST, message = "Не длиннее 80 знаков")
@Pattern(regexp = "\\p{L}[\\p{L}\\p{M}\\s\u00a0'’ʼ-]*", message = "Здесь могут быть только буквы, дефис, апостроф и пробел")
@interface NamePart {

    int LONGEST = 80;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
