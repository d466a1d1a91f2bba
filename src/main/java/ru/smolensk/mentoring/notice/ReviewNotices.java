package ru.smolensk.mentoring.notice;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import ru.smolensk.mentoring.notice.Notices.News;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.Approved;
import ru.smolensk.mentoring.review.GivenBack;
import ru.smolensk.mentoring.review.Submitted;
import ru.smolensk.mentoring.review.Withdrawn;

/** Tells both sides of a review of each step, in the transaction of the step itself. */
@Component
class ReviewNotices {

    private final Notices notices;
    private final Addressees addressees;
    private final JdbcClient jdbc;

    ReviewNotices(Notices notices, Addressees addressees, JdbcClient jdbc) {
        this.notices = notices;
        this.addressees = addressees;
        this.jdbc = jdbc;
    }

    /** Who returned it reads it again; what nobody has taken yet concerns every methodologist. */
    @EventListener
    void on(Submitted step) {
        tell(step.claimedBy() == null ? addressees.methodologists() : List.of(step.claimedBy()), NoticeKind.SUBMITTED, step.tenant(), step.edition(),
                (step.number() == 1 ? "Подано на рассмотрение: " : "Подано снова, с ответами на замечания: ") + step.subject().title(step.year()) + ".",
                atDepartment(step.tenant(), step.edition()));
    }

    @EventListener
    void on(Withdrawn step) {
        if (step.claimedBy() != null) {
            tell(List.of(step.claimedBy()), NoticeKind.WITHDRAWN, step.tenant(), step.edition(),
                    "Куратор отозвал с рассмотрения: " + step.subject().title(step.year()) + ".", atDepartment(step.tenant(), step.edition()));
        }
    }

    @EventListener
    void on(GivenBack step) {
        tell(addressees.curatorsOf(step.tenant().id()), NoticeKind.RETURNED, step.tenant(), step.edition(),
                "Возвращено с замечаниями: " + step.subject().title(step.year()) + ". Ответьте на каждое и подайте снова.",
                "/workspace/reviews/" + step.edition());
    }

    @EventListener
    void on(Approved step) {
        tell(addressees.curatorsOf(step.tenant().id()), NoticeKind.APPROVED, step.tenant(), step.edition(),
                StringUtils.capitalize(step.subject().approved()) + ": " + step.subject().title(step.year()) + ". Опубликуйте раздел, чтобы изменение увидели все.",
                "/workspace/reviews/" + step.edition());
    }

    private void tell(List<Long> accounts, NoticeKind kind, Tenant tenant, long edition, String words, String address) {
        int submission = jdbc.sql("select max(number) from review_submission where organisation_id = ? and edition_id = ?")
                .params(tenant.id(), edition).query(Integer.class).single();
        notices.tell(accounts, new News(kind, tenant.id(), words, address, "review/" + edition + "/" + submission + "/" + kind));
    }

    private static String atDepartment(Tenant tenant, long edition) {
        return "/department/reviews/" + tenant.slug() + "/" + edition;
    }
}
