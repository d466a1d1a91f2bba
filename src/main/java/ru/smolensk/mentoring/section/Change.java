package ru.smolensk.mentoring.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.monitoring.AcceptedReport;
import ru.smolensk.mentoring.platform.Russian;

/** What has changed since the last publication, in words: «пары: 2 → 3», «документы: добавлен «О назначении куратора» № 7». */
final class Change {

    /** So many documents are called by name. */
    private static final int NAMED = 4;

    private Change() {
    }

    static List<String> between(SectionContent published, SectionContent now) {
        List<String> changes = new ArrayList<>();
        PublishedFigures before = published.figures();
        PublishedFigures after = now.figures();
        add(changes, "пары", before.pairs(), after.pairs());
        add(changes, "группы", before.groups(), after.groups());
        add(changes, "утверждённые программы", before.approvedProgrammes(), after.approvedProgrammes());
        add(changes, "молодые специалисты", text(before.youngSpecialists()), text(after.youngSpecialists()));
        add(changes, "наставники", text(before.mentors()), text(after.mentors()));
        add(changes, "организации-партнёры", before.partnerOrganisations(), after.partnerOrganisations());
        add(changes, "удовлетворённость наставляемых", text(before.menteeSatisfaction()), text(after.menteeSatisfaction()));
        add(changes, "удовлетворённость наставников", text(before.mentorSatisfaction()), text(after.mentorSatisfaction()));
        add(changes, "название организации", published.organisation().fullName(), now.organisation().fullName());
        roadmap(changes, published.roadmap(), now.roadmap());
        reports(changes, published.reports(), now.reports());
        papers(changes, named(published), named(now));
        return changes;
    }

    private static void roadmap(List<String> changes, SectionContent.Roadmap before, SectionContent.Roadmap after) {
        if (Objects.equals(before, after)) {
            return;
        }
        String agreedBefore = agreed(before);
        String agreedAfter = agreed(after);
        add(changes, "дорожная карта", agreedBefore, agreedAfter);
        if (agreedBefore.equals(agreedAfter)) {
            String doneBefore = before.progress().inWords();
            String doneAfter = after.progress().inWords();
            changes.add(doneBefore.equals(doneAfter) ? "отметки в дорожной карте"
                    : "выполнение дорожной карты: " + doneBefore + " → " + doneAfter);
        }
    }

    private static void reports(List<String> changes, List<AcceptedReport> before, List<AcceptedReport> after) {
        after.stream().filter(one -> !before.contains(one)).forEach(one -> changes.add("отчёт мониторинга за " + one.academicYear() + ": принят "
                + new Russian().date(one.acceptedOn())));
        if (!before.equals(after) && before.containsAll(after)) {
            changes.add("отчёты мониторинга: " + before.size() + " → " + after.size());
        }
    }

    private static String agreed(SectionContent.Roadmap roadmap) {
        return roadmap == null ? "нет" : "на " + roadmap.academicYear() + ", согласована " + new Russian().date(roadmap.approvedOn());
    }

    private static void add(List<String> changes, String what, Object before, Object after) {
        if (!String.valueOf(before).equals(String.valueOf(after))) {
            changes.add(what + ": " + before + " → " + after);
        }
    }

    private static String text(Share share) {
        return share.text();
    }

    /**
     * A document as a reader knows it.
     *
     * @param same what stays when it is renamed or gets another file
     * @param file what stays when its number or date is corrected; {@code null} for one that is withheld
     */
    private record Named(String identity, String same, String file, String words) {

        boolean is(Named other) {
            return same.equals(other.same) || file != null && file.equals(other.file);
        }
    }

    private static List<Named> named(SectionContent content) {
        List<Named> papers = new ArrayList<>(content.papers().stream().map(paper -> named("", paper)).toList());
        content.partners().forEach(partner -> partner.papers().forEach(paper -> papers.add(named(partner.name(), paper))));
        return papers;
    }

    private static Named named(String partner, SectionContent.Paper paper) {
        return new Named(partner + "/" + paper.identity(), partner + "/" + paper.kind() + "/" + paper.number() + "/" + paper.datedOn(),
                paper.file() == null ? paper.link() : String.valueOf(paper.file().id()),
                "«" + paper.title() + "»" + (paper.number() == null ? "" : " №\u00a0" + paper.number()) + (partner.isEmpty() ? "" : " (" + partner + ")"));
    }

    private static void papers(List<String> changes, List<Named> before, List<Named> after) {
        Set<String> known = before.stream().map(Named::identity).collect(Collectors.toSet());
        Set<String> left = after.stream().map(Named::identity).collect(Collectors.toSet());
        List<Named> added = new ArrayList<>(after.stream().filter(paper -> !known.contains(paper.identity())).toList());
        List<Named> removed = new ArrayList<>(before.stream().filter(paper -> !left.contains(paper.identity())).toList());
        List<String> changed = new ArrayList<>();
        for (Named old : List.copyOf(removed)) {
            added.stream().filter(old::is).findFirst().ifPresent(now -> {
                added.remove(now);
                removed.remove(old);
                changed.add(old.words().equals(now.words()) ? now.words() : old.words() + " → " + now.words());
            });
        }
        String said = Stream.of(listed("добавлен", "добавлены", added.stream().map(Named::words).toList()),
                listed("изменён", "изменены", changed), listed("убран", "убраны", removed.stream().map(Named::words).toList()))
                .filter(words -> !words.isEmpty()).collect(Collectors.joining("; "));
        if (!said.isEmpty()) {
            changes.add("документы: " + said);
        }
    }

    private static String listed(String one, String many, List<String> words) {
        return words.isEmpty() ? "" : (words.size() == 1 ? one : many) + " " + words.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (words.size() > NAMED ? " и ещё " + (words.size() - NAMED) : "");
    }
}
