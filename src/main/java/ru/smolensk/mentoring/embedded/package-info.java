/**
 * The real PostgreSQL that {@code spring-boot:run} starts on a machine with nothing but a JDK. Nothing here is active in production, where
 * the binaries are not in the jar.
 */
package ru.smolensk.mentoring.embedded;
