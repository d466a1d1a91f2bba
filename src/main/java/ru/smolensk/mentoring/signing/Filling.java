package ru.smolensk.mentoring.signing;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills a template with what a paper says. Of the library only plain fields and repeated rows are in use: it knows the listed names alone,
 * so its pictures, files, conditions and expressions are out of reach of whoever writes a template.
 */
final class Filling {

    private static final char PLAIN = '\0';
    /** So many empty rows stay for a list that is still empty: it can be filled by hand. */
    private static final int EMPTY_ROWS = 3;

    private Filling() {
    }

    static byte[] filled(byte[] template, DrawnUp paper) {
        Map<String, Object> values = new HashMap<>();
        paper.kind().fields().forEach(field -> values.put(field.name(), clean(paper.shown(field))));
        paper.kind().rows().forEach(row -> values.put(row.name(), rows(paper, row)));
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
             XWPFTemplate compiled = XWPFTemplate.compile(new ByteArrayInputStream(template), configuration(paper.kind()))) {
            compiled.render(values);
            compiled.write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Map<String, String>> rows(DrawnUp paper, RepeatedRow row) {
        List<Map<String, String>> known = paper.rows().getOrDefault(row.name(), List.of());
        List<Map<String, String>> rows = new ArrayList<>(known.isEmpty() ? Collections.nCopies(EMPTY_ROWS, Map.of()) : known);
        rows.replaceAll(one -> row.fields().stream().collect(Collectors.toMap(MergeField::name,
                field -> one.get(field.name()) == null ? "" : clean(one.get(field.name())))));
        return rows;
    }

    private static Configure configuration(PaperKind kind) {
        String names = Stream.concat(kind.fields().stream().map(MergeField::name), kind.rows().stream().map(RepeatedRow::name))
                .sorted((one, other) -> other.length() - one.length()).map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
        Configure configuration = Configure.builder().buildGrammerRegex(names)
                .setRenderDataComputeFactory(model -> name -> ((Map<?, ?>) model.getRoot()).get(name)).build();
        configuration.getDefaultPolicys().keySet().retainAll(Set.of(PLAIN));
        kind.rows().forEach(row -> configuration.customPolicy(row.name(), new LoopRowTableRenderPolicy(true)));
        return configuration;
    }

    /** What XML can't hold is left out; the rest stays as it was typed. */
    private static String clean(String words) {
        return words.codePoints().filter(one -> one == '\n' || one == '\t' || one >= 0x20 && one != 0xfffe && one != 0xffff
                && !(one >= 0xd800 && one <= 0xdfff))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().replace('\t', ' ');
    }
}
