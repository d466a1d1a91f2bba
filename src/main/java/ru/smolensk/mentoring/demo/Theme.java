package ru.smolensk.mentoring.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.smolensk.mentoring.mentorship.MentoringModel;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.participant.MenteeCategory;

/**
 * What a pair or group works on, from {@code demo/themes.txt}.
 *
 * @param where {@code null}: in every kind of organisation
 * @param model may be {@code null}
 * @param said position, mentor, title, request, goal, tasks, difficulties, results, final, competences
 */
record Theme(OrganisationKind where, MenteeCategory whom, MentoringModel model, Map<String, String> said, List<Step> steps) {

    /** An activity of the month. */
    record Step(int month, String what, String form, String result) {
    }

    private static final List<Theme> ALL = read();

    /** Those for such a mentee in such an organisation. */
    static List<Theme> suitable(OrganisationKind kind, MenteeCategory whom) {
        return ALL.stream().filter(theme -> theme.whom == whom && (theme.where == null || theme.where == kind)).toList();
    }

    static Theme titled(String title) {
        return ALL.stream().filter(theme -> theme.title().equals(title)).findFirst().orElseThrow();
    }

    String title() {
        return said.get("title");
    }

    private static List<Theme> read() {
        try (InputStream file = Theme.class.getResourceAsStream("/demo/themes.txt")) {
            List<Theme> themes = new ArrayList<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                if (line.startsWith("== ")) {
                    themes.add(begun(line.substring(3).split(" ")));
                } else {
                    themes.get(themes.size() - 1).add(line);
                }
            });
            return themes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Theme begun(String[] words) {
        return new Theme(words[0].equals("ANY") ? null : OrganisationKind.valueOf(words[0]), MenteeCategory.valueOf(words[1]),
                words[2].equals("-") ? null : MentoringModel.valueOf(words[2]), new HashMap<>(), new ArrayList<>());
    }

    private void add(String line) {
        if (Character.isDigit(line.charAt(0))) {
            String[] words = line.split(" \\| ");
            steps.add(new Step(Integer.parseInt(words[0]), words[1], words[2], words[3]));
        } else {
            int colon = line.indexOf(": ");
            said.put(line.substring(0, colon), line.substring(colon + 2));
        }
    }
}
