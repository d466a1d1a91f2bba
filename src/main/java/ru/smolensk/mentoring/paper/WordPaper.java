package ru.smolensk.mentoring.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLanguage;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTString;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Writes a document as DOCX: with styles of Word, so that it can be gone on with there. */
public final class WordPaper {

    // Lengths of DOCX are twentieths of a point.
    private static final int A4_SHORT = 11906;
    private static final int A4_LONG = 16838;
    private static final int LEFT = 1418;
    private static final int RIGHT = 851;
    private static final int EDGE = 1134;
    /** What every computer of an office has; LibreOffice takes Liberation Serif, of the same widths. */
    private static final String FACE = "Times New Roman";

    private final XWPFDocument document = new XWPFDocument();
    private final int width;

    private WordPaper(Paper paper) {
        width = (paper.landscape() ? A4_LONG : A4_SHORT) - LEFT - RIGHT;
        sheet(paper.landscape());
        styles();
        document.getProperties().getCoreProperties().setTitle(paper.title());
        footer();
        paper.blocks().forEach(this::write);
    }

    /** Writes it; the stream stays open. */
    public static void write(Paper paper, OutputStream out) throws IOException {
        WordPaper written = new WordPaper(paper);
        try (XWPFDocument document = written.document) {
            document.write(out);
        }
    }

    private void write(Paper.Block block) {
        if (block instanceof Paper.Title title) {
            paragraph("Title", title.words()).setAlignment(ParagraphAlignment.CENTER);
            title.lines().forEach(line -> paragraph("Subtitle", line).setAlignment(ParagraphAlignment.CENTER));
        } else if (block instanceof Paper.Heading heading) {
            paragraph("Heading" + heading.level(), heading.words());
        } else if (block instanceof Paper.Text text) {
            XWPFParagraph paragraph = paragraph(text.faint() ? "Note" : "Normal", text.words());
            paragraph.setAlignment(text.faint() ? ParagraphAlignment.LEFT : ParagraphAlignment.BOTH);
        } else if (block instanceof Paper.Points points) {
            points.points().forEach(point -> paragraph("Point", "–\u00a0" + point));
        } else if (block instanceof Paper.Table table) {
            table(table);
        } else if (block instanceof Paper.Figure figure) {
            figure(figure);
        }
    }

    private XWPFParagraph paragraph(String style, String words) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        run(paragraph, words);
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String words) {
        XWPFRun run = paragraph.createRun();
        List<String> lines = words.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (line > 0) {
                run.addBreak(BreakType.TEXT_WRAPPING);
            }
            run.setText(lines.get(line).replace('\t', ' '), line);
        }
        return run;
    }

    private void table(Paper.Table content) {
        paragraph("Caption", content.caption()).setKeepNext(true);
        XWPFTable table = document.createTable(1, content.columns().size());
        table.setTableAlignment(TableRowAlign.LEFT);
        table.setWidth(width);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setCellMargins(40, 80, 40, 80);
        int[] widths = content.columns().stream().mapToInt(column -> width * column.width() / content.width()).toArray();
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int one : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(one));
        }
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int index = 0; index < widths.length; index++) {
            fill(head.getCell(index), widths[index], content.columns().get(index).heading(), true, ParagraphAlignment.CENTER);
        }
        for (Paper.Row line : content.rows()) {
            XWPFTableRow row = table.createRow();
            row.setCantSplitRow(true);
            for (int index = 0; index < widths.length; index++) {
                fill(row.getCell(index), widths[index], line.cells().get(index), line.strong(),
                        content.columns().get(index).number() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            }
        }
        // Word wants a paragraph between two tables.
        paragraph("Normal", "");
    }

    private static void fill(XWPFTableCell cell, int width, String words, boolean strong, ParagraphAlignment alignment) {
        cell.setWidth(String.valueOf(width));
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setStyle("Cell");
        paragraph.setAlignment(alignment);
        run(paragraph, words).setBold(strong);
    }

    private void figure(Paper.Figure figure) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle("Picture");
        paragraph.setKeepNext(true);
        int height = ChartPicture.height(figure.chart(), ChartPicture.Width.WIDE);
        double wide = width / 20.0;
        byte[] picture = ChartPicture.png(figure.chart(), ChartPicture.Look.LIGHT, ChartPicture.Width.WIDE);
        try {
            XWPFRun run = paragraph.createRun();
            run.addPicture(new ByteArrayInputStream(picture), Document.PICTURE_TYPE_PNG, "chart.png",
                    Units.toEMU(wide), Units.toEMU(wide * height / ChartPicture.Width.WIDE.pixels()));
            run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(figure.chart().title());
        } catch (InvalidFormatException | IOException broken) {
            throw new IllegalStateException(broken);
        }
        paragraph("Caption", figure.caption()).setAlignment(ParagraphAlignment.CENTER);
    }

    private void sheet(boolean landscape) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(landscape ? A4_LONG : A4_SHORT));
        size.setH(BigInteger.valueOf(landscape ? A4_SHORT : A4_LONG));
        if (landscape) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(LEFT));
        margins.setRight(BigInteger.valueOf(RIGHT));
        margins.setTop(BigInteger.valueOf(EDGE));
        margins.setBottom(BigInteger.valueOf(EDGE));
        margins.setHeader(BigInteger.valueOf(EDGE / 2));
        margins.setFooter(BigInteger.valueOf(EDGE / 2));
    }

    private void footer() {
        XWPFParagraph paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private void styles() {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FACE);
        fonts.setHAnsi(FACE);
        fonts.setCs(FACE);
        styles.setDefaultFonts(fonts);
        CTLanguage russian = CTLanguage.Factory.newInstance();
        russian.setVal("ru-RU");
        styles.getCtStyles().getDocDefaults().getRPrDefault().getRPr().setLangArray(new CTLanguage[] {russian});
        style(styles, "Normal", "Normal", 12, false, 0, 120, null);
        style(styles, "Title", "Title", 14, true, 0, 60, null);
        style(styles, "Subtitle", "Subtitle", 12, false, 0, 240, null);
        style(styles, "Heading1", "heading 1", 13, true, 280, 120, 0);
        style(styles, "Heading2", "heading 2", 12, true, 200, 80, 1);
        style(styles, "Caption", "caption", 11, true, 120, 80, null);
        style(styles, "Note", "Note", 10, false, 0, 120, null);
        style(styles, "Point", "Point", 12, false, 0, 40, null);
        style(styles, "Cell", "Cell", 10, false, 0, 0, null);
        style(styles, "Picture", "Picture", 12, false, 120, 0, null);
    }

    /** @param outline the level in the table of contents, or {@code null} for none */
    private static void style(XWPFStyles styles, String id, String name, int points, boolean bold, int before, int after, Integer outline) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        CTString called = CTString.Factory.newInstance();
        called.setVal(name);
        style.setName(called);
        if (id.equals("Normal")) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal("Normal");
        }
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(before));
        spacing.setAfter(BigInteger.valueOf(after));
        if (outline != null) {
            paragraph.addNewKeepNext();
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        var letters = style.addNewRPr();
        letters.addNewSz().setVal(BigInteger.valueOf(points * 2L));
        letters.addNewSzCs().setVal(BigInteger.valueOf(points * 2L));
        if (bold) {
            letters.addNewB();
        }
        styles.addStyle(new XWPFStyle(style));
    }
}
