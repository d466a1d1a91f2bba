package ru.smolensk.mentoring.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import ru.smolensk.mentoring.platform.Typed;

/** The words of a file, paragraph by paragraph, so that a reviewer sees which of them changed. A scan has none, and that is no error. */
@Component
class ActText {

    /** ◆ A position of an organisation is never longer; what is, is read in its file. */
    static final int MOST_PARAGRAPHS = 400;
    private static final int LONGEST = 300_000;
    private static final int MOST_PAGES = 80;
    private static final String PARAGRAPH = "\u2029";
    private static final Logger LOG = LoggerFactory.getLogger(ActText.class);

    private final Files files;

    ActText(Files files) {
        this.files = files;
    }

    /** A paragraph, a heading or a line of a table. */
    record Paragraph(boolean heading, String words) {
    }

    /** The paragraphs of the file; none if it holds no text that can be read, or too much of it. */
    List<Paragraph> of(StoredFile file) {
        if (file == null) {
            return List.of();
        }
        try (InputStream content = files.content(file).getInputStream(); ArrivedFile copy = ArrivedFile.of(content, Files.LIMIT)) {
            List<Paragraph> paragraphs = switch (file.type()) {
                case PDF -> pdf(copy);
                case DOCX -> office(copy.path(), new OOXMLParser());
                case DOC -> office(copy.path(), new OfficeParser());
                default -> List.of();
            };
            return paragraphs.size() > MOST_PARAGRAPHS ? List.of() : paragraphs;
        } catch (IOException | SAXException | TikaException | RuntimeException unreadable) {
            LOG.info("File {} has no readable text: {}", file.id(), unreadable.getClass().getSimpleName());
            return List.of();
        }
    }

    private static List<Paragraph> pdf(ArrivedFile file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.pages(), "", null, null,
                IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                return List.of();
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setParagraphEnd(PARAGRAPH);
            StringWriter text = new StringWriter();
            stripper.writeText(document, text);
            return text.getBuffer().length() > LONGEST ? List.of() : Arrays.stream(text.toString().split(PARAGRAPH))
                    .map(ActText::oneLine).filter(words -> !words.isEmpty()).map(words -> new Paragraph(false, words)).toList();
        }
    }

    private static List<Paragraph> office(Path path, Parser parser) throws IOException, SAXException, TikaException {
        Paragraphs paragraphs = new Paragraphs();
        ParseContext context = new ParseContext();
        // Otherwise Tika reads its whole configuration for every document, to know how to read what is embedded.
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        try (TikaInputStream content = TikaInputStream.get(path)) {
            parser.parse(content, paragraphs, new Metadata(), context);
        }
        return paragraphs.list;
    }

    /** Words that a line's end had parted come together again. */
    private static String oneLine(String text) {
        String words = Typed.text(text.replaceAll("(?<=\\p{L})-\\s*\\n\\s*(?=\\p{Ll})", "").replaceAll("\\s+", " "));
        return words == null ? "" : words;
    }

    /** What stands inside a document as a file of its own is not its words. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata embedded) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream content, ContentHandler handler, Metadata embedded, boolean html) {
            // Never asked for.
        }
    }

    /** Hears the document as XHTML. */
    private static final class Paragraphs extends DefaultHandler {

        private final List<Paragraph> list = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private boolean body;
        private int rows;
        private int length;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            body |= name.equals("body");
            if (name.equals("tr") && rows++ == 0) {
                close(false);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            if (rows > 0) {
                if (name.equals("td") || name.equals("th")) {
                    words.append(" · ");
                } else if (name.equals("tr") && --rows == 0) {
                    close(false);
                } else if (name.equals("p")) {
                    words.append(' ');
                }
            } else if (name.matches("p|li|h[1-6]|div")) {
                close(name.matches("h[1-6]"));
            }
        }

        @Override
        public void characters(char[] letters, int from, int count) throws SAXException {
            length += count;
            if (length > LONGEST) {
                throw new SAXException("too long");
            }
            if (body) {
                words.append(letters, from, count);
            }
        }

        private void close(boolean heading) {
            String line = oneLine(words.toString()).replaceAll("( ·)+$", "");
            words.setLength(0);
            if (!line.isEmpty()) {
                list.add(new Paragraph(heading, line));
            }
        }
    }
}
