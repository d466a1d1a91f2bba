package ru.smolensk.mentoring.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.report.AcceptedReport;

/** What has changed since the last publication, in words: «пары: 2 → 3», «документы: +1». */
final class Change {

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
        Set<String> papersBefore = identities(published);
        Set<String> papersAfter = identities(now);
        long added = papersAfter.stream().filter(paper -> !papersBefore.contains(paper)).count();
        long removed = papersBefore.stream().filter(paper -> !papersAfter.contains(paper)).count();
        if (added > 0 || removed > 0) {
            changes.add("документы: " + (added > 0 ? "+" + added : "") + (added > 0 && removed > 0 ? ", " : "") + (removed > 0 ? "−" + removed : ""));
        }
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

    private static Set<String> identities(SectionContent content) {
        Set<String> papers = content.papers().stream().map(SectionContent.Paper::identity).collect(Collectors.toSet());
        content.partners().forEach(partner -> partner.papers().forEach(paper -> papers.add(partner.name() + "/" + paper.identity())));
        return papers;
    }
}
