package ru.smolensk.mentoring.organisation;

/** A curator whom no appointment in force today leads into a workspace. */
class NoAppointment extends RuntimeException {

    NoAppointment() {
        super("no appointment", null, false, false);
    }
}
