package ru.smolensk.mentoring.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a file as it came, made safe to keep, to show and to save under. */
final class FileName {

    static final int MAX = 255;

    /** What looks like the end of a name: «.pdf», «.exe»; «.2» or «.2026 г» are parts of a title. */
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z][A-Za-z0-9]{1,5})$");

    private FileName() {
    }

    /** Without a path and without characters that nobody sees; Cyrillic stays. */
    static String cleaned(String typed) {
        String name = typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // Format characters go too: one of them turns «gpj.exe» into «exe.jpg» on the screen.
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{IsNoncharacter_Code_Point}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[\\p{Zs}\\s]+", " ").strip();
        name = name.replaceAll("^[. ]+", "");
        return shortened(name, MAX);
    }

    /** The cleaned name with an end that fits what is inside: a DOCX that was called «приказ.pdf» becomes «приказ.docx». */
    static String fitting(String typed, FileType type) {
        String name = cleaned(typed);
        if (fits(name, type)) {
            return name;
        }
        String base = EXTENSION.matcher(name).replaceFirst("").strip();
        if (fits(base, type)) {
            return base;
        }
        String end = "." + type.extensions().get(0);
        return shortened(base.isEmpty() ? "документ" : base, MAX - end.length()) + end;
    }

    private static boolean fits(String name, FileType type) {
        String lower = name.toLowerCase(Locale.ROOT);
        return type.extensions().stream().anyMatch(end -> lower.endsWith("." + end) && lower.length() > end.length() + 1);
    }

    private static String shortened(String name, int max) {
        if (name.length() <= max) {
            return name;
        }
        int extension = name.lastIndexOf('.');
        String end = extension > 0 && name.length() - extension <= 7 ? name.substring(extension) : "";
        int cut = max - end.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(cut - 1)) ? cut - 1 : cut).strip() + end;
    }
}
