package ru.smolensk.mentoring.workbook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.organisation.OrganisationForm;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.workbook.Rows.Row;
import ru.smolensk.mentoring.workbook.Run.Compared;
import ru.smolensk.mentoring.workbook.Run.Result;

/** The rows of the city's list of organisations. ◆ Closing one takes its curators' workspace away: that is left to the administrator's page. */
@Component
class OrganisationRows {

    private final Organisations organisations;

    OrganisationRows(Organisations organisations) {
        this.organisations = organisations;
    }

    Result write(Run run, Row row) {
        run.claim(row, row.key());
        Stored.Line line = run.stored(row).stream().findFirst().orElse(null);
        if (line == null && run.annulled.contains(Likeness.plain(row.cell("slug")))) {
            run.wrong(row, "slug", "Организация с этим адресом закрыта, и адрес занят. Снова открыть её может администратор");
        }
        Compared said = run.compare(row, line == null ? Map.of() : line.cells(), line == null ? Set.of() : Set.of("slug"));
        String title = said.get("shortName") == null ? said.get("slug") : said.get("shortName");
        if (line != null && said.changes().isEmpty()) {
            run.expectRight(row);
            return run.result(row, true, title, List.of());
        }
        run.demand(row, said, "slug", "shortName", "fullName", "kind");
        OrganisationForm form = new OrganisationForm(null, kind(row, said), said.get("shortName"), said.get("fullName"), said.get("slug"), said.get("website"));
        run.check(row, form);
        run.expectRight(row);
        // Written one by one: a name that another organisation has just given up is free for the next row.
        run.apart(() -> {
            if (line == null) {
                organisations.enter(form.toCommand());
            } else {
                organisations.change(line.id(), form.toCommand());
            }
        });
        return run.result(row, line != null, title, said.changes());
    }

    private static OrganisationKind kind(Row row, Compared said) {
        return said.get("kind") == null ? null
                : OrganisationKind.valueOf(row.sheet().column("kind").orElseThrow().word(said.get("kind")).orElseThrow().name());
    }
}
