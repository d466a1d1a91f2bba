package ru.smolensk.mentoring.organisation;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AppointmentRepository extends Repository<CuratorAppointment, Long> {

    CuratorAppointment save(CuratorAppointment appointment);

    Optional<CuratorAppointment> findById(long id);
}
