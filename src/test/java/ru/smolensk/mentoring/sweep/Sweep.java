package ru.smolensk.mentoring.sweep;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What all readers' walks share: the portal they walk through, and what they have found. Two walks go at a time. */
final class Sweep {

    private final URI root;
    private final Addresses addresses;
    private final Set<String> withoutLinks;
    private final ValidHtml html = new ValidHtml();
    private final Set<String> reached = new TreeSet<>();
    private final Map<String, String> firstReaders = new HashMap<>();
    private final Set<String> looks = new HashSet<>();
    private final Map<String, Set<String>> kindsOfPlaces = new HashMap<>();
    private final Map<String, Set<String>> findings = new TreeMap<>();

    Sweep(URI root, Addresses addresses, Set<String> withoutLinks) {
        this.root = root;
        this.addresses = addresses;
        this.withoutLinks = withoutLinks;
    }

    URI root() {
        return root;
    }

    Addresses addresses() {
        return addresses;
    }

    ValidHtml html() {
        return html;
    }

    synchronized void reached(String pattern) {
        reached.add(pattern);
    }

    /** The patterns that a link should have led to, and none has so far. */
    synchronized Set<String> unreached() {
        Set<String> unreached = new TreeSet<>(addresses.all());
        unreached.removeAll(reached);
        unreached.removeAll(withoutLinks);
        return unreached;
    }

    /** Whether nobody else has come to a page of this pattern before. */
    synchronized boolean isFirstReader(String place, String reader) {
        return firstReaders.computeIfAbsent(place, any -> reader).equals(reader);
    }

    /** Whether the pages of this pattern that anybody has looked at had none of some kind. */
    synchronized boolean areNewHere(String place, Collection<String> kinds) {
        return kindsOfPlaces.computeIfAbsent(place, any -> new HashSet<>()).addAll(kinds);
    }

    /** Those looks that no text had that anybody has seen. */
    synchronized List<String> newAnywhere(Collection<String> looks) {
        return looks.stream().filter(this.looks::add).toList();
    }

    /** Each finding once, with everybody who met it. */
    synchronized void found(String place, String finding, String reader) {
        findings.computeIfAbsent(place + " " + finding, any -> new TreeSet<>()).add(reader);
    }

    Map<String, Set<String>> findings() {
        return findings;
    }
}
