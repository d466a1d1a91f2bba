package ru.smolensk.mentoring.duty;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AssociationMeetingRepository extends Repository<AssociationMeeting, Long> {

    AssociationMeeting save(AssociationMeeting meeting);

    Optional<AssociationMeeting> findByAssociationIdAndId(long associationId, long id);
}
