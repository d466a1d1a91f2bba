package ru.smolensk.mentoring.platform;

import java.util.Arrays;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * An address may say anything: a filter by a constant that does not exist is none. A form can't: there it stays a bad request
 * ({@link ForgedValue}).
 */
@SuppressWarnings("rawtypes")
class SoughtConstants implements ConverterFactory<String, Enum> {

    @Override
    public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
        return typed -> {
            String name = typed.strip();
            E found = Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst().orElse(null);
            if (found == null && !name.isEmpty() && !inAddress()) {
                throw new IllegalArgumentException("no such constant");
            }
            return found;
        };
    }

    private static boolean inAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && !"POST".equals(request.getRequest().getMethod());
    }
}
