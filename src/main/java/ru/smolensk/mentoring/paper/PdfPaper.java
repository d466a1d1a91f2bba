package ru.smolensk.mentoring.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a document as PDF, with its font inside. */
@Component
public class PdfPaper {

    private final ITemplateEngine templates;

    PdfPaper(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** Writes it; the stream stays open. */
    public void write(Paper paper, OutputStream out) throws IOException {
        Map<Paper.Figure, String> pictures = paper.blocks().stream()
                .filter(Paper.Figure.class::isInstance).map(Paper.Figure.class::cast).distinct()
                .collect(Collectors.toMap(figure -> figure, figure -> picture(figure.chart())));
        Context context = new Context();
        context.setVariable("paper", paper);
        context.setVariable("pictures", pictures);
        PrintedHtml.write(templates.process("paper/paper", context), out);
    }

    private static String picture(Chart chart) {
        return "data:image/png;base64," + Base64.getEncoder()
                .encodeToString(ChartPicture.png(chart, ChartPicture.Look.LIGHT, ChartPicture.Width.WIDE));
    }
}
