package ru.smolensk.mentoring.section;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalAddress;
import ru.smolensk.mentoring.platform.Tenant;

/** The widget for organisations' own sites, and the curator's page with what to paste there. */
@Controller
class WidgetPages {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /**
     * The frame is as high as the folded widget needs at the width it gets on the other site's page, and no script measures it there: each
     * step of the clamp adds what a narrower place needs. A browser that knows no container widths gets the height of a telephone.
     */
    private static final String FRAME = "<div style=\"container-type:inline-size\"><iframe src=\"%s\" title=\"Наставничество\""
            + " loading=\"lazy\" style=\"width:100%%;border:0;height:1010px;height:calc(640px + clamp(0px,(769px - 100cqi)*999,180px)"
            + " + clamp(0px,(560px - 100cqi)*999,190px) + clamp(0px,(320px - 100cqi)*999,230px))\"></iframe></div>";

    private final Widget widget;
    private final Editions editions;
    private final PortalAddress address;
    private final String build;

    WidgetPages(Widget widget, Editions editions, PortalAddress address, ObjectProvider<BuildProperties> build) {
        this.widget = widget;
        this.editions = editions;
        this.address = address;
        this.build = build.stream().map(BuildProperties::getTime).map(String::valueOf).findFirst().orElse("unpackaged");
    }

    /** The bare form, to stand in a frame of the organisation's own site. */
    @GetMapping("/organisations/{slug}/widget")
    ResponseEntity<String> framed(@PathVariable String slug, ServletWebRequest request) {
        return served(slug, request, "*", widget::page);
    }

    /** The same to be taken into a page by the other site itself: no page of its own, no script. Only the curator's preview frames it. */
    @GetMapping("/organisations/{slug}/widget.html")
    ResponseEntity<String> pasted(@PathVariable String slug, ServletWebRequest request) {
        return served(slug, request, "'self'", widget::pasted);
    }

    /** What the curator pastes. */
    @GetMapping("/workspace/section/widget")
    String code(Tenant tenant, Model model) {
        Editions.Address of = editions.address(tenant.slug(), null).orElseThrow(NotFound::new);
        model.addAttribute("published", of.edition());
        model.addAttribute("framed", FRAME.formatted(address.of("/organisations/" + tenant.slug() + "/widget")));
        model.addAttribute("page", address.of("/organisations/" + tenant.slug() + "/widget.html"));
        model.addAttribute("pasted", of.edition() == null ? null : widget.pasted(of));
        return "section/widget-code";
    }

    /** Who has it already is told so after one statement. */
    private ResponseEntity<String> served(String slug, ServletWebRequest request, String framed,
            Function<Editions.Address, String> text) {
        Editions.Address of = editions.address(slug, null).orElseThrow(NotFound::new);
        request.getResponse().setHeader("Content-Security-Policy", widget.policy(framed));
        request.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        if (request.checkNotModified("W/\"" + Integer.toHexString(java.util.Objects.hash(build, address.of(""), request.getRequest().getRequestURI(), of))
                + "-" + (of.edition() == null ? 0 : of.edition().number()) + '"')) {
            return null;
        }
        return ResponseEntity.ok().contentType(PAGE).body(text.apply(of));
    }
}
