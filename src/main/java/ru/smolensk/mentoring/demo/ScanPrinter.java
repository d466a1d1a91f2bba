package ru.smolensk.mentoring.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Prints a paper as a picture that looks like a scan. The letters are drawn by their outlines, so it needs no font of the machine. */
final class ScanPrinter {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 877;

    private final Face regular;
    private final Face bold;

    ScanPrinter(Face regular, Face bold) {
        this.regular = regular;
        this.bold = bold;
    }

    byte[] print(Sheet sheet) throws IOException {
        BufferedImage scan = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scan.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0xf6f3ea));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        // Nobody lays a sheet quite straight.
        graphics.rotate(Math.toRadians(0.6), WIDTH / 2.0, HEIGHT / 2.0);
        graphics.setColor(new Color(0x8c9a9d));
        graphics.setStroke(new BasicStroke(2));
        graphics.drawRect(36, 36, WIDTH - 72, HEIGHT - 72);
        graphics.setColor(new Color(0x1d2426));
        float y = 96;
        y = block(graphics, bold, sheet.issuer(), 15, y, true);
        y = block(graphics, bold, sheet.kind(), 23, y + 30, true);
        y = block(graphics, regular, sheet.dated(), 15, y + 4, true);
        y = block(graphics, bold, sheet.title(), 18, y + 18, true) + 16;
        for (String line : sheet.body()) {
            boolean heading = line.startsWith("# ");
            y = block(graphics, heading ? bold : regular, heading ? line.substring(2) : line, 15, y, false) + 6;
        }
        if (sheet.signature() != null) {
            y = block(graphics, regular, sheet.signature(), 15, y + 36, false);
        }
        stamp(graphics, Math.min(y + 60, HEIGHT - 130));
        graphics.setColor(new Color(0x6b7678));
        regular.draw(graphics, Sheet.SAMPLE, 66, HEIGHT - 54, 13);
        graphics.dispose();
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(scan, "jpg", file);
            return file.toByteArray();
        }
    }

    private static float block(Graphics2D graphics, Face face, String text, float size, float y, boolean centred) {
        float room = WIDTH - 150;
        float at = y;
        for (String line : face.wrapped(text, size, room)) {
            face.draw(graphics, line, centred ? 75 + (room - face.width(line, size)) / 2 : 75, at, size);
            at += size * 1.4f;
        }
        return at;
    }

    private void stamp(Graphics2D graphics, float y) {
        graphics.setColor(new Color(0x3d5aa8));
        graphics.setStroke(new BasicStroke(3));
        graphics.draw(new Ellipse2D.Float(WIDTH - 220, y - 45, 112, 112));
        graphics.draw(new Ellipse2D.Float(WIDTH - 208, y - 33, 88, 88));
        String word = "ОБРАЗЕЦ";
        bold.draw(graphics, word, WIDTH - 164 - bold.width(word, 14) / 2, y + 16, 14);
    }
}
