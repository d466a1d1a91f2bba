package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.smolensk.mentoring.demo.Sheet.Format;
import ru.smolensk.mentoring.demo.Somebody.Ally;
import ru.smolensk.mentoring.demo.Story.Curators;
import ru.smolensk.mentoring.document.ActKind;
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.document.LocalActs;
import ru.smolensk.mentoring.document.Papers;

/** The part of a story that tells of the organisation's documents, of files and of its section. */
final class StoryOfDocuments {

    private final Story story;
    private final Map<ActKind, Entered> entered = new EnumMap<>(ActKind.class);

    StoryOfDocuments(Story story) {
        this.story = story;
    }

    /** A document that was entered on a day; its identifier is there from then on. */
    record Entered(LocalDate day, long[] id) {
    }

    /** The last document of a kind, if there is one. */
    Optional<Entered> entered(ActKind kind) {
        return Optional.ofNullable(entered.get(kind));
    }

    private long[] entering(LocalDate day, ActKind kind) {
        Entered act = new Entered(day, new long[1]);
        entered.put(kind, act);
        return act.id();
    }

    void document(LocalDate day, ActKind kind, String number, LocalDate date, String title, Sheet file, Disclosure disclosure, Sheet copy) {
        document(day, kind, number, date, title, null, file, disclosure, copy);
    }

    private void document(LocalDate day, ActKind kind, String number, LocalDate date, String title, Ally ally, Sheet file,
                          Disclosure disclosure, Sheet copy) {
        printed(day, file);
        if (copy != null) {
            printed(day, copy);
        }
        long[] id = entering(day, kind);
        story.on(day, () -> id[0] = story.services.acts().enter(story.tenant, new LocalActs.Description(kind, number, date, title,
                ally == null ? null : ally.id, null, new Papers.Said(kept(file), disclosure, kept(copy)))));
    }

    /** The order that appointed the curator of today (F5). */
    void curatorOrder(LocalDate begins, Format format, Disclosure disclosure) {
        Curators curators = story.curators;
        LocalDate entered = Years.workday(curators.dated().plusDays(2));
        document(entered.isBefore(begins) ? begins : entered, ActKind.CURATOR_ORDER, curators.number(), curators.dated(),
                "О назначении куратора",
                story.paperwork.curator(format, curators.number(), curators.dated(), curators.name(), true), disclosure,
                disclosure == Disclosure.REDACTED_COPY
                        ? story.paperwork.curator(Format.PDF, curators.number(), curators.dated(), curators.name(), false) : null);
    }

    void partnerDocument(LocalDate day, Ally ally, String number, LocalDate date, Sheet file, Disclosure disclosure) {
        document(day, ActKind.PARTNER_DOCUMENT, number, date, "Договор о сотрудничестве", ally, file, disclosure, null);
    }

    /** A document that stands on the organisation's own site. */
    void linkedDocument(LocalDate day, ActKind kind, String number, LocalDate date, String title) {
        String link = "https://" + story.place.slug() + ".example.org/nastavnichestvo/"
                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        long[] id = entering(day, kind);
        story.on(day, () -> id[0] = story.services.acts().enter(story.tenant, new LocalActs.Description(kind, number, date, title, null, link,
                new Papers.Said(null, Disclosure.NO_NAMES, null))));
    }

    void annulledDocument(LocalDate day, ActKind kind, LocalDate date, String title, Sheet file, String reason) {
        long[] id = new long[1];
        printed(day, file);
        story.on(day, () -> id[0] = story.services.acts().enter(story.tenant, new LocalActs.Description(kind, null, date, title, null, null,
                new Papers.Said(kept(file), Disclosure.NO_NAMES, null))));
        story.on(Years.workday(day.plusDays(3)), () -> story.services.acts().annul(story.tenant, id[0], reason));
    }

    void publish(LocalDate day) {
        story.on(day, () -> story.services.sections().publish(story.tenant, day));
    }

    /** Notes that the paper is needed on that day. */
    Sheet printed(LocalDate day, Sheet sheet) {
        story.chronicle.order(day, sheet);
        return sheet;
    }

    /** The paper among the organisation's files. */
    Long kept(Sheet sheet) {
        return sheet == null ? null : sheet.keep(story.services.files(), story.tenant);
    }
}
