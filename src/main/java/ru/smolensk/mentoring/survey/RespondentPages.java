package ru.smolensk.mentoring.survey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.SecretLink;

/**
 * The respondent's page: no account, phone first, each button saves. An address that opens nothing answers the same, whatever the reason.
 * No session is read or made (see {@code account.Access}), and nothing goes into a log.
 */
@Controller
class RespondentPages {

    private static final String VIEW = "survey/respond";

    private final Answering answering;

    RespondentPages(Answering answering) {
        this.answering = answering;
    }

    /** A line of the summary above the questions. */
    record Problem(String field, String message) {
    }

    private static final class OpensNothing extends RuntimeException {

        private static final long serialVersionUID = 1;

        OpensNothing() {
            super("opens nothing", null, false, false);
        }
    }

    private static final class Forged extends RuntimeException {

        private static final long serialVersionUID = 1;

        Forged() {
            super("no form of ours sends this", null, false, false);
        }
    }

    @ModelAttribute
    void keepToYourself(HttpServletResponse response) {
        SecretLink.keep(response);
    }

    @GetMapping("/survey/thanks")
    String thanks() {
        return "survey/thanks";
    }

    /** The beginning, or where the respondent left off; {@code step} asks for a step. */
    @GetMapping("/survey/{token}")
    String page(@PathVariable(required = false) String token, @RequestParam(required = false) String step,
                @RequestParam(required = false) String later, Model model) {
        Answering.Opened opened = answering.open(token).orElseThrow(OpensNothing::new);
        if (later != null && opened.begun()) {
            model.addAttribute("opened", opened);
            return "survey/later";
        }
        int asked = step != null ? Math.min(Paged.number(step), opened.last()) : opened.step();
        return shown(opened, opened.begun() ? asked : 0, opened.answers(), Map.of(), model);
    }

    @PostMapping("/survey/{token}")
    String save(@PathVariable(required = false) String token, @RequestParam(required = false) String go, @RequestParam(required = false) String step,
                HttpServletRequest request, HttpServletResponse response, Model model) {
        if ("begin".equals(go)) {
            answering.begin(token).orElseThrow(OpensNothing::new);
            return "redirect:/survey/" + token + "?step=1";
        }
        Answering.Opened before = answering.open(token).orElseThrow(OpensNothing::new);
        int at = Math.min(Paged.number(step), before.sheet().steps());
        Answering.Saved saved = saved(token, at, request);
        if (!saved.wrong().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return shown(saved.opened(), at, saved.typed(), saved.wrong(), model);
        }
        return switch (go == null ? "" : go) {
            case "save" -> {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                yield null;
            }
            case "later" -> "redirect:/survey/" + token + "?later=yes";
            case "back" -> "redirect:/survey/" + token + "?step=" + Math.max(1, at - 1);
            case "stay" -> "redirect:/survey/" + token + "?step=" + at;
            default -> "redirect:/survey/" + token + "?step=" + (at + 1);
        };
    }

    /** A second click on the button gets the first one's answer, which doesn't hold the address. */
    @PostMapping("/survey/{token}/send")
    String send(@PathVariable(required = false) String token, HttpServletResponse response, Model model) {
        if (answering.send(token)) {
            return "redirect:/survey/thanks";
        }
        Answering.Opened opened = answering.open(token).orElseThrow(OpensNothing::new);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return shown(opened, opened.last(), opened.answers(), Map.of(), model);
    }

    /** An address cut short or with something added to it. */
    @RequestMapping(path = {"/survey", "/survey/**"}, method = {RequestMethod.GET, RequestMethod.POST})
    String nothing() {
        throw new OpensNothing();
    }

    @ExceptionHandler(Forged.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String forged(HttpServletResponse response, Model model) {
        SecretLink.keep(response);
        model.addAttribute("status", HttpStatus.BAD_REQUEST.value());
        return "error/bad-request";
    }

    @ExceptionHandler(OpensNothing.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String gone(HttpServletResponse response) {
        SecretLink.keep(response);
        return "survey/gone";
    }

    private Answering.Saved saved(String token, int step, HttpServletRequest request) {
        String[] without = request.getParameterValues("without");
        try {
            return answering.save(token, step, request::getParameter, request.getParameterMap().keySet(),
                    without == null ? List.of() : Arrays.asList(without)).orElseThrow(OpensNothing::new);
        } catch (IllegalArgumentException forged) {
            throw new Forged();
        }
    }

    private static String shown(Answering.Opened opened, int step, Answers answers, Map<String, String> wrong, Model model) {
        model.addAttribute("opened", opened);
        model.addAttribute("sheet", opened.sheet());
        model.addAttribute("step", step);
        model.addAttribute("answers", answers);
        model.addAttribute("wrong", wrong);
        model.addAttribute("taking", true);
        if (!wrong.isEmpty()) {
            model.addAttribute("refused", wrong.entrySet().stream().map(one -> new Problem(one.getKey(), one.getValue())).toList());
        }
        return VIEW;
    }
}
