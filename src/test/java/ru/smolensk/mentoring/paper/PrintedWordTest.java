package ru.smolensk.mentoring.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import ru.smolensk.mentoring.testing.SampleFiles;

/** What somebody may do to a document in Word comes out in the PDF too. */
class PrintedWordTest {

    private static PDDocument printed(Consumer<XWPFDocument> writing) throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream word = new ByteArrayOutputStream(); ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            document.getDocument().getBody().addNewSectPr();
            writing.accept(document);
            document.write(word);
            new PrintedWord().write(word.toByteArray(), pdf);
            return Loader.loadPDF(pdf.toByteArray());
        }
    }

    private static String words(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    @Test
    void everyFontIsInsideAndHasRussianLetters() throws IOException {
        try (PDDocument pdf = printed(document -> {
            document.createParagraph().createRun().setText("Обычные буквы");
            document.createParagraph().createRun().setText("Жирные");
            document.getParagraphArray(1).getRuns().get(0).setBold(true);
            document.createParagraph().createRun().setText("Наклонные");
            document.getParagraphArray(2).getRuns().get(0).setItalic(true);
            document.createParagraph().createRun().setText("Без засечек");
            document.getParagraphArray(3).getRuns().get(0).setFontFamily("Arial");
        })) {
            assertThat(words(pdf)).contains("Обычные буквы Жирные Наклонные Без засечек");
            var resources = pdf.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    @Test
    void aListIsNumberedAndItsNumbersGoOn() throws IOException {
        try (PDDocument pdf = printed(document -> {
            CTAbstractNum list = CTAbstractNum.Factory.newInstance();
            list.setAbstractNumId(BigInteger.ONE);
            var level = list.addNewLvl();
            level.setIlvl(BigInteger.ZERO);
            level.addNewNumFmt().setVal(STNumberFormat.DECIMAL);
            level.addNewLvlText().setVal("%1)");
            var numbering = document.createNumbering();
            BigInteger number = numbering.addNum(numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(list)));
            for (String words : new String[] {"первое", "второе"}) {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setNumID(number);
                paragraph.createRun().setText(words);
            }
        })) {
            assertThat(words(pdf)).contains("1) первое 2) второе");
        }
    }

    @Test
    void aLyingSheetLiesAndAPageBreakBreaks() throws IOException {
        try (PDDocument pdf = printed(document -> {
            var page = document.getDocument().getBody().getSectPr().addNewPgSz();
            page.setW(BigInteger.valueOf(16838));
            page.setH(BigInteger.valueOf(11906));
            page.setOrient(STPageOrientation.LANDSCAPE);
            document.createParagraph().createRun().setText("раз");
            document.createParagraph().createRun().addBreak(BreakType.PAGE);
            document.createParagraph().createRun().setText("два");
        })) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isGreaterThan(pdf.getPage(0).getMediaBox().getHeight());
        }
    }

    @Test
    void joinedCellsPicturesAndMarkupInWordsAreNoTrouble() throws IOException {
        try (PDDocument pdf = printed(document -> {
            XWPFTable table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("слева <b>&amp;\"'");
            table.getRow(0).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.RESTART);
            table.getRow(1).getCell(0).getCTTc().addNewTcPr().addNewVMerge();
            table.getRow(0).getCell(1).setText("сверху");
            table.getRow(1).getCell(1).setText("снизу");
            try {
                document.createParagraph().createRun().addPicture(new ByteArrayInputStream(SampleFiles.png()), Document.PICTURE_TYPE_PNG, "п.png", 95250, 95250);
            } catch (IOException | org.apache.poi.openxml4j.exceptions.InvalidFormatException broken) {
                throw new AssertionError(broken);
            }
            var control = document.getDocument().getBody().addNewSdt();
            control.addNewSdtPr();
            control.addNewSdtContent().addNewP().addNewR().addNewT().setStringValue("в особом поле Word");
        })) {
            assertThat(words(pdf)).contains("слева <b>&amp;\"'", "сверху", "снизу", "в особом поле Word");
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
    }

    @Test
    void whatStaysWithTheNextInWordStaysWithItInThePdf() throws IOException {
        for (int lines = 40; lines < 60; lines++) {
            int before = lines;
            try (PDDocument pdf = printed(document -> {
                for (int line = 0; line < before; line++) {
                    document.createParagraph().createRun().setText("строка");
                }
                XWPFParagraph last = document.createParagraph();
                last.getCTP().addNewPPr().addNewKeepNext();
                last.createRun().setText("Последний пункт");
                XWPFParagraph gap = document.createParagraph();
                gap.getCTP().addNewPPr().addNewKeepNext();
                document.createTable(1, 2).getRow(0).getCell(0).setText("Руководитель");
            })) {
                PDFTextStripper page = new PDFTextStripper();
                for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                    page.setStartPage(number);
                    page.setEndPage(number);
                    String words = page.getText(pdf);
                    assertThat(words.contains("Последний пункт")).as("%d lines, page %d", before, number).isEqualTo(words.contains("Руководитель"));
                }
            }
        }
    }
}
