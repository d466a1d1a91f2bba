package ru.smolensk.mentoring.signing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SignedPaperRepository extends Repository<SignedPaper, Long> {

    SignedPaper save(SignedPaper paper);

    @Query("""
            select s from SignedPaper s where s.organisationId = :organisationId and s.kind = :kind and s.annulledOn is null
               and coalesce(s.programmeId, s.mentorshipId, s.mentorId, s.appointmentId, s.roadmapId) = :thing
            """)
    Optional<SignedPaper> findInForce(long organisationId, PaperKind kind, long thing);

    @Query("""
            select s from SignedPaper s where s.organisationId = :organisationId and s.kind = :kind
               and coalesce(s.programmeId, s.mentorshipId, s.mentorId, s.appointmentId, s.roadmapId) = :thing
            """)
    List<SignedPaper> findEver(long organisationId, PaperKind kind, long thing);

    void flush();
}
