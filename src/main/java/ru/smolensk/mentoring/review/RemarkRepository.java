package ru.smolensk.mentoring.review;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RemarkRepository extends Repository<Remark, Long> {

    Remark save(Remark remark);

    void delete(Remark remark);

    Optional<Remark> findByOrganisationIdAndId(long organisationId, long id);

    @Query("""
            select r from ReviewRemark r where r.organisationId = :organisationId and r.submissionId = :submissionId
               and r.item is not distinct from :item""")
    Optional<Remark> at(long organisationId, long submissionId, String item);

    List<Remark> findByOrganisationIdAndSubmissionIdOrderById(long organisationId, long submissionId);
}
