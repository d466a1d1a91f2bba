package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.document.ActKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.review.Answer;
import ru.smolensk.mentoring.review.ReviewSubject;
import ru.smolensk.mentoring.review.Reviews;
import ru.smolensk.mentoring.roadmap.LineKind;
import ru.smolensk.mentoring.roadmap.Outcome;
import ru.smolensk.mentoring.roadmap.Roadmaps;
import ru.smolensk.mentoring.roadmap.Source;

/** The part of a story that goes to and fro between the organisation and the methodological department. */
final class StoryOfReviews {

    private static final List<Remark> OF_ROW = List.of(
            new Remark("Кто отвечает, если ответственный в отпуске? Укажите должность", "Указали, кто замещает",
                    row -> row(row, row.measure(), row.responsible() + ", в отсутствие – заместитель руководителя", row.result())),
            new Remark("Чем ещё подтвердится результат?", "Добавили протокол",
                    row -> row(row, row.measure(), row.responsible(), row.result() + ", протокол совещания")),
            new Remark("Сказано общо. Чем это отличается от прошлого года?", "Уточнили, спасибо",
                    row -> row(row, row.measure() + " с учётом итогов прошлого года", row.responsible(), row.result())));
    private static final String OF_WHOLE = "Нет ни слова об обмене опытом с другими организациями. Добавьте мероприятие";
    private static final int OF_WHOLE_TOO = 60;
    private static final String[][] MEASURES = {
        {"", "Нормативно-правовое обеспечение"},
        {"Обновить приказ о назначении куратора", "09-05", "руководитель", "приказ"},
        {"Закрепить наставнические пары и группы приказом", "09-15", "руководитель", "приказ"},
        {"Утвердить персонализированные программы", "10-01", "куратор", "программы"},
        {"", "Работа с участниками"},
        {"Провести встречу наставников и наставляемых", "10-20", "куратор", "протокол"},
        {"Взаимно посетить занятия", "12-20", "наставники", "листы наблюдения"},
        {"Провести круглый стол «Первый год: что помогло»", "03-25", "куратор", "материалы круглого стола"},
        {"", "Контроль"},
        {"Опросить участников", "04-30", "куратор", "результаты опроса"},
        {"Подготовить аналитический отчёт", "06-10", "куратор", "отчёт"}};

    private static final List<Fate> ROADMAPS = List.of(Fate.APPROVED, Fate.AMENDED, Fate.ANSWERED, Fate.APPROVED, Fate.WAITING, Fate.APPROVED,
            Fate.ANSWERED_WAITING, Fate.APPROVED, Fate.RETURNED, Fate.APPROVED, Fate.RETURNED_TWICE, Fate.APPROVED, Fate.DRAFT, Fate.WITHDRAWN,
            Fate.WAITING, Fate.NONE);

    private final Story story;
    private final Dice dice;
    private final Russian russian = new Russian();

    StoryOfReviews(Story story) {
        this.story = story;
        dice = new Dice("reviews of " + story.place.slug());
    }

    /** Something under review: what it is known by is there when it has been begun. */
    private static final class Matter {
        long edition;
        long roadmap;
    }

    /**
     * What the reviewer says of a row.
     *
     * @param answer what the curator says to it
     * @param heeded how the row reads then
     */
    private record Remark(String words, String answer, UnaryOperator<Roadmaps.Row> heeded) {
    }

    private static Roadmaps.Row row(Roadmaps.Row of, String measure, String responsible, String result) {
        return new Roadmaps.Row(of.kind(), measure, of.termText(), of.dueOn(), responsible, result);
    }

    private void document(long[] act, LocalDate day, Fate fate) {
        Matter matter = new Matter();
        story.on(day, () -> matter.edition = story.services.acts().sendForReview(story.tenant, act[0]));
        goesOn(matter, day, fate);
    }

    /** The roadmap of a year, of the portal's own template or of a few measures. */
    void roadmap(AcademicYear year, LocalDate day, Source source, Fate fate) {
        if (fate == Fate.NONE) {
            return;
        }
        Matter matter = new Matter();
        story.on(day, () -> {
            matter.roadmap = story.services.roadmaps().create(story.tenant, year, source);
            matter.edition = story.services.reviews().open(story.tenant, ReviewSubject.ROADMAP, year).orElseThrow();
            if (source == Source.EMPTY) {
                story.services.roadmaps().add(story.tenant, matter.roadmap, rows(year));
            }
        });
        if (fate == Fate.DRAFT) {
            return;
        }
        LocalDate handedIn = Years.workday(day.plusDays(dice.between(1, 5)));
        story.on(handedIn, () -> story.services.reviews().submit(story.tenant, matter.edition));
        LocalDate decided = goesOn(matter, handedIn, fate);
        if (fate == Fate.AMENDED) {
            decided = amended(matter, decided, year);
        }
        if (decided != null) {
            marks(matter, Years.workday(decided.plusDays(10)), year);
        }
    }

    private List<Roadmaps.Row> rows(AcademicYear year) {
        return IntStream.range(0, MEASURES.length).mapToObj(at -> {
            String[] words = MEASURES[at];
            if (words[0].isEmpty()) {
                return Roadmaps.Row.heading(words[1]);
            }
            LocalDate due = LocalDate.parse((words[1].compareTo("09") >= 0 ? year.start() : year.start() + 1) + "-" + words[1]);
            return new Roadmaps.Row(LineKind.MEASURE, words[0], "до " + russian.longDate(due), due, words[2], words[3]);
        }).toList();
    }

    /** @return the day of the approval, or {@code null} */
    private LocalDate goesOn(Matter matter, LocalDate handedIn, Fate fate) {
        SignedIn reviewer = story.reviewers.get(dice.between(1, story.reviewers.size()) - 1);
        LocalDate first = Years.workday(handedIn.plusDays(dice.between(2, 8)));
        switch (fate) {
            case APPROVED, AMENDED -> approved(matter, first, reviewer);
            case WITHDRAWN -> story.on(first, () -> story.services.reviews().withdraw(story.tenant, matter.edition));
            case RETURNED -> returned(matter, first, reviewer, dice.of(OF_ROW), dice.chance(OF_WHOLE_TOO));
            case ANSWERED, ANSWERED_WAITING, RETURNED_TWICE -> {
                Remark remark = dice.of(OF_ROW);
                returned(matter, first, reviewer, remark, dice.chance(OF_WHOLE_TOO));
                LocalDate again = Years.workday(first.plusDays(dice.between(2, 6)));
                answered(matter, again, remark);
                LocalDate second = Years.workday(again.plusDays(dice.between(2, 6)));
                if (fate == Fate.ANSWERED) {
                    approved(matter, second, reviewer);
                    return second;
                }
                if (fate == Fate.RETURNED_TWICE) {
                    returned(matter, second, reviewer, OF_ROW.get((OF_ROW.indexOf(remark) + 1) % OF_ROW.size()), false);
                }
            }
            default -> { }
        }
        return fate == Fate.APPROVED || fate == Fate.AMENDED ? first : null;
    }

    private void approved(Matter matter, LocalDate day, SignedIn reviewer) {
        reviewed(day, reviewer, () -> story.services.reviews().approve(story.tenant, matter.edition, waiting(matter), null));
    }

    /** @param whole whether something is said of the whole too */
    private void returned(Matter matter, LocalDate day, SignedIn reviewer, Remark remark, boolean whole) {
        reviewed(day, reviewer, () -> {
            Reviews reviews = story.services.reviews();
            Map<String, String> said = new LinkedHashMap<>();
            said.put(firstRow(matter, "line_key", String.class), remark.words());
            if (whole) {
                said.put("", OF_WHOLE);
            }
            reviews.remark(story.tenant, matter.edition, waiting(matter), said);
            reviews.giveBack(story.tenant, matter.edition, waiting(matter), null);
        });
    }

    /** The row is written anew, and what was missed in the whole is added: the reviewer sees it in the difference. */
    private void answered(Matter matter, LocalDate day, Remark remark) {
        story.on(day, () -> {
            Map<Long, Boolean> remarks = new LinkedHashMap<>();
            jdbc().sql("""
                    select r.id, r.item is null as whole from review_remark r
                      join review_submission s on s.organisation_id = r.organisation_id and s.id = r.submission_id
                     where s.organisation_id = ? and s.edition_id = ? and r.answer is null order by r.id
                    """).params(story.tenant.id(), matter.edition).query(row -> {
                        remarks.put(row.getLong("id"), row.getBoolean("whole"));
                    });
            remarks.forEach((id, whole) -> {
                if (whole) {
                    story.services.roadmaps().add(story.tenant, matter.roadmap, List.of(new Roadmaps.Row(LineKind.MEASURE,
                            "Посетить занятия наставников другой организации и пригласить их к себе", "в течение года", null, "куратор",
                            "листы наблюдения")));
                } else {
                    rewritten(matter, remark);
                }
            });
            story.services.reviews().answer(story.tenant, matter.edition, remarks.entrySet().stream().map(one -> new Reviews.Answered(one.getKey(),
                    Answer.HEEDED, one.getValue() ? "Добавили мероприятие в конец карты" : remark.answer())).toList());
        });
        story.on(day, () -> story.services.reviews().submit(story.tenant, matter.edition));
    }

    private void rewritten(Matter matter, Remark remark) {
        story.services.roadmaps().edit(story.tenant, matter.roadmap, firstRow(matter, "id", Long.class), remark.heeded());
    }

    /** A second edition with a row that is written anew takes the place of the approved one. */
    private LocalDate amended(Matter matter, LocalDate approved, AcademicYear year) {
        LocalDate again = Years.workday(approved.plusDays(dice.between(3, 6)));
        Remark own = dice.of(OF_ROW);
        story.on(again, () -> {
            matter.roadmap = story.services.roadmaps().amend(story.tenant, matter.roadmap);
            matter.edition = story.services.reviews().open(story.tenant, ReviewSubject.ROADMAP, year).orElseThrow();
        });
        story.on(again, () -> rewritten(matter, own));
        story.on(again, () -> story.services.reviews().submit(story.tenant, matter.edition));
        return goesOn(matter, again, Fate.APPROVED);
    }

    /** What was due is done, but for a row that is late. */
    private void marks(Matter matter, LocalDate day, AcademicYear year) {
        boolean all = year.compareTo(story.years.current()) < 0;
        LocalDate until = all ? Years.day(year, 6, 15) : day;
        int late = dice.between(0, 3);
        story.on(until, () -> {
            List<Long> due = jdbc().sql("""
                    select id from roadmap_line where organisation_id = ? and roadmap_id = ? and kind = 'MEASURE' and not removed and due_on <= ?
                     order by position
                    """).params(story.tenant.id(), matter.roadmap, until).query(Long.class).list();
            due.stream().skip(all ? 0 : Math.min(late, due.size())).forEach(line -> story.services.roadmaps().mark(story.tenant, matter.roadmap, line,
                    new Roadmaps.Mark(Outcome.DONE, until, null, null, null)));
        });
    }

    /** What an ordinary organisation has to do with the department: dealt out by turns, so that every state occurs. */
    void ordinary(int turn) {
        if (turn % Examinations.DEALT > 9) {
            settled(ActKind.REGULATION, 4);
        }
        if (turn % Examinations.DEALT > 12) {
            settled(ActKind.ORGANISATION_PROGRAMME, 9);
        }
        Fate ofRoadmap = ROADMAPS.get(turn % ROADMAPS.size());
        roadmap(story.years.current(), begun(Years.day(story.years.current(), 9, dice.between(2, 12)), ofRoadmap), Source.EMPTY, ofRoadmap);
    }

    /** A document that was examined soon after it was entered. */
    private void settled(ActKind kind, int days) {
        story.documents.entered(kind).ifPresent(act -> document(act.id(), Years.workday(act.day().plusDays(days)), Fate.APPROVED));
    }

    /** What is on its way today was begun lately; the rest when its time came. */
    private LocalDate begun(LocalDate day, Fate fate) {
        int ago = switch (fate) {
            case WAITING -> dice.between(7, 10);
            case RETURNED, WITHDRAWN -> dice.between(16, 30);
            case ANSWERED_WAITING -> dice.between(24, 32);
            case RETURNED_TWICE -> dice.between(30, 40);
            case DRAFT -> dice.between(3, 9);
            default -> 0;
        };
        LocalDate lately = Years.workday(story.years.today().minusDays(ago));
        return ago == 0 || lately.isBefore(day) ? Years.workday(day.plusDays(dice.between(2, 9))) : lately;
    }

    private void reviewed(LocalDate day, SignedIn reviewer, Runnable act) {
        story.chronicle.add(day, reviewer, dice, act);
    }

    private long waiting(Matter matter) {
        return jdbc().sql("select id from review_submission where organisation_id = ? and edition_id = ? and outcome is null")
                .params(story.tenant.id(), matter.edition).query(Long.class).single();
    }

    /** The row that remarks are about. */
    private <T> T firstRow(Matter matter, String column, Class<T> type) {
        return jdbc().sql("select " + column + " from roadmap_line where organisation_id = ? and roadmap_id = ? and kind = 'MEASURE'"
                + " and not removed order by position limit 1").params(story.tenant.id(), matter.roadmap).query(type).single();
    }

    private JdbcClient jdbc() {
        return story.services.jdbc();
    }
}
