package ru.smolensk.mentoring.demo;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font and the widths of its letters. */
final class Face {

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final int unitsPerEm;
    private final Map<Integer, Float> widths = new HashMap<>();
    private final Map<Integer, GeneralPath> outlines = new HashMap<>();

    static Face regular() {
        return new Face("/liberation/LiberationSerif-Regular.ttf");
    }

    static Face bold() {
        return new Face("/liberation/LiberationSerif-Bold.ttf");
    }

    private Face(String resource) {
        try (InputStream content = Face.class.getResourceAsStream(resource)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(content.readAllBytes()));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    TrueTypeFont font() {
        return font;
    }

    int glyph(int letter) {
        return glyphs.getGlyphId(letter);
    }

    /** Of a letter at size 1. */
    private float width(int letter) {
        return widths.computeIfAbsent(letter, key -> {
            try {
                return font.getAdvanceWidth(glyph(key)) / (float) unitsPerEm;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    float width(String text, float size) {
        return (float) text.codePoints().mapToDouble(this::width).sum() * size;
    }

    List<String> wrapped(String text, float size, float room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && width(line + " " + word, size) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private GeneralPath outline(int letter) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(glyph(letter));
            return glyph == null ? new GeneralPath() : glyph.getPath();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void draw(Graphics2D graphics, String text, float x, float y, float size) {
        float at = x;
        for (int letter : text.codePoints().toArray()) {
            GeneralPath outline = outlines.computeIfAbsent(letter, this::outline);
            float scale = size / unitsPerEm;
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
            graphics.fill(place.createTransformedShape(outline));
            at += width(letter) * size;
        }
    }
}
