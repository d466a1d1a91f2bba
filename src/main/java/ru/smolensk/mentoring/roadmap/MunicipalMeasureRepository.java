package ru.smolensk.mentoring.roadmap;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MunicipalMeasureRepository extends Repository<MunicipalMeasure, Long> {

    Optional<MunicipalMeasure> findById(long id);
}
