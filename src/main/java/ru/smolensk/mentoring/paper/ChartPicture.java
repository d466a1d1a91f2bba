package ru.smolensk.mentoring.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.DecimalFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Draws charts as PNG, for a page and for a document alike. */
public final class ChartPicture {

    /** For whom it is drawn. The colours are those of the style sheet. */
    public enum Look {
        LIGHT(0xFFFFFF, 0x17262B, 0x4A5C62, 0xD9E0E1, 0x0B5563, 0xA8412A, 0x8A5A00, 0x22694A),
        DARK(0x172124, 0xE7EEF0, 0xB7C5C9, 0x2F4045, 0x8BD3DF, 0xF0A18D, 0xEEC06A, 0x8FD3B0),
        CONTRAST(0xFFFFFF, 0x000000, 0x000000, 0x767676, 0x000000, 0x555555, 0x000000, 0x555555);

        private final Color sheet;
        private final Color ink;
        private final Color soft;
        private final Color line;
        private final List<Color> series;

        Look(int sheet, int ink, int soft, int line, int... series) {
            this.sheet = new Color(sheet);
            this.ink = new Color(ink);
            this.soft = new Color(soft);
            this.line = new Color(line);
            this.series = Arrays.stream(series).mapToObj(Color::new).toList();
        }
    }

    /** The size, in pixels of the page. */
    public enum Width {
        WIDE(880, 14),
        NARROW(340, 13);

        private final int pixels;
        private final float letters;

        Width(int pixels, float letters) {
            this.pixels = pixels;
            this.letters = letters;
        }

        public int pixels() {
            return pixels;
        }
    }

    /** Points of the screen or of paper for each pixel of the size. */
    private static final int FINENESS = 2;
    private static final int BAR = 30;
    private static final int NARROW_BAR = 76;
    private static final int LINES_HEIGHT = 320;
    private static final Font FACE = face();

    private ChartPicture() {
    }

    /** The height that the chart needs. */
    public static int height(Chart chart, Width width) {
        if (chart instanceof Chart.Bars bars) {
            return 24 + (width == Width.NARROW ? NARROW_BAR : BAR) * Math.max(1, bars.bars().size());
        }
        return LINES_HEIGHT + (width == Width.NARROW ? 60 : 0);
    }

    /**
     * The chart as an address serves it.
     *
     * @param look «light», «dark» or «contrast»; anything else is light
     * @param width «narrow» for a phone; anything else is wide
     */
    public static ResponseEntity<byte[]> served(Chart chart, String look, String width) {
        byte[] picture = png(chart, "dark".equals(look) ? Look.DARK : "contrast".equals(look) ? Look.CONTRAST : Look.LIGHT,
                "narrow".equals(width) ? Width.NARROW : Width.WIDE);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(CacheControl.noCache().cachePrivate()).body(picture);
    }

    /** The chart as a PNG of twice its size in points: sharp on a phone and on paper. */
    public static byte[] png(Chart chart, Look look, Width width) {
        int height = height(chart, width);
        BufferedImage image = new BufferedImage(width.pixels * FINENESS, height * FINENESS, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.scale(FINENESS, FINENESS);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            JFreeChart drawn = chart instanceof Chart.Bars bars ? bars(bars, look, width) : lines((Chart.Lines) chart, look, width);
            drawn.draw(pen, new Rectangle2D.Double(0, 0, width.pixels, height));
        } finally {
            pen.dispose();
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JFreeChart bars(Chart.Bars chart, Look look, Width width) {
        DefaultCategoryDataset figures = new DefaultCategoryDataset();
        boolean narrow = width == Width.NARROW;
        for (int index = 0; index < chart.bars().size(); index++) {
            Chart.Bar bar = chart.bars().get(index);
            // Names may repeat; the number in front keeps them apart and is never shown.
            figures.addValue(bar.percent() == null ? 0 : bar.percent(), "", new Named(index, label(bar, narrow)));
        }
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, look.series.get(0));
        renderer.setMaximumBarWidth(0.6);
        renderer.setItemLabelInsets(new RectangleInsets(0, 6, 0, 0));
        renderer.setDrawBarOutline(false);
        if (!narrow) {
            renderer.setDefaultItemLabelsVisible(true);
            renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator() {
                @Override
                public String generateLabel(CategoryDataset data, int row, int column) {
                    return chart.bars().get(column).words();
                }
            });
            renderer.setDefaultItemLabelFont(FACE.deriveFont(width.letters));
            renderer.setDefaultItemLabelPaint(look.ink);
            ItemLabelPosition right = new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT);
            renderer.setDefaultPositiveItemLabelPosition(right);
            renderer.setPositiveItemLabelPositionFallback(right);
        }
        CategoryAxis names = names(look, width);
        names.setMaximumCategoryLabelWidthRatio(narrow ? 0.55f : 0.4f);
        names.setMaximumCategoryLabelLines(narrow ? 4 : 2);
        NumberAxis values = values(look, width, true);
        // Room for the words behind a full bar.
        values.setRange(0, narrow ? 100 : 140);
        values.setVisible(false);
        return chart(new CategoryPlot(figures, names, values, renderer), PlotOrientation.HORIZONTAL, look, false, width);
    }

    private static String label(Chart.Bar bar, boolean withWords) {
        return withWords ? bar.label() + ": " + bar.words() : bar.label();
    }

    private static JFreeChart lines(Chart.Lines chart, Look look, Width width) {
        DefaultCategoryDataset figures = new DefaultCategoryDataset();
        for (int line = 0; line < chart.lines().size(); line++) {
            Named series = new Named(line, chart.lines().get(line).label());
            for (int moment = 0; moment < chart.moments().size(); moment++) {
                figures.addValue(chart.lines().get(line).values().get(moment), series, new Named(moment, chart.moments().get(moment)));
            }
        }
        LineAndShapeRenderer renderer = new LineAndShapeRenderer(true, true);
        for (int line = 0; line < chart.lines().size(); line++) {
            renderer.setSeriesPaint(line, look.series.get(line % look.series.size()));
            // Never by colour alone.
            float[] dashes = line == 0 ? null : new float[] {2f + 4f * line, 4f};
            renderer.setSeriesStroke(line, new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f, dashes, 0f));
            renderer.setSeriesShape(line, line % 2 == 0 ? new Ellipse2D.Double(-4, -4, 8, 8) : new Rectangle2D.Double(-4, -4, 8, 8));
        }
        NumberAxis values = values(look, width, chart.percent());
        if (chart.percent()) {
            // Room for the marks of those who reach the ends.
            values.setRange(-2, 104);
            values.setTickUnit(new NumberTickUnit(25));
        } else {
            values.setAutoRangeIncludesZero(true);
            values.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.forLanguageTag("ru-RU")));
        }
        CategoryAxis names = names(look, width);
        names.setMaximumCategoryLabelLines(2);
        return chart(new CategoryPlot(figures, names, values, renderer), PlotOrientation.VERTICAL, look, true, width);
    }

    private static CategoryAxis names(Look look, Width width) {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(FACE.deriveFont(width.letters));
        axis.setTickLabelPaint(look.ink);
        axis.setAxisLinePaint(look.line);
        axis.setTickMarksVisible(false);
        axis.setCategoryMargin(0.25);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        return axis;
    }

    private static NumberAxis values(Look look, Width width, boolean percent) {
        NumberAxis axis = new NumberAxis();
        axis.setTickLabelFont(FACE.deriveFont(width.letters - 1));
        axis.setTickLabelPaint(look.soft);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        if (percent) {
            axis.setNumberFormatOverride(new DecimalFormat("0\u00a0'%'"));
        }
        return axis;
    }

    private static JFreeChart chart(CategoryPlot plot, PlotOrientation orientation, Look look, boolean legend, Width width) {
        plot.setOrientation(orientation);
        plot.setBackgroundPaint(look.sheet);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(look.line);
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setRangeGridlinesVisible(orientation == PlotOrientation.VERTICAL);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(look.sheet);
        chart.setPadding(new RectangleInsets(4, 4, 4, 8));
        if (legend) {
            LegendTitle names = new LegendTitle(plot);
            names.setItemFont(FACE.deriveFont(width.letters));
            names.setItemPaint(look.ink);
            names.setBackgroundPaint(look.sheet);
            names.setFrame(BlockBorder.NONE);
            names.setPosition(RectangleEdge.BOTTOM);
            chart.addLegend(names);
        }
        return chart;
    }

    private static Font face() {
        try (InputStream content = ChartPicture.class.getResourceAsStream("/liberation/LiberationSans-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, content);
        } catch (IOException | FontFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A name that others may have too. */
    private record Named(int place, String name) implements Comparable<Named> {

        @Override
        public int compareTo(Named other) {
            return Integer.compare(place, other.place);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
