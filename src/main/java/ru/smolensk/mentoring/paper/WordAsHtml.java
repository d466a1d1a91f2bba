package ru.smolensk.mentoring.paper;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.poi.xwpf.usermodel.BodyElementType;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrBase;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBrType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** One document of Word on its way to HTML: what it looks like on its sheet, for the printer. */
final class WordAsHtml {

    private static final double POINT = 20.0;
    /** A longer table cannot stay on one page with what stands above it. */
    private static final int MOST_ROWS_TOGETHER = 12;
    private static final Map<ParagraphAlignment, String> ALIGNMENT = Map.of(ParagraphAlignment.CENTER, "center", ParagraphAlignment.RIGHT,
            "right",
            ParagraphAlignment.END, "right", ParagraphAlignment.BOTH, "justify", ParagraphAlignment.DISTRIBUTE, "justify");

    private final XWPFDocument document;
    private final StringBuilder html = new StringBuilder();
    private final Map<String, int[]> counted = new HashMap<>();
    private final int size;

    WordAsHtml(XWPFDocument document) {
        this.document = document;
        this.size = letters(document.getStyles() == null || document.getStyles().getDefaultRunStyle() == null
                ? null : document.getStyles().getDefaultRunStyle().getFontSizeAsDouble(), 12);
    }

    private static int letters(Double size, int otherwise) {
        return size == null || size < 1 ? otherwise : (int) Math.round(size);
    }

    String html() {
        html.append("<html lang=\"ru\"><head><title>").append(escaped(title())).append("</title><style>").append(sheet())
                .append("</style></head><body>");
        bodyElements(document.getBodyElements());
        return html.append("</body></html>").toString();
    }

    private String title() {
        String title = document.getProperties().getCoreProperties().getTitle();
        return title == null || title.isBlank() ? "Документ" : title;
    }

    private String sheet() {
        CTSectPr section = document.getDocument().getBody().getSectPr();
        double wide = 595.3;
        double high = 841.9;
        double[] margins = {56.7, 42.5, 56.7, 85};
        if (section != null && section.isSetPgSz()) {
            wide = length(section.getPgSz().getW(), wide);
            high = length(section.getPgSz().getH(), high);
            if (section.getPgSz().getOrient() == STPageOrientation.LANDSCAPE && wide < high) {
                double swapped = wide;
                wide = high;
                high = swapped;
            }
        }
        if (section != null && section.isSetPgMar()) {
            margins = new double[] {length(section.getPgMar().getTop(), margins[0]), length(section.getPgMar().getRight(), margins[1]),
                length(section.getPgMar().getBottom(), margins[2]), length(section.getPgMar().getLeft(), margins[3])};
        }
        return "@page { size: " + pt(wide) + " " + pt(high) + "; margin: " + pt(margins[0]) + " " + pt(margins[1]) + " "
                + pt(margins[2]) + " "
                + pt(margins[3]) + "; " + running("top", document.getHeaderList().stream().map(XWPFHeader::getParagraphs)
                .flatMap(List::stream).toList())
                + running("bottom", document.getFooterList().stream().map(XWPFFooter::getParagraphs).flatMap(List::stream).toList())
                + "}"
                + (section != null && section.isSetTitlePg()
                ? "@page :first { @top-center { content: none } @bottom-center { content: none } }" : "")
                + "body { margin: 0; font-family: \"Liberation Serif\"; font-size: " + size + "pt; line-height: 1.15; color: #000 }"
                + "p { margin: 0; min-height: 1em; white-space: pre-wrap; word-wrap: break-word }"
                + "table { border-collapse: collapse; table-layout: fixed; -fs-table-paginate: paginate }"
                + "td, th { vertical-align: top; padding: 0.5pt 3.6pt; font-weight: normal; text-align: left; word-wrap: break-word }"
                + "tr, .together { page-break-inside: avoid } .next { page-break-before: always } img { max-width: 100% }";
    }

    /** Headers and footers: their words, and the number of the page. */
    private String running(String place, List<XWPFParagraph> paragraphs) {
        StringBuilder content = new StringBuilder();
        for (XWPFParagraph paragraph : paragraphs) {
            String xml = paragraph.getCTP().xmlText();
            boolean numbered = xml.contains("PAGE") && (xml.contains("instrText") || xml.contains("fldSimple"));
            String words = numbered ? paragraph.getText().replaceAll("\\d+", "").strip() : paragraph.getText().strip();
            if (!words.isEmpty()) {
                content.append(content.isEmpty() ? "" : " \"\\A \" ").append('"').append(words.replace("\\", "\\\\")
                        .replace("\"", "\\22 ").replace("\n", " ")
                        .replace("<", "\\3c ").replace("&", "\\26 ")).append('"');
            }
            if (numbered) {
                content.append(" counter(page)");
            }
        }
        return content.isEmpty() ? "" : "@" + place + "-center { content: " + content
                + "; font-family: \"Liberation Serif\"; font-size: 11pt; white-space: pre-wrap }";
    }

    /** What has to stay with what follows it – the last clause with the signature – stands in one block that no page tears. */
    private void bodyElements(List<IBodyElement> elements) {
        boolean together = false;
        for (int at = 0; at < elements.size(); at++) {
            IBodyElement element = elements.get(at);
            if (!together && staysWithNext(element) && at + 1 < elements.size()) {
                html.append("<div class=\"together\">");
                together = true;
            }
            if (together && element instanceof XWPFTable table && table.getNumberOfRows() > MOST_ROWS_TOGETHER) {
                html.append("</div>");
                together = false;
            }
            if (element.getElementType() == BodyElementType.PARAGRAPH) {
                paragraph((XWPFParagraph) element);
            } else if (element.getElementType() == BodyElementType.TABLE) {
                table((XWPFTable) element);
            } else if (element instanceof XWPFSDT control) {
                control.getContent().getText().lines().forEach(line -> html.append("<p>").append(escaped(line)).append("&#160;</p>"));
            }
            if (together && (!staysWithNext(element) || at + 1 == elements.size())) {
                html.append("</div>");
                together = false;
            }
        }
    }

    private boolean staysWithNext(IBodyElement element) {
        if (element instanceof XWPFTable table) {
            return table.getNumberOfRows() > 0 && table.getNumberOfRows() <= MOST_ROWS_TOGETHER && table.getRows().stream()
                    .allMatch(row -> !row.getTableCells().isEmpty() && !row.getTableCells().get(0).getParagraphs().isEmpty()
                            && keepsNext(row.getTableCells().get(0).getParagraphs().get(0)));
        }
        return element instanceof XWPFParagraph paragraph && keepsNext(paragraph);
    }

    private boolean keepsNext(XWPFParagraph paragraph) {
        return found(paragraph, pr -> pr.isSetKeepNext() ? value(1, pr.getKeepNext().getVal()) : null).orElse(false);
    }

    private void paragraph(XWPFParagraph paragraph) {
        StringBuilder style = new StringBuilder();
        style.append("text-align: ").append(ALIGNMENT.getOrDefault(alignment(paragraph), "left")).append(';');
        CTPPrBase direct = paragraph.getCTP().getPPr();
        measure(paragraph, pr -> pr.isSetInd() && (pr.getInd().isSetLeft() || pr.getInd().isSetStart())
                ? pr.getInd().isSetLeft() ? pr.getInd().getLeft() : pr.getInd().getStart() : null)
                .or(() -> Optional.ofNullable(level(paragraph)).filter(level -> level.isSetPPr() && level.getPPr().isSetInd()
                && level.getPPr().getInd().isSetLeft())
                        .map(level -> length(level.getPPr().getInd().getLeft(), 0)))
                .ifPresent(left -> style.append("margin-left: ").append(pt(left)).append(';'));
        measure(paragraph, pr -> pr.isSetInd() && (pr.getInd().isSetRight() || pr.getInd().isSetEnd())
                ? pr.getInd().isSetRight() ? pr.getInd().getRight() : pr.getInd().getEnd() : null)
                .ifPresent(right -> style.append("margin-right: ").append(pt(right)).append(';'));
        measure(paragraph, pr -> pr.isSetInd() && pr.getInd().isSetFirstLine() ? pr.getInd().getFirstLine() : null)
                .ifPresent(first -> style.append("text-indent: ").append(pt(first)).append(';'));
        measure(paragraph, pr -> pr.isSetInd() && pr.getInd().isSetHanging() ? pr.getInd().getHanging() : null)
                .or(() -> Optional.ofNullable(level(paragraph)).filter(level -> level.isSetPPr() && level.getPPr().isSetInd()
                && level.getPPr().getInd().isSetHanging())
                        .map(level -> length(level.getPPr().getInd().getHanging(), 0)))
                .ifPresent(hanging -> style.append("text-indent: -").append(pt(hanging)).append(';'));
        measure(paragraph, pr -> pr.isSetSpacing() && pr.getSpacing().isSetBefore() ? pr.getSpacing().getBefore() : null)
                .ifPresent(before -> style.append("margin-top: ").append(pt(before)).append(';'));
        measure(paragraph, pr -> pr.isSetSpacing() && pr.getSpacing().isSetAfter() ? pr.getSpacing().getAfter() : null)
                .ifPresent(after -> style.append("margin-bottom: ").append(pt(after)).append(';'));
        lines(paragraph).ifPresent(line -> style.append("line-height: ").append(line).append(';'));
        style.append(keepsNext(paragraph) ? "page-break-after: avoid;" : "");
        boolean next = direct != null && direct.isSetPageBreakBefore();
        html.append("<p").append(next ? " class=\"next\"" : "").append(" style=\"").append(style).append("\">");
        String mark = mark(paragraph);
        if (!mark.isEmpty()) {
            html.append(escaped(mark)).append("&#160;");
        }
        boolean empty = mark.isEmpty();
        for (IRunElement part : paragraph.getIRuns()) {
            if (part instanceof XWPFRun run) {
                empty &= !run(paragraph, run);
            } else if (part instanceof XWPFSDT control) {
                html.append(escaped(control.getContent().getText()));
                empty = false;
            }
        }
        html.append(empty ? "&#160;" : "").append("</p>");
    }

    private ParagraphAlignment alignment(XWPFParagraph paragraph) {
        return found(paragraph, pr -> pr.isSetJc() ? ParagraphAlignment.valueOf(pr.getJc().getVal().intValue()) : null)
                .orElse(ParagraphAlignment.LEFT);
    }

    private Optional<String> lines(XWPFParagraph paragraph) {
        return found(paragraph, pr -> {
            if (!pr.isSetSpacing() || !pr.getSpacing().isSetLine()) {
                return null;
            }
            double line = Double.parseDouble(String.valueOf(pr.getSpacing().getLine()));
            boolean exact = pr.getSpacing().isSetLineRule() && pr.getSpacing().getLineRule() != STLineSpacingRule.AUTO;
            return exact ? pt(line / POINT) : number(line / 240 * 1.15);
        });
    }

    /** A property of the paragraph itself, of its style, of the styles below, of the document. */
    private <T> Optional<T> found(XWPFParagraph paragraph, Function<CTPPrBase, T> property) {
        T own = paragraph.getCTP().getPPr() == null ? null : property.apply(paragraph.getCTP().getPPr());
        String id = paragraph.getStyle();
        for (int depth = 0; own == null && depth < 12; depth++) {
            XWPFStyle style = style(id);
            if (style == null) {
                break;
            }
            own = style.getCTStyle().isSetPPr() ? property.apply(style.getCTStyle().getPPr()) : null;
            id = style.getBasisStyleID();
            if (id == null) {
                break;
            }
        }
        if (own == null && document.getStyles() != null && document.getStyles().getDefaultParagraphStyle() != null) {
            var defaults = document.getStyles().getCtStyles().getDocDefaults();
            own = defaults != null && defaults.isSetPPrDefault() && defaults.getPPrDefault().isSetPPr()
                    ? property.apply(defaults.getPPrDefault().getPPr()) : null;
        }
        return Optional.ofNullable(own);
    }

    private XWPFStyle style(String id) {
        if (document.getStyles() == null) {
            return null;
        }
        return id != null ? document.getStyles().getStyle(id)
                : document.getStyles().getStyles().stream().filter(one -> one.getCTStyle().getDefault() != null
                && "1".equals(String.valueOf(one.getCTStyle().getDefault()))
                        && one.getType() == org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType.PARAGRAPH).findFirst()
                        .orElse(document.getStyles().getStyle("Normal"));
    }

    private Optional<Double> measure(XWPFParagraph paragraph, Function<CTPPrBase, Object> property) {
        return found(paragraph, property).map(value -> length(value, 0));
    }

    /** A property of the letters: of the run itself, of the paragraph's style, of the styles below. */
    private <T> T letters(XWPFParagraph paragraph, XWPFRun run, Function<CTRPr, T> property) {
        T own = run.getCTR().isSetRPr() ? property.apply(run.getCTR().getRPr()) : null;
        String id = paragraph.getStyle();
        for (int depth = 0; own == null && depth < 12; depth++) {
            XWPFStyle style = style(id);
            if (style == null) {
                break;
            }
            own = style.getCTStyle().isSetRPr() ? property.apply(style.getCTStyle().getRPr()) : null;
            id = style.getBasisStyleID();
            if (id == null) {
                break;
            }
        }
        return own;
    }

    private static boolean on(Boolean property) {
        return Boolean.TRUE.equals(property);
    }

    private static Boolean value(int count, Object first) {
        return count == 0 ? null : first == null || !List.of("0", "false", "off", "none").contains(String.valueOf(first)
                .toLowerCase(Locale.ROOT));
    }

    /** @return whether something can be seen of it */
    private boolean run(XWPFParagraph paragraph, XWPFRun run) {
        StringBuilder style = new StringBuilder();
        if (on(letters(paragraph, run, pr -> value(pr.sizeOfBArray(), pr.sizeOfBArray() == 0 ? null : pr.getBArray(0).getVal())))) {
            style.append("font-weight: 700;");
        }
        if (on(letters(paragraph, run, pr -> value(pr.sizeOfIArray(), pr.sizeOfIArray() == 0 ? null : pr.getIArray(0).getVal())))) {
            style.append("font-style: italic;");
        }
        if (on(letters(paragraph, run, pr -> pr.sizeOfUArray() == 0 ? null : pr.getUArray(0).getVal() != null
                && !"none".equals(pr.getUArray(0).getVal().toString())))) {
            style.append("text-decoration: underline;");
        }
        if (on(letters(paragraph, run, pr -> value(pr.sizeOfStrikeArray(), pr.sizeOfStrikeArray() == 0 ? null : pr.getStrikeArray(0)
                .getVal())))) {
            style.append("text-decoration: line-through;");
        }
        if (on(letters(paragraph, run, pr -> value(pr.sizeOfCapsArray(), pr.sizeOfCapsArray() == 0 ? null : pr.getCapsArray(0)
                .getVal())))) {
            style.append("text-transform: uppercase;");
        }
        Object points = letters(paragraph, run, pr -> pr.sizeOfSzArray() == 0 ? null : pr.getSzArray(0).getVal());
        if (points != null) {
            style.append("font-size: ").append(pt(Double.parseDouble(String.valueOf(points)) / 2)).append(';');
        }
        String face = letters(paragraph, run, pr -> pr.sizeOfRFontsArray() == 0 ? null : pr.getRFontsArray(0).getAscii());
        if (face != null && face.matches("(?i).*(arial|calibri|sans|verdana|tahoma|segoe|golos|pt sans).*")) {
            style.append("font-family: 'Liberation Sans';");
        }
        Object colour = letters(paragraph, run, pr -> pr.sizeOfColorArray() == 0 ? null : pr.getColorArray(0).xgetVal()
                .getStringValue());
        if (colour != null && colour.toString().matches("[0-9A-Fa-f]{6}")) {
            style.append("color: #").append(colour).append(';');
        }
        String raised = letters(paragraph, run, pr -> pr.sizeOfVertAlignArray() == 0 ? null : pr.getVertAlignArray(0).getVal()
                .toString());
        if ("superscript".equals(raised) || "subscript".equals(raised)) {
            style.append("font-size: 70%; vertical-align: ").append("superscript".equals(raised) ? "super" : "sub").append(';');
        }
        StringBuilder inside = new StringBuilder();
        words(run, inside);
        for (XWPFPicture picture : run.getEmbeddedPictures()) {
            picture(picture, inside);
        }
        if (inside.isEmpty()) {
            return false;
        }
        html.append("<span").append(style.isEmpty() ? "" : " style=\"" + style.toString().replace("\"", "'") + "\"").append('>')
                .append(inside).append("</span>");
        return true;
    }

    private static void words(XWPFRun run, StringBuilder inside) {
        try (XmlCursor cursor = run.getCTR().newCursor()) {
            for (boolean more = cursor.toFirstChild(); more; more = cursor.toNextSibling()) {
                XmlObject part = cursor.getObject();
                String name = cursor.getName().getLocalPart();
                if (part instanceof CTText text && name.equals("t")) {
                    inside.append(escaped(text.getStringValue()));
                } else if (part instanceof CTBr br) {
                    inside.append(br.isSetType() && br.getType() == STBrType.PAGE
                            ? "<span style=\"page-break-after: always; display: block\"></span>" : "<br/>");
                } else if (name.equals("cr")) {
                    inside.append("<br/>");
                } else if (name.equals("tab")) {
                    inside.append("&#160;&#160;&#160;&#160;&#160;&#160;");
                } else if (name.equals("noBreakHyphen")) {
                    inside.append("\u2011");
                }
            }
        }
    }

    private static void picture(XWPFPicture picture, StringBuilder inside) {
        if (picture.getPictureData() == null) {
            return;
        }
        byte[] data = picture.getPictureData().getData();
        String type = picture.getPictureData().getPackagePart().getContentType();
        if (type.equals("image/png") || type.equals("image/jpeg")) {
            inside.append("<img alt=\"\" style=\"width: ").append(pt(picture.getWidth())).append("; height: ")
                    .append(pt(picture.getDepth()))
                    .append("\" src=\"data:").append(type).append(";base64,").append(Base64.getEncoder().encodeToString(data))
                    .append("\"/>");
        }
    }

    private CTLvl level(XWPFParagraph paragraph) {
        BigInteger list = paragraph.getNumID();
        if (list == null || document.getNumbering() == null) {
            return null;
        }
        XWPFNum num = document.getNumbering().getNum(list);
        XWPFAbstractNum meant = num == null ? null : document.getNumbering().getAbstractNum(num.getCTNum().getAbstractNumId().getVal());
        int depth = paragraph.getNumIlvl() == null ? 0 : paragraph.getNumIlvl().intValue();
        return meant == null ? null : meant.getCTAbstractNum().getLvlList().stream()
                .filter(one -> one.getIlvl() != null && one.getIlvl().intValue() == depth).findFirst().orElse(null);
    }

    /** «1.», «2.1», «–»: what stands before the words of a list. */
    private String mark(XWPFParagraph paragraph) {
        CTLvl level = level(paragraph);
        if (level == null || level.getLvlText() == null || level.getLvlText().getVal() == null) {
            return "";
        }
        int depth = paragraph.getNumIlvl() == null ? 0 : paragraph.getNumIlvl().intValue();
        if (level.getNumFmt() != null && "bullet".equals(String.valueOf(level.getNumFmt().getVal()))) {
            String bullet = level.getLvlText().getVal();
            return bullet.codePoints().anyMatch(one -> one >= 0xe000 && one <= 0xf8ff) || bullet.equals("o") ? "•" : bullet;
        }
        int[] numbers = counted.computeIfAbsent(paragraph.getNumID().toString(), any -> new int[10]);
        numbers[depth]++;
        java.util.Arrays.fill(numbers, depth + 1, numbers.length, 0);
        String mark = level.getLvlText().getVal();
        for (int at = 0; at <= depth; at++) {
            mark = mark.replace("%" + (at + 1), String.valueOf(Math.max(numbers[at], 1)));
        }
        return mark;
    }

    private void table(XWPFTable table) {
        boolean bordered = bordered(table);
        html.append("<table style=\"width: ").append(width(table)).append("\">");
        var grid = table.getCTTbl().getTblGrid();
        double sum = grid == null ? 0 : grid.getGridColList().stream().mapToDouble(column -> length(column.getW(), 0)).sum();
        if (sum > 0) {
            html.append("<colgroup>");
            grid.getGridColList().forEach(column -> html.append("<col style=\"width: ")
                    .append(number(length(column.getW(), 0) / sum * 100)).append("%\"/>"));
            html.append("</colgroup>");
        }
        List<XWPFTableRow> rows = table.getRows();
        int heads = 0;
        while (heads < rows.size() && rows.get(heads).isRepeatHeader()) {
            heads++;
        }
        for (int at = 0; at < rows.size(); at++) {
            html.append(heads > 0 && at == 0 ? "<thead>" : "").append(at == heads ? "<tbody>" : "").append("<tr>");
            int column = 0;
            for (XWPFTableCell cell : rows.get(at).getTableCells()) {
                CTTcPr properties = cell.getCTTc().getTcPr();
                int wide = properties != null && properties.isSetGridSpan() ? properties.getGridSpan().getVal().intValue() : 1;
                if (properties == null || !properties.isSetVMerge() || properties.getVMerge().getVal() == STMerge.RESTART) {
                    cell(cell, properties, wide, high(rows, at, column, properties), bordered);
                }
                column += wide;
            }
            html.append("</tr>").append(heads > 0 && at == heads - 1 ? "</thead>" : "");
        }
        html.append(rows.size() > heads ? "</tbody>" : "").append("</table>");
    }

    private static String width(XWPFTable table) {
        if (table.getCTTbl().getTblPr() != null && table.getCTTbl().getTblPr().isSetTblW()) {
            String type = String.valueOf(table.getCTTbl().getTblPr().getTblW().getType());
            double width = length(table.getCTTbl().getTblPr().getTblW().getW(), 0);
            if (type.equals("dxa") && width > 0) {
                return pt(width);
            }
        }
        return "100%";
    }

    private void cell(XWPFTableCell cell, CTTcPr properties, int wide, int high, boolean bordered) {
        StringBuilder style = new StringBuilder(bordered ? "border: 0.5pt solid #000;" : "");
        if (properties != null && properties.isSetTcBorders()) {
            CTTcBorders borders = properties.getTcBorders();
            side(style, "top", borders.isSetTop() ? borders.getTop().getVal() : null);
            side(style, "bottom", borders.isSetBottom() ? borders.getBottom().getVal() : null);
            side(style, "left", borders.isSetLeft() ? borders.getLeft().getVal() : null);
            side(style, "right", borders.isSetRight() ? borders.getRight().getVal() : null);
        }
        if (cell.getVerticalAlignment() != null) {
            style.append(switch (cell.getVerticalAlignment()) {
                case CENTER, BOTH -> "vertical-align: middle;";
                case BOTTOM -> "vertical-align: bottom;";
                default -> "";
            });
        }
        html.append("<td").append(wide > 1 ? " colspan=\"" + wide + "\"" : "").append(high > 1 ? " rowspan=\"" + high + "\"" : "")
                .append(" style=\"").append(style).append("\">");
        bodyElements(cell.getBodyElements());
        html.append("</td>");
    }

    private static void side(StringBuilder style, String side, STBorder.Enum border) {
        if (border != null) {
            style.append("border-").append(side).append(border == STBorder.NIL || border == STBorder.NONE ? ": none;"
                    : ": 0.5pt solid #000;");
        }
    }

    private static int high(List<XWPFTableRow> rows, int from, int column, CTTcPr properties) {
        if (properties == null || !properties.isSetVMerge()) {
            return 1;
        }
        int high = 1;
        for (int at = from + 1; at < rows.size() && goesOn(rows.get(at), column); at++) {
            high++;
        }
        return high;
    }

    private static boolean goesOn(XWPFTableRow row, int column) {
        int at = 0;
        for (XWPFTableCell cell : row.getTableCells()) {
            CTTcPr properties = cell.getCTTc().getTcPr();
            if (at == column) {
                return properties != null && properties.isSetVMerge() && properties.getVMerge().getVal() != STMerge.RESTART;
            }
            at += properties != null && properties.isSetGridSpan() ? properties.getGridSpan().getVal().intValue() : 1;
        }
        return false;
    }

    private boolean bordered(XWPFTable table) {
        var properties = table.getCTTbl().getTblPr();
        CTTblBorders borders = properties != null && properties.isSetTblBorders() ? properties.getTblBorders() : null;
        if (borders == null && table.getStyleID() != null) {
            XWPFStyle style = document.getStyles() == null ? null : document.getStyles().getStyle(table.getStyleID());
            borders = style != null && style.getCTStyle().isSetTblPr() && style.getCTStyle().getTblPr().isSetTblBorders()
                    ? style.getCTStyle().getTblPr().getTblBorders() : null;
        }
        return borders != null && borders.isSetTop() && borders.getTop().getVal() != STBorder.NIL && borders.getTop()
                .getVal() != STBorder.NONE;
    }

    /** A length of Word, twentieths of a point, in points. */
    private static double length(Object twentieths, double otherwise) {
        try {
            return twentieths == null ? otherwise : Double.parseDouble(twentieths.toString()) / POINT;
        } catch (NumberFormatException withUnit) {
            return otherwise;
        }
    }

    private static String pt(double points) {
        return number(points) + "pt";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
