package ru.smolensk.mentoring.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.logging.Level;

/** Sets HTML as PDF with its letters inside: Liberation Serif and Sans, whatever the machine has. */
final class PrintedHtml {

    static {
        // The library tells of every page that it sets.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PrintedHtml() {
    }

    /** Writes it; the stream stays open. */
    static void write(String html, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        for (String face : List.of("Serif", "Sans")) {
            font(builder, face, "Regular", 400, FontStyle.NORMAL);
            font(builder, face, "Bold", 700, FontStyle.NORMAL);
            font(builder, face, "Italic", 400, FontStyle.ITALIC);
            font(builder, face, "BoldItalic", 700, FontStyle.ITALIC);
        }
        // Nothing is fetched: what is not in the document itself is not there.
        builder.useUriResolver((base, address) -> address.startsWith("data:") ? address : null);
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        builder.run();
    }

    private static void font(PdfRendererBuilder builder, String face, String name, int weight, FontStyle style) {
        builder.useFont(() -> PrintedHtml.class.getResourceAsStream("/liberation/Liberation" + face + "-" + name + ".ttf"),
                "Liberation " + face, weight, style, true);
    }
}
