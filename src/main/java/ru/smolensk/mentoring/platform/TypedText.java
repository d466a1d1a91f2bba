package ru.smolensk.mentoring.platform;

import java.util.Set;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Every text that comes from a form or an address is read by {@link Typed#line}, one that may have {@link Lines} by {@link Typed#text}. */
class TypedText implements GenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, String.class));
    }

    @Override
    public Object convert(Object typed, TypeDescriptor from, TypeDescriptor to) {
        return to.hasAnnotation(Lines.class) ? Typed.text((String) typed) : Typed.line((String) typed);
    }
}
