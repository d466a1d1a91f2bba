package ru.smolensk.mentoring.roadmap;

/** A row of a roadmap is the heading of a section or a measure. */
public enum LineKind {
    HEADING,
    MEASURE
}
