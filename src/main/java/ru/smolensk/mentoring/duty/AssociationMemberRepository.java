package ru.smolensk.mentoring.duty;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AssociationMemberRepository extends Repository<AssociationMember, Long> {

    AssociationMember save(AssociationMember member);

    Optional<AssociationMember> findByAssociationIdAndId(long associationId, long id);

    void flush();
}
