package ru.smolensk.mentoring.platform;

/** The form of an action that is only a button: what refuses it is said on the page that the button stands on. */
public record NoFields() {
}
