package ru.smolensk.mentoring.monitoring;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CourseRepository extends Repository<Course, Long> {

    Course save(Course course);

    Optional<Course> findByOrganisationIdAndReportIdAndProgrammeId(long organisationId, long reportId, long programmeId);
}
