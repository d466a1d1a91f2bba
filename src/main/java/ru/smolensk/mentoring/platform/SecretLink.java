package ru.smolensk.mentoring.platform;

import jakarta.servlet.http.HttpServletResponse;

/** A respondent's personal link: whoever knows the address may open it, so the address is the secret. */
public final class SecretLink {

    private static final String ADDRESSES = "/survey/";

    private SecretLink() {
    }

    /** Whether an address is such a link, or was meant to be one. */
    static boolean is(Object address) {
        return address != null && address.toString().startsWith(ADDRESSES);
    }

    /** The address is told to no other site, kept in no cache and found by no search. */
    public static void keep(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }
}
