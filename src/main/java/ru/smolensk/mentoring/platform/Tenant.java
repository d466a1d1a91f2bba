package ru.smolensk.mentoring.platform;

/**
 * The organisation whose workspace the request works in. A controller of the workspace takes it as a parameter; every query takes its
 * {@link #id}.
 *
 * @param slug the organisation's word in public addresses
 * @param general whether it is a school: only there lessons, classes and examinations exist
 */
public record Tenant(long id, String slug, String shortName, boolean general) {
}
