package ru.smolensk.mentoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.Shown;

/** One click at the login page leads into the demo city as soon as it is there. */
@DemoCityTest
class PersonasTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void nobodyIsOfferedBeforeTheCityIsThereAndAFailedTryIsNotCalledAWrongPassword() {
        assertThat(login("/login").texts(".personas button")).hasSize(7);
        assertThat(login("/login?error").text()).contains("не подошли").doesNotContain("загружается");

        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            jdbc.sql("update account set login = login || '-not-yet'").update();
            assertThat(login("/login").texts(".personas button")).isEmpty();
            assertThat(login("/login?error").text()).contains("Демонстрационный город ещё загружается").doesNotContain("не подошли");
            transaction.setRollbackOnly();
        });
    }

    private Shown login(String address) {
        return Shown.in(mvc.get().uri(address).exchange());
    }
}
