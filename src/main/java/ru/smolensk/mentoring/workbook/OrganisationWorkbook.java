package ru.smolensk.mentoring.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.paper.Workbook;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.Typed;

/** The workbook that the portal gives: the empty template and everything that is stored, in the same form. */
@Component
class OrganisationWorkbook {

    /** The sheet that explains the others; an import passes over it. */
    static final String EXPLANATIONS = "Как заполнять";

    private final Stored stored;

    OrganisationWorkbook(Stored stored) {
        this.stored = stored;
    }

    /** @param tenant whose workbook; {@code null}: the city's, the list of organisations */
    void writeTemplate(Tenant tenant, OutputStream out) throws IOException {
        write(Sheet.of(tenant), Map.of(), out);
    }

    /** @param tenant whose workbook; {@code null}: the city's, the list of organisations */
    void writeFilled(Tenant tenant, OutputStream out) throws IOException {
        write(Sheet.of(tenant), stored.of(tenant).lines(), out);
    }

    private static void write(List<Sheet> sheets, Map<Sheet, List<Stored.Line>> lines, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(EXPLANATIONS, "Что писать")) {
            for (Sheet kind : sheets) {
                Workbook.Sheet sheet = book.sheet(kind.title(), kind.columns().stream().map(OrganisationWorkbook::column).toList()).toBeFilled();
                for (int at = 0; at < kind.columns().size(); at++) {
                    Column column = kind.columns().get(at);
                    if (!column.words().isEmpty()) {
                        sheet.offer(at, column.words().stream().map(Column.Word::words).toList(), column.kind() == Column.Kind.WORD);
                    }
                }
                for (Stored.Line line : lines.getOrDefault(kind, List.of())) {
                    sheet.row(kind.columns().stream().map(column -> value(column, line.cell(column.field()))).toArray());
                }
            }
            book.write(out);
        }
    }

    private static Workbook.Column column(Column column) {
        return new Workbook.Column(column.heading(), switch (column.kind()) {
            case NUMBER -> Workbook.Kind.NUMBER;
            case DATE -> Workbook.Kind.DATE;
            default -> Workbook.Kind.WORDS;
        }, column.letters(), column.meaning());
    }

    private static Object value(Column column, String text) {
        if (text == null) {
            return null;
        }
        return switch (column.kind()) {
            case NUMBER -> Typed.number(text);
            case DATE -> Typed.date(text);
            default -> text;
        };
    }
}
