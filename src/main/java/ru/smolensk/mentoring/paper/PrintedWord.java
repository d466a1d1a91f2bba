package ru.smolensk.mentoring.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.stereotype.Component;

/**
 * Prints a document of Word as PDF, with its fonts inside: the sheet, paragraphs with their alignment, indents, spaces and lists, letters,
 * tables with their borders and joined cells, pictures, page numbers. What it prints is the document itself, so that whoever changes the
 * document changes the print.
 */
@Component
public class PrintedWord {

    /** Prints it; the stream stays open. */
    public void write(byte[] word, OutputStream out) throws IOException {
        String page;
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            page = new WordAsHtml(document).html();
        }
        PrintedHtml.write(page, out);
    }
}
