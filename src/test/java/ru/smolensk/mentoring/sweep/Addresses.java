package ru.smolensk.mentoring.sweep;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriUtils;
import ru.smolensk.mentoring.MentoringRegistry;

/** What the portal's controllers answer to: which mapped pattern an address belongs to, and all there are. */
record Addresses(List<RequestMappingInfoHandlerMapping> mappings) {

    private static final String PORTAL = MentoringRegistry.class.getPackageName();

    /** Every pattern that answers a GET, as {@code /organisations/{slug}}. */
    Set<String> all() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith(PORTAL))
                .filter(entry -> answersGet(entry.getKey()))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pattern behind an address; nothing for what no controller of the portal serves. */
    Optional<String> pattern(URI address) {
        var request = new MockHttpServletRequest("GET", address.getRawPath());
        if (address.getRawQuery() != null) {
            for (String pair : address.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                request.addParameter(plain(parts[0]), parts.length == 1 ? "" : plain(parts[1]));
            }
        }
        ServletRequestPathUtils.parseAndCache(request);
        return mappings.stream().filter(mapping -> handles(mapping, request)).findFirst()
                .map(mapping -> request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE).toString());
    }

    private static boolean handles(RequestMappingInfoHandlerMapping mapping, MockHttpServletRequest request) {
        try {
            return mapping.getHandler(request) != null;
        } catch (Exception notForGet) {
            return false;
        }
    }

    private static boolean answersGet(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static String plain(String encoded) {
        return UriUtils.decode(encoded.replace('+', ' '), StandardCharsets.UTF_8);
    }
}
