package ru.smolensk.mentoring.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses of the portal's pages in full, to be handed over outside it. */
@Component
public class PortalAddress {

    private final String portal;

    PortalAddress(@Value("${portal.address:}") String portal) {
        this.portal = portal.strip().replaceAll("/+$", "");
    }

    /** The path at the portal's own address; while none is set, at the one that the reader's browser asks. */
    public String of(String path) {
        return (portal.isEmpty() ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() : portal) + path;
    }
}
