package ru.smolensk.mentoring.review;

import ru.smolensk.mentoring.platform.Refusal;

/** While one person was reading, another has decided or taken back: the message says who, when and what. */
class Overtaken extends Refusal {

    Overtaken(String message) {
        super(message);
    }
}
