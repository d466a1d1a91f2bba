package ru.smolensk.mentoring.testing;

import org.junit.jupiter.api.Order;

/** When a class of tests has its turn, for {@link Order}: the demo city loads while those run that need no portal. */
public final class Turn {

    /** What takes longest. */
    static final int DEMO_CITY = 1;
    /** Reads the whole city of a {@link PortalTest}: early, while the other tests have entered little. */
    public static final int WHOLE_CITY = Order.DEFAULT + 1;
    static final int PORTAL = Order.DEFAULT + 2;
    /** Sends every form of the portal and leaves its traces in the database. */
    public static final int EVERYTHING = Order.DEFAULT + 3;
    /** Leaves the tables long, though its rows go. */
    public static final int LAST = Order.DEFAULT + 4;

    private Turn() {
    }
}
