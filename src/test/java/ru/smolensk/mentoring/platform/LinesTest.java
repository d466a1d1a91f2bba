package ru.smolensk.mentoring.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What has several lines on the page has them in the form. */
class LinesTest {

    /** Long names, shown in several lines and kept in one. */
    private static final Set<String> LONG_NAMES = Set.of("fullName", "title");
    /** Their text areas are written out: rows of a plan, of marks, of answers. */
    private static final Set<String> ROWS = Set.of("what", "result", "words");

    private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();

    @Test
    void everyTextAreaAndNothingElseIsReadWithItsLines() throws IOException, ClassNotFoundException {
        Set<String> areas = new TreeSet<>(ROWS);
        for (Resource template : FILES.getResources("classpath*:templates/**/*.html")) {
            Matcher area = Pattern.compile("form :: area\\(field='(\\w+)'").matcher(template.getContentAsString(StandardCharsets.UTF_8));
            while (area.find()) {
                areas.add(area.group(1));
            }
        }
        areas.removeAll(LONG_NAMES);
        Set<String> read = new TreeSet<>();
        for (Resource file : FILES.getResources("classpath*:ru/smolensk/mentoring/**/*.class")) {
            String path = file.getURL().getPath();
            String name = path.substring(path.indexOf("ru/smolensk/"), path.length() - ".class".length()).replace('/', '.');
            if (name.contains("Form") || name.endsWith("Row")) {
                RecordComponent[] parts = Class.forName(name).getRecordComponents();
                Arrays.stream(parts == null ? new RecordComponent[0] : parts).filter(part -> part.isAnnotationPresent(Lines.class))
                        .forEach(part -> read.add(part.getName()));
            }
        }
        assertThat(read).isEqualTo(areas);
    }
}
