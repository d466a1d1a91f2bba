package ru.smolensk.mentoring.workbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.mentorship.AssignmentOrders;
import ru.smolensk.mentoring.mentorship.CorrectionForm;
import ru.smolensk.mentoring.mentorship.EndForm;
import ru.smolensk.mentoring.mentorship.MentoringForm;
import ru.smolensk.mentoring.mentorship.MentoringKind;
import ru.smolensk.mentoring.mentorship.MentoringModel;
import ru.smolensk.mentoring.mentorship.Mentorships;
import ru.smolensk.mentoring.mentorship.Mentorships.EarlyEnd;
import ru.smolensk.mentoring.mentorship.Mentorships.NewMentorship;
import ru.smolensk.mentoring.mentorship.OrderForm;
import ru.smolensk.mentoring.mentorship.StartForm;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.workbook.Rows.Row;
import ru.smolensk.mentoring.workbook.Run.Compared;
import ru.smolensk.mentoring.workbook.Run.Result;

/** The rows of orders, and of the pairs and groups that stand on them. */
@Component
class MentorshipRows {

    private static final String ON_ITS_PAGE = " Сделайте это на странице пары или группы: там останется история";

    private final AssignmentOrders orders;
    private final Mentorships mentorships;

    MentorshipRows(AssignmentOrders orders, Mentorships mentorships) {
        this.orders = orders;
        this.mentorships = mentorships;
    }

    Result order(Run run, Row row) {
        String key = Run.key(Sheet.ORDERS, row.cells());
        run.claim(row, key);
        Stored.Line line = run.stored(row).stream().findFirst().orElse(null);
        Compared said = run.compare(row, line == null ? Map.of() : line.cells(), line == null ? Set.of() : Set.of("number", "datedOn"));
        String title = "№\u00a0" + said.get("number") + " от " + said.get("datedOn");
        if (line != null && said.changes().isEmpty()) {
            run.expectRight(row);
            return run.result(row, true, title, List.of());
        }
        OrderForm form = new OrderForm(null, said.get("number"), said.get("datedOn"), said.get("title"), null, OrderForm.USUAL_DISCLOSURE, null);
        run.check(row, form);
        run.expectRight(row);
        if (line == null) {
            run.untouched();
            run.entered(Sheet.ORDERS, key, orders.enter(run.tenant, form.toCommand()));
        } else {
            run.apart(() -> orders.rename(run.tenant, line.id(), said.get("title")));
        }
        return run.result(row, line != null, title, said.changes());
    }

    Result mentorship(Run run, Row row) {
        String key = Run.key(Sheet.MENTORSHIPS, row.cells());
        run.claim(row, key);
        Stored.Line line = run.stored(row).stream().findFirst().orElse(null);
        if (line == null && run.annulled.contains(Likeness.plain(row.cell("code")))) {
            run.wrong(row, "code", "Пара или группа с этим кодом аннулирована, и код занят. Напишите другой");
        }
        Long mentor = mentor(run, row, line);
        Set<Long> mentees = mentees(run, row, "mentees", line == null ? Set.of() : line.named().get("mentees"));
        Set<String> kept = new HashSet<>(line == null ? Set.of() : Set.of("code"));
        if (line != null && mentor != null && line.named().get("mentor").contains(mentor)) {
            kept.add("mentor");
        }
        if (line != null && mentees.equals(line.named().get("mentees")) && row.cell("mentees") != null) {
            kept.add("mentees");
        }
        if (line != null && Likeness.plain(row.cell("orderNumber")).equals(Likeness.plain(line.cell("orderNumber")))) {
            kept.add("orderNumber");
        }
        Compared said = run.compare(row, line == null ? Map.of() : line.cells(), kept);
        if (line != null && said.changes().isEmpty()) {
            run.expectRight(row);
            return run.result(row, true, said.get("code"), List.of());
        }
        run.demand(row, said, "mentor", "mentees", "form", "orderNumber", "orderDate", "startsOn", "plannedEnd");
        long order = order(run, row, said);
        MentoringForm form = constant(MentoringForm.class, "form", said.get("form"));
        MentoringModel model = constant(MentoringModel.class, "model", said.get("model"));
        Set<MentoringKind> kinds = kinds(said.get("kinds"));
        boolean ends = said.get("endedOn") != null && (line == null || line.cell("endedOn") == null);
        checkEnd(run, row, line, said);
        if (line == null) {
            run.check(row, new StartForm(order, mentor == null ? -1 : mentor, new ArrayList<>(mentees), form, model, kinds, said.get("startsOn"),
                    said.get("plannedEnd"), said.get("partiesConsentOn"), said.get("code")));
        } else {
            if (said.changes("mentor")) {
                run.wrong(row, "mentor", "В портале наставник здесь – " + line.cell("mentor") + ". Наставника меняют, начиная новую пару." + ON_ITS_PAGE);
            }
            if (said.changes("mentees")) {
                run.wrong(row, "mentees", "В портале здесь " + line.cell("mentees") + ". Людей включают и исключают приказом, с датой." + ON_ITS_PAGE);
            }
            run.check(row, new CorrectionForm(null, said.get("code"), order, form, model, kinds, said.get("startsOn"), said.get("plannedEnd"),
                    said.get("partiesConsentOn")));
        }
        run.expectRight(row);
        EarlyEnd end = ends ? new EarlyEnd(said.date("endedOn"), said.get("reason"), null) : null;
        if (line == null) {
            if (end == null) {
                run.untouched();
            }
            long id = run.desk(Mentorships.Starting.class, () -> mentorships.startingMany(run.tenant)).start(new NewMentorship(said.get("code"), order,
                    mentor, List.copyOf(mentees), form, model, kinds, said.date("startsOn"), said.date("plannedEnd"), said.date("partiesConsentOn")), end);
            run.entered(Sheet.MENTORSHIPS, key, id);
            run.know(id, mentees);
        } else {
            run.apart(() -> {
                if (said.changes("form", "model", "kinds", "orderNumber", "orderDate", "startsOn", "plannedEnd", "partiesConsentOn")) {
                    mentorships.correct(run.tenant, line.id(), new Mentorships.Correction(said.get("code"), order, form, model, kinds,
                            said.date("startsOn"), said.date("plannedEnd"), said.date("partiesConsentOn")));
                }
                if (end != null) {
                    mentorships.endEarly(run.tenant, line.id(), end);
                }
            });
            run.desk(Mentorships.Starting.class).ifPresent(desk -> desk.learn(line.id()));
        }
        return run.result(row, line != null, said.get("code"), said.changes());
    }

    private static void checkEnd(Run run, Row row, Stored.Line line, Compared said) {
        if (line != null && line.cell("endedOn") != null) {
            if (said.changes("endedOn", "reason")) {
                run.wrong(row, said.changes("endedOn") ? "endedOn" : "reason", "В портале уже отмечено: завершено " + line.cell("endedOn") + " – "
                        + line.cell("reason") + ". Таблица этого не меняет." + ON_ITS_PAGE);
            }
            return;
        }
        if (said.get("endedOn") != null) {
            run.check(row, new EndForm(said.get("endedOn"), said.get("reason"), null, true));
        } else if (said.get("reason") != null) {
            run.wrong(row, "endedOn", "Причина окончания есть, а даты нет. Напишите, когда завершили, или сотрите причину");
        }
    }

    private static Long mentor(Run run, Row row, Stored.Line line) {
        String written = row.cell("mentor");
        if (written == null) {
            return line != null && !row.has("mentor") ? line.named().get("mentor").iterator().next() : null;
        }
        try {
            return run.people.meant(written, People.Role.MENTOR).id();
        } catch (Refusal unknown) {
            run.waitFor(Sheet.MENTORS, named(written));
            run.wrong(row, "mentor", unknown.getMessage());
            return null;
        }
    }

    /** The people of a cell; {@code otherwise} where the file has no such column or nothing stands in it. */
    static Set<Long> mentees(Run run, Row row, String field, Set<Long> otherwise) {
        String written = row.cell(field);
        if (written == null) {
            return otherwise;
        }
        Set<Long> found = new HashSet<>();
        for (String one : written.split(";")) {
            if (one.isBlank()) {
                continue;
            }
            try {
                if (!found.add(run.people.meant(one.strip(), People.Role.MENTEE).id())) {
                    run.wrong(row, field, "«" + Rows.shortened(one) + "» написано дважды. Оставьте один раз");
                }
            } catch (Refusal unknown) {
                run.waitFor(Sheet.MENTEES, named(one));
                run.wrong(row, field, unknown.getMessage());
            }
        }
        return found;
    }

    private static String named(String written) {
        return Run.key(Sheet.MENTORS, Map.of("name", written.replaceAll("\\(.*", "").strip()));
    }

    /** The order that the row names. */
    private static long order(Run run, Row row, Compared said) {
        Map<String, String> cells = new HashMap<>();
        Optional.ofNullable(said.get("orderNumber")).ifPresent(number -> cells.put("number", number));
        Optional.ofNullable(said.get("orderDate")).ifPresent(date -> cells.put("datedOn", date));
        if (cells.size() < 2) {
            return -1; // What is missing is said already.
        }
        String key = Run.key(Sheet.ORDERS, cells);
        Long entered = run.entered(Sheet.ORDERS, key);
        if (entered != null) {
            return entered;
        }
        return run.stored(Sheet.ORDERS, key).stream().findFirst().map(Stored.Line::id).orElseGet(() -> {
            run.waitFor(Sheet.ORDERS, key);
            run.wrong(row, "orderNumber", "Приказа № " + cells.get("number") + " от " + cells.get("datedOn")
                    + " нет ни в портале, ни на листе «" + Sheet.ORDERS.title() + "». Проверьте номер и дату или внесите приказ");
            return -1L;
        });
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String words) {
        return words == null ? null : Enum.valueOf(type, Sheet.MENTORSHIPS.column(field).orElseThrow().word(words).orElseThrow().name());
    }

    private static Set<MentoringKind> kinds(String words) {
        Set<MentoringKind> kinds = EnumSet.noneOf(MentoringKind.class);
        for (String one : words == null ? new String[0] : words.split(";")) {
            kinds.add(constant(MentoringKind.class, "kinds", one.strip()));
        }
        return kinds;
    }
}
