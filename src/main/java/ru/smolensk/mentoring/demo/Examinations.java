package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.document.LocalActs;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.Answer;
import ru.smolensk.mentoring.review.Reviews;

/** What became of the positions and programmes that organisations have handed in (DOMAIN 7): every state of an edition occurs. */
final class Examinations {

    /** Half of the organisations have something on its way; what the others had was settled when they came into the portal. */
    static final int DEALT = 18;

    private final LocalActs acts;
    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final Chronicle chronicle;
    private final LocalDate today;
    private final List<SignedIn> methodologists;

    Examinations(LocalActs acts, Reviews reviews, JdbcClient jdbc, Chronicle chronicle, LocalDate today, List<SignedIn> methodologists) {
        this.acts = acts;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.chronicle = chronicle;
        this.today = today;
        this.methodologists = methodologists;
    }

    /** Deals out the fates by turns; the exemplary organisations have everything approved, the empty ones nothing. */
    void of(Place place, Tenant tenant, Story.Curators curators, int turn) {
        if (place.empty() || place.slug().equals(Keeping.WITHOUT_CURATOR)) {
            return;
        }
        boolean exemplary = place.slug().equals(Place.SCHOOL_33) || place.slug().equals(Place.KINDERGARTEN_38);
        Case regulation = new Case(tenant, "REGULATION", curators, methodologists.get(turn % methodologists.size()), new Dice("review of " + tenant.slug()));
        Case programme = new Case(tenant, "ORGANISATION_PROGRAMME", curators, methodologists.get((turn + 1) % methodologists.size()),
                new Dice("examination of " + tenant.slug()));
        if (exemplary) {
            regulation.handedIn(75);
            regulation.returned(68, "", "Положение хорошее. Проверьте только, что приказ о нём подписан.");
            regulation.answered(66, Answer.HEEDED, "Приказ подписан, номер внесён в документы");
            regulation.handedInAgain(66);
            regulation.approved(63, "Спасибо, теперь всё на месте");
            programme.handedIn(60);
            programme.approved(55, null);
            return;
        }
        switch (turn % DEALT) {
            case 0 -> {
                regulation.handedIn(40);
                regulation.approved(33, null);
                programme.handedIn(6 + turn % 8);
                programme.claimed(2);
            }
            case 1 -> regulation.handedIn(1 + turn % 7);
            case 2 -> {
                regulation.handedIn(16 + turn % 11);
                regulation.claimed(12);
            }
            case 3 -> {
                regulation.handedIn(15);
                regulation.returned(8, "3.1", "Укажите, сколько наставляемых может вести один наставник", "5.1", "Назовите месяцы, когда проводится мониторинг");
            }
            case 4 -> {
                regulation.handedIn(50);
                regulation.returned(44, "", "Приложите полный текст: в файле нет раздела о мониторинге");
                regulation.answered(40, Answer.DECLINED, "раздел о мониторинге есть – это последний пункт, а полный текст приложен");
                regulation.handedInAgain(40);
                regulation.returned(35, "4.1", "Кто утверждает программу? Допишите", "", "Проверьте нумерацию пунктов");
            }
            case 5 -> {
                programme.handedIn(30);
                programme.returned(24, "", "Уточните сроки этапов");
                programme.answered(6, Answer.DECLINED, "этапы названы в дорожной карте, повторять их не стали");
                programme.handedInAgain(6);
            }
            case 6 -> {
                regulation.handedIn(9);
                regulation.withdrawn(7);
            }
            case 7 -> {
                programme.handedIn(28);
                programme.approved(18, "Удачный раздел о работе с родителями");
            }
            default -> { }
        }
    }

    /** One document on its way; days are counted back from today. What it needs of the database is there when its day comes. */
    private final class Case {

        private final Tenant tenant;
        private final String kind;
        private final Story.Curators curators;
        private final SignedIn methodologist;
        private final Dice dice;
        private Long edition;
        private LocalDate last;
        private boolean lastByCurator;

        Case(Tenant tenant, String kind, Story.Curators curators, SignedIn methodologist, Dice dice) {
            this.tenant = tenant;
            this.kind = kind;
            this.curators = curators;
            this.methodologist = methodologist;
            this.dice = dice;
        }

        /** An organisation that has no such document has nothing to hand in. */
        void handedIn(int daysAgo) {
            byCurator(daysAgo, () -> jdbc.sql("""
                    select id from local_act where organisation_id = ? and kind = ? and annulled_on is null order by dated_on desc, id desc limit 1
                    """).params(tenant.id(), kind).query(Long.class).optional().ifPresent(act -> edition = acts.sendForReview(tenant, act)));
        }

        void handedInAgain(int daysAgo) {
            byCurator(daysAgo, () -> ifHandedIn(() -> reviews.submit(tenant, edition)));
        }

        void withdrawn(int daysAgo) {
            byCurator(daysAgo, () -> ifHandedIn(() -> reviews.withdraw(tenant, edition)));
        }

        void claimed(int daysAgo) {
            byMethodologist(daysAgo, () -> ifHandedIn(() -> reviews.claim(tenant, edition)));
        }

        void approved(int daysAgo, String words) {
            byMethodologist(daysAgo, () -> ifHandedIn(() -> reviews.approve(tenant, edition, submission(), words)));
        }

        /** Beginnings of paragraphs (nothing for the whole) and remarks alternate. */
        void returned(int daysAgo, String... said) {
            byMethodologist(daysAgo, () -> ifHandedIn(() -> {
                Map<String, String> remarks = new LinkedHashMap<>();
                for (int at = 0; at < said.length; at += 2) {
                    remarks.merge(key(said[at]), said[at + 1], (one, other) -> one + "\n" + other);
                }
                reviews.remark(tenant, edition, submission(), remarks);
                reviews.giveBack(tenant, edition, submission(), null);
            }));
        }

        void answered(int daysAgo, Answer answer, String words) {
            byCurator(daysAgo, () -> ifHandedIn(() -> {
                List<Reviews.Answered> answers = new ArrayList<>();
                jdbc.sql("select id from review_remark where organisation_id = ? and submission_id = ?").params(tenant.id(), submission())
                        .query(Long.class).list().forEach(remark -> answers.add(new Reviews.Answered(remark, answer, words)));
                reviews.answer(tenant, edition, answers);
            }));
        }

        private void ifHandedIn(Runnable act) {
            if (edition != null) {
                act.run();
            }
        }

        private long submission() {
            return jdbc.sql("select id from review_submission where organisation_id = ? and edition_id = ? order by number desc limit 1")
                    .params(tenant.id(), edition).query(Long.class).single();
        }

        /** The key of the paragraph; a scan has none, and the remark is to the whole. */
        private String key(String beginning) {
            return beginning.isEmpty() ? "" : jdbc.sql("""
                    select item ->> 'key' from review_submission s, jsonb_array_elements(s.content -> 'items') item
                     where s.organisation_id = ? and s.id = ? and starts_with(item -> 'cells' ->> 0, ?) limit 1
                    """).params(tenant.id(), submission(), beginning).query(String.class).optional().orElse("");
        }

        private void byCurator(int daysAgo, Runnable act) {
            LocalDate day = day(daysAgo, true);
            chronicle.add(day, curators.on(day), dice, act);
        }

        private void byMethodologist(int daysAgo, Runnable act) {
            chronicle.add(day(daysAgo, false), methodologist, dice, act);
        }

        /** Nobody answers on the day the other has written: weekends and holidays may bring their days together. */
        private LocalDate day(int daysAgo, boolean byCurator) {
            LocalDate day = Years.workday(today.minusDays(daysAgo));
            if (last != null && !day.isAfter(last)) {
                day = byCurator == lastByCurator ? last : Years.workday(last.plusDays(1));
            }
            last = day;
            lastByCurator = byCurator;
            return day;
        }
    }
}
