package ru.smolensk.mentoring.duty;

/** Nothing but the button: the version stands for the figures that were looked at. */
record ConfirmationForm(Integer version) {
}
