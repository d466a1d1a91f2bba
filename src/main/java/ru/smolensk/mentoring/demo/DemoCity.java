package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.account.Accounts;
import ru.smolensk.mentoring.account.Accounts.DemoAccount;
import ru.smolensk.mentoring.account.Role;
import ru.smolensk.mentoring.organisation.Appointments;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.platform.Tenant;

/** Fills an empty database with the demo city. */
@Component
@Profile("demo")
@Order(5)
class DemoCity implements ApplicationRunner {

    private final Accounts accounts;
    private final Organisations organisations;
    private final Appointments appointments;

    DemoCity(Accounts accounts, Organisations organisations, Appointments appointments) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.appointments = appointments;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.hasAdministrator()) {
            return;
        }
        Map<String, Long> people = accounts.enterDemo(List.of(
                new DemoAccount("admin", "Администратор портала", Role.ADMINISTRATOR),
                new DemoAccount("methodist", "Н. Кравцова", Role.METHODOLOGIST),
                new DemoAccount("methodist2", "О. Белозёрова", Role.METHODOLOGIST),
                new DemoAccount("observer", "И. Савельев", Role.OBSERVER),
                new DemoAccount("curator", "Е. Новикова", Role.CURATOR),
                new DemoAccount("curator2", "Т. Журавлёва", Role.CURATOR),
                new DemoAccount("curator-empty", "А. Пустовалова", Role.CURATOR)), "demo");
        school("sh-33", "33", people.get("curator"));
        school("sh-pustaya", "49", people.get("curator-empty"));
    }

    private void school(String slug, String number, long curator) {
        Tenant tenant = organisations.enter(new Organisations.Description(slug, OrganisationKind.GENERAL, "МБОУ «СШ № " + number + "»",
                "муниципальное бюджетное общеобразовательное учреждение «Средняя школа № " + number + "» города Смоленска", null));
        LocalDate day = LocalDate.of(2024, 8, 30);
        appointments.appoint(tenant.id(), new Appointments.Order(curator, "120-од", day, day, null));
    }
}
