package ru.smolensk.mentoring.platform;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
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

    /** The portal's own address; nothing while none is set and nobody asks from a browser. */
    public Optional<String> home() {
        return portal.isEmpty() && RequestContextHolder.getRequestAttributes() == null ? Optional.empty() : Optional.of(of("/"));
    }
}
