package ru.smolensk.mentoring.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a document as PDF, with its font inside. */
@Component
public class PdfPaper {

    private static final String FACE = "Liberation Serif";

    private final ITemplateEngine templates;

    PdfPaper(ITemplateEngine templates) {
        this.templates = templates;
        // The library tells of every page that it sets.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** Writes it; the stream stays open. */
    public void write(Paper paper, OutputStream out) throws IOException {
        Map<Paper.Figure, String> pictures = paper.blocks().stream()
                .filter(Paper.Figure.class::isInstance).map(Paper.Figure.class::cast).distinct()
                .collect(Collectors.toMap(figure -> figure, figure -> picture(figure.chart())));
        Context context = new Context();
        context.setVariable("paper", paper);
        context.setVariable("pictures", pictures);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(() -> font("Regular"), FACE, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("Bold"), FACE, 700, FontStyle.NORMAL, true);
        // Nothing is fetched: what is not in the document itself is not there.
        builder.useUriResolver((base, address) -> address.startsWith("data:") ? address : null);
        builder.withHtmlContent(templates.process("paper/paper", context), null);
        builder.toStream(out);
        builder.run();
    }

    private static String picture(Chart chart) {
        return "data:image/png;base64," + Base64.getEncoder()
                .encodeToString(ChartPicture.png(chart, ChartPicture.Look.LIGHT, ChartPicture.Width.WIDE));
    }

    private static InputStream font(String weight) {
        return PdfPaper.class.getResourceAsStream("/liberation/LiberationSerif-" + weight + ".ttf");
    }
}
