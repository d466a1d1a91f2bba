package ru.smolensk.mentoring.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages about the portal itself. */
@Controller
class PlatformPages {

    @GetMapping("/help")
    String help() {
        return "platform/help";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "platform/privacy";
    }

    /** The panel «Версия для слабовидящих»; with {@code save} it remembers the choice in a cookie and comes back. */
    @GetMapping("/accessibility")
    String accessibility(@RequestParam(required = false) boolean save, @RequestParam(required = false) String size,
                         @RequestParam(required = false) String colours, @RequestParam(defaultValue = "") List<String> more,
                         HttpServletRequest request, HttpServletResponse response) {
        if (!save) {
            return "platform/accessibility";
        }
        Viewing chosen = Viewing.of(size, colours, more);
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(Viewing.COOKIE, chosen.cookie())
                .path("/").httpOnly(true).sameSite("Lax").secure(request.isSecure()).maxAge(chosen.words().isEmpty() ? Duration.ZERO : Duration.ofDays(365)).build().toString());
        return "redirect:/accessibility";
    }
}
