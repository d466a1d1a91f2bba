package ru.smolensk.mentoring.opendata;

/** There is nothing at that address; the message says why, for programmers who read Russian. */
class NoData extends RuntimeException {

    NoData(String message) {
        super(message, null, false, false);
    }
}
