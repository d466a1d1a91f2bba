package ru.smolensk.mentoring.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ru.smolensk.mentoring.organisation.OrganisationKind;

/**
 * The figures of the city at a date (DOMAIN 5). Organisations closed by that day are left out.
 *
 * @param city all organisations together
 * @param byKind the same apart for schools, kindergartens and organisations of additional education; every kind is there
 * @param organisations the figures of each organisation, in the order of identifiers
 */
public record CityIndicators(LocalDate date, CityFigures city, Map<OrganisationKind, CityFigures> byKind, List<Indicators> organisations) {
}
