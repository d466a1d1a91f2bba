package ru.smolensk.mentoring.demo;

import java.util.List;
import java.util.Random;

/** Chance that falls the same way at every start: what it is asked for depends on the word it begins with. */
final class Dice {

    private final Random random;

    Dice(String word) {
        random = new Random(word.hashCode() * 2_654_435_761L);
        // The first draws of close seeds are close to each other.
        random.nextLong();
        random.nextLong();
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A number between these, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** True so many times out of a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
