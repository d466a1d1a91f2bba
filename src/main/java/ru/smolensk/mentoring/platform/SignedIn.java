package ru.smolensk.mentoring.platform;

/** The person behind the request, as the principal of Spring Security. */
public interface SignedIn {

    long accountId();

    String displayName();

    /** CURATOR, METHODOLOGIST, OBSERVER or ADMINISTRATOR. */
    String role();
}
