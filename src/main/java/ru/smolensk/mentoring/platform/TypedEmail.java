package ru.smolensk.mentoring.platform;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text of the field is an address of electronic mail or nothing. */
@Size(max = 254)
@Pattern(regexp = "([A-Za-z0-9._%+'-]+@[A-Za-z0-9а-яёА-ЯЁ-]+(\\.[A-Za-z0-9а-яёА-ЯЁ-]+)+)?")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface TypedEmail {

    String message() default "Это не похоже на адрес почты. Введите его целиком, например orlova@school33.ru";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
