package ru.smolensk.mentoring.sweep;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The checker behind validator.w3.org, in this process. */
final class ValidHtml implements ErrorHandler {

    private static final String HTML5 = "http://s.validator.nu/html5-rdfalite.rnc";

    private static final long STACK = 32L * 1024 * 1024;
    /** Thymeleaf closes the hidden fields of a form in the manner of XML; that is allowed. */
    private static final String THYMELEAF_WRITES = "Trailing slash on void elements";
    /** Container queries are in every browser since 2023, but not in the checker's list of properties: «@container», «container-type». */
    private static final Pattern TOO_NEW_FOR_IT = Pattern.compile("CSS: .*(Unrecognized at-rule .@container|Property .container-type. doesn't exist).*",
            Pattern.DOTALL);

    // Without guessing the language: that takes longer than all the rest, and takes Russian for a neighbour of it on a page of names.
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);
    private final List<String> complaints = new ArrayList<>();
    private String[] lines;

    ValidHtml() {
        calmly(() -> {
            validator.setUpMainSchema(HTML5, this);
            validator.setUpValidatorAndParsers(this, true, false);
            return null;
        });
    }

    /** What is wrong with the page; empty when it is valid. */
    synchronized List<String> complaints(byte[] page) {
        return calmly(() -> {
            complaints.clear();
            lines = new String(page, StandardCharsets.UTF_8).split("\n", -1);
            InputSource source = new InputSource(new ByteArrayInputStream(page));
            source.setEncoding(StandardCharsets.UTF_8.name());
            validator.checkHtmlInputSource(source);
            return List.copyOf(complaints);
        });
    }

    /** The schema's grammar is read by recursion that a usual stack does not always hold. */
    private static <T> T calmly(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(null, task, "HTML checker", STACK).start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
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
        if (complaint.getMessage().startsWith(THYMELEAF_WRITES) || TOO_NEW_FOR_IT.matcher(complaint.getMessage()).matches()) {
            return;
        }
        int line = complaint.getLineNumber();
        String whole = line < 1 || line > lines.length ? "" : lines[line - 1];
        int end = Math.min(whole.length(), Math.max(complaint.getColumnNumber(), 0));
        String place = whole.substring(Math.max(0, end - 200), end).strip()
                .replaceAll("name=\"_(csrf|once)\" value=\"[^\"]*\"", "name=\"_$1\"");
        complaints.add("HTML: " + complaint.getMessage() + " at " + place);
    }
}
