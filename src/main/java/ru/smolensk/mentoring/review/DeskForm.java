package ru.smolensk.mentoring.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;
import ru.smolensk.mentoring.platform.Typed;

/**
 * What the reviewer has written on the page of a submission: a remark to any row, one to the whole, words to the decision. Rows are told by
 * their keys, so it is read from the request by itself.
 *
 * @param submission which one was read; {@code null} in a forged request
 * @param whole the remark to the whole, or {@code null}
 * @param remarks by the key of the row; {@code null} where the field was left or made empty
 * @param words to the decision, or {@code null}
 */
record DeskForm(Long submission, String whole, Map<String, String> remarks, String words) {

    private static final String FIELD = "remark.";
    private static final int LONGEST_WORDS = 4000;

    static DeskForm of(HttpServletRequest request) {
        Map<String, String> remarks = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(FIELD)) {
                String key = name.substring(FIELD.length());
                if (!key.matches(Handed.Item.KEY)) {
                    throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                }
                remarks.put(key, Typed.text(values[0]));
            }
        });
        return new DeskForm(number(request.getParameter("submission")), Typed.text(request.getParameter("whole")), remarks,
                Typed.text(request.getParameter("words")));
    }

    private static Long number(String typed) {
        try {
            return typed == null ? null : Long.valueOf(typed);
        } catch (NumberFormatException forged) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    /** Says at its field what is too long. */
    void check(BindingResult errors) {
        if (whole != null && whole.length() > Remark.LONGEST) {
            errors.rejectValue("whole", "long", "Замечание не длиннее 2000 знаков");
        }
        remarks.forEach((key, said) -> {
            if (said != null && said.length() > Remark.LONGEST) {
                errors.rejectValue("remarks[" + key + "]", "long", "Замечание не длиннее 2000 знаков");
            }
        });
        if (words != null && words.length() > LONGEST_WORDS) {
            errors.rejectValue("words", "long", "Слова к решению не длиннее 4000 знаков");
        }
    }

    /** The remarks of the rows that were on the page, and that to the whole under the empty key. */
    Map<String, String> toCommand() {
        Map<String, String> said = new LinkedHashMap<>(remarks);
        said.put("", whole);
        return said;
    }

    /** Only what was really written: to be shown again where the fields are gone. */
    public Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>(toCommand());
        written.values().removeIf(java.util.Objects::isNull);
        return written;
    }
}
