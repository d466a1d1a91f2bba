package ru.smolensk.mentoring.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Figures to be drawn; the picture on a page and the one in a document are the same. */
public sealed interface Chart permits Chart.Bars, Chart.Lines {

    /** What it shows, for those who do not see it. */
    String title();

    /** Its height on a desktop, in pixels. */
    default int wideHeight() {
        return ChartPicture.height(this, ChartPicture.Width.WIDE);
    }

    /** Its height on a phone, in pixels. */
    default int narrowHeight() {
        return ChartPicture.height(this, ChartPicture.Width.NARROW);
    }

    /**
     * Shares beside each other.
     *
     * @param bars from top to bottom
     */
    record Bars(String title, List<Bar> bars) implements Chart {

        public Bars {
            title = Paper.printable(title);
            bars = List.copyOf(bars);
        }
    }

    /**
     * A share.
     *
     * @param percent from 0 to 100, or {@code null} where there is none: the words say why
     * @param words «66,7 % (2 из 3)»
     */
    record Bar(String label, Double percent, String words) {

        public Bar {
            label = Paper.printable(label);
            words = Paper.printable(words);
        }
    }

    /**
     * Figures over time.
     *
     * @param percent whether they are shares of 100
     * @param moments under the chart, from left to right
     */
    record Lines(String title, boolean percent, List<String> moments, List<Line> lines) implements Chart {

        public Lines {
            title = Paper.printable(title);
            moments = List.copyOf(moments);
            lines = List.copyOf(lines);
            for (Line line : lines) {
                if (line.values().size() != moments.size()) {
                    throw new IllegalArgumentException(line.values().size() + " values at " + moments.size() + " moments");
                }
            }
        }
    }

    /**
     * A figure at each moment.
     *
     * @param values {@code null} where it is not known: the line is broken there
     */
    record Line(String label, List<Double> values) {

        public Line {
            label = Paper.printable(label);
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }
}
