package ru.smolensk.mentoring.account;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

    /** What reads accounts past Hibernate sees it at once. */
    Account saveAndFlush(Account account);

    Optional<Account> findById(Long id);

    Optional<Account> findByLogin(String login);

    boolean existsByLogin(String login);

    boolean existsByRole(Role role);
}
