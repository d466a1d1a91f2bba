package ru.smolensk.mentoring.platform;

import java.util.Set;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/**
 * Every text that comes from a form or an address is read by {@link Typed#text}, or as its field says: {@link OneLine}, {@link PaperNumber}.
 */
class TypedText implements GenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, String.class));
    }

    @Override
    public Object convert(Object typed, TypeDescriptor from, TypeDescriptor to) {
        if (to.hasAnnotation(PaperNumber.class)) {
            return Typed.paperNumber((String) typed);
        }
        return to.hasAnnotation(OneLine.class) ? Typed.line((String) typed) : Typed.text((String) typed);
    }
}
