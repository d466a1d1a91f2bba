package ru.smolensk.mentoring.organisation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Tenant;

/** Enters and corrects the staff counts of an organisation. */
@Service
@Transactional
public class StaffCounts {

    private final StaffCountRepository counts;
    private final Journal journal;
    private final PortalClock clock;

    StaffCounts(StaffCountRepository counts, Journal journal, PortalClock clock) {
        this.counts = counts;
        this.journal = journal;
        this.clock = clock;
    }

    /** The two figures on a date. */
    public record Figures(LocalDate countedOn, int teachingStaff, int youngSpecialists) {
    }

    public long enter(Tenant tenant, Figures figures) {
        expectNotInFuture(figures);
        StaffCount count = counts.save(
                new StaffCount(tenant.id(), figures.countedOn(), figures.teachingStaff(), figures.youngSpecialists()));
        journal.entered(count);
        return count.id();
    }

    void correct(Tenant tenant, long id, Integer version, Figures figures) {
        one(tenant, id).expectVersion(version);
        correct(tenant, id, figures);
    }

    /** Corrects a count, whatever its version. */
    public void correct(Tenant tenant, long id, Figures figures) {
        expectNotInFuture(figures);
        StaffCount count = one(tenant, id);
        journal.change(count, Action.CHANGED,
                () -> count.correct(figures.countedOn(), figures.teachingStaff(), figures.youngSpecialists()));
    }

    public void annul(Tenant tenant, long id, String reason) {
        StaffCount count = one(tenant, id);
        journal.change(count, Action.ANNULLED, reason, () -> count.annul(clock.today(), reason));
    }

    @Transactional(readOnly = true)
    StaffCount one(Tenant tenant, long id) {
        return counts.findByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    List<StaffCount> all(Tenant tenant) {
        return counts.findByOrganisationIdOrderByCountedOnDescIdDesc(tenant.id());
    }

    private void expectNotInFuture(Figures figures) {
        Refusals wrong = new Refusals();
        checkDate(wrong, figures.countedOn(), clock.today());
        wrong.refuse();
    }

    static void checkDate(Refusals wrong, LocalDate countedOn, LocalDate today) {
        wrong.whenLongAgo(countedOn, "countedOn").when(countedOn.isAfter(today), "countedOn", "Дата ещё не наступила. Укажите день, на который численность известна");
    }
}
