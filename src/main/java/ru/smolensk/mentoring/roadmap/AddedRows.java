package ru.smolensk.mentoring.roadmap;

import java.util.List;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.Russian;

/** Many rows that came into a roadmap at once, for its journal: one entry with the words of each. */
record AddedRows(Roadmap roadmap, List<Roadmaps.Row> rows) implements Audited {

    @Override
    public Long id() {
        return roadmap.id();
    }

    @Override
    public Long organisationId() {
        return roadmap.organisationId();
    }

    @Override
    public Subject subject() {
        return roadmap.subject();
    }

    @Override
    public String title() {
        return new Russian().count(rows.size(), "строка", "строки", "строк");
    }

    @Override
    public Facts facts() {
        Facts facts = new Facts();
        Numbers numbers = new Numbers();
        rows.forEach(row -> facts.add(numbers.next(row.kind()), row.inWords()));
        return facts;
    }

    @Override
    public int version() {
        return roadmap.version();
    }
}
