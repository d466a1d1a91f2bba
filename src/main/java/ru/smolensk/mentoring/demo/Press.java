package ru.smolensk.mentoring.demo;

import java.io.IOException;

/**
 * Prints the papers of the demo city as real files, the same bytes at every start: PDF with an embedded font, DOCX, and JPG that looks like
 * a scan.
 */
final class Press {

    // PDFBox reads a font's tables when they are needed first: a font must not be shared between threads.
    private static final ThreadLocal<Press> OF_THREAD = ThreadLocal.withInitial(Press::new);

    private final PdfPrinter pdf;
    private final ScanPrinter scan;

    private Press() {
        Face regular = Face.regular();
        Face bold = Face.bold();
        pdf = new PdfPrinter(regular);
        scan = new ScanPrinter(regular, bold);
    }

    static Press ofThisThread() {
        return OF_THREAD.get();
    }

    byte[] print(Sheet sheet) throws IOException {
        return switch (sheet.format()) {
            case PDF -> pdf.print(sheet);
            case DOCX -> DocxPrinter.print(sheet);
            case JPG -> scan.print(sheet);
        };
    }
}
