package ru.smolensk.mentoring.sweep;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The checker behind validator.w3.org, in this process. */
final class ValidHtml implements ErrorHandler {

    private static final String HTML5 = "http://s.validator.nu/html5-rdfalite.rnc";

    /** Thymeleaf closes the hidden fields of a form in the manner of XML; that is allowed. */
    private static final String THYMELEAF_WRITES = "Trailing slash on void elements";

    private final SimpleDocumentValidator validator = new SimpleDocumentValidator();
    private final List<String> complaints = new ArrayList<>();
    private String[] lines;

    ValidHtml() {
        try {
            validator.setUpMainSchema(HTML5, this);
            validator.setUpValidatorAndParsers(this, true, false);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What is wrong with the page; empty when it is valid. */
    List<String> complaints(byte[] page) {
        complaints.clear();
        lines = new String(page, java.nio.charset.StandardCharsets.UTF_8).split("\n", -1);
        InputSource source = new InputSource(new ByteArrayInputStream(page));
        source.setEncoding("UTF-8");
        try {
            validator.checkHtmlInputSource(source);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return List.copyOf(complaints);
    }

    @Override
    public void warning(SAXParseException warning) {
        note(warning);
    }

    @Override
    public void error(SAXParseException error) {
        note(error);
    }

    @Override
    public void fatalError(SAXParseException error) {
        note(error);
    }

    private void note(SAXParseException complaint) {
        if (complaint.getMessage().startsWith(THYMELEAF_WRITES)) {
            return;
        }
        int line = complaint.getLineNumber();
        String whole = line < 1 || line > lines.length ? "" : lines[line - 1];
        int end = Math.min(whole.length(), Math.max(complaint.getColumnNumber(), 0));
        String place = whole.substring(Math.max(0, end - 200), end).strip().replaceAll("name=\"_(csrf|once)\" value=\"[^\"]*\"", "name=\"_$1\"");
        complaints.add("HTML: " + complaint.getMessage() + " at " + place);
    }
}
