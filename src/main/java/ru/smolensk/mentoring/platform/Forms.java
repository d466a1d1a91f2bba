package ru.smolensk.mentoring.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The one way a form is handled: nothing wrong – do it and go on; a rule or a constraint refused – the same form with the message at its
 * field and everything that was typed; changed by somebody else meanwhile – the same form with what is saved now beside it (409).
 */
@Component
public class Forms {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final ConstraintMessages constraints;
    private final PortalClock clock;

    Forms(ConstraintMessages constraints, PortalClock clock) {
        this.constraints = constraints;
        this.clock = clock;
    }

    /**
     * Does what the form asks.
     *
     * @param formView the template to show again when it was refused
     * @param action the one service call
     * @param next the address to go to, from the action's result
     * @param done the sentence that the next page opens with
     * @return the view's name
     */
    public <T> String submit(BindingResult errors, String formView, Supplier<T> action, Function<T, String> next, String done) {
        if (errors.getTarget() == null) {
            // A value that no form of ours can send: an unknown constant, an identifier that is not a number.
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!errors.hasErrors()) {
            try {
                T result = action.get();
                RequestContextUtils.getOutputFlashMap(request().getRequest()).put("done", done);
                return "redirect:" + next.apply(result);
            } catch (Refusal refusal) {
                refusal.all().forEach(one -> reject(errors, one));
            } catch (StaleVersion stale) {
                return conflict(errors, formView, stale);
            } catch (OptimisticLockingFailureException sameMoment) {
                return conflict(errors, formView, null);
            } catch (DataIntegrityViolationException violated) {
                reject(errors, constraints.refusalFor(violated).orElseThrow(() -> violated));
            }
        }
        rejectWhatTheFormSees(errors);
        return refused(HttpServletResponse.SC_UNPROCESSABLE_CONTENT, errors, formView);
    }

    /** At fields that have no message yet. */
    private void rejectWhatTheFormSees(BindingResult errors) {
        if (errors.getTarget() instanceof CheckedForm form) {
            Refusals wrong = new Refusals();
            form.check(wrong, clock.today());
            wrong.found().stream().filter(refusal -> !errors.hasFieldErrors(refusal.field())).forEach(refusal -> reject(errors, refusal));
        }
    }

    /** What one mostly does next, offered beside the sentence that it is done. */
    public record Further(String words, String address) {
    }

    /** The same, with an offer. */
    public <T> String submit(BindingResult errors, String formView, Supplier<T> action, Function<T, String> next, String done, Further further) {
        String view = submit(errors, formView, action, next, done);
        if (view.startsWith("redirect:")) {
            FlashMap flash = RequestContextUtils.getOutputFlashMap(request().getRequest());
            flash.put("further", further.words()); // The session keeps plain texts only.
            flash.put("furtherAddress", further.address());
        }
        return view;
    }

    /** The same for an action without a result. */
    public String submit(BindingResult errors, String formView, Runnable action, String next, String done) {
        return submit(errors, formView, () -> {
            action.run();
            return next;
        }, Function.identity(), done);
    }

    /**
     * What a script that saves while somebody types is told.
     *
     * @param version of what is saved now, for the next saving; {@code null} if it was not saved
     * @param words «Сохранено в 14:05», or why not
     */
    public record Kept(Integer version, String words) {
    }

    /** The same for a script that saves while somebody types: nothing is shown anew, nothing typed can be lost. */
    public ResponseEntity<Kept> keep(BindingResult errors, Runnable action, Supplier<Integer> version) {
        if (errors.getTarget() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!errors.hasErrors()) {
            try {
                action.run();
                return ResponseEntity.ok(new Kept(version.get(), "Сохранено в " + TIME.format(clock.instant().atZone(PortalClock.ZONE))));
            } catch (Refusal refusal) {
                refusal.all().forEach(one -> reject(errors, one));
            } catch (StaleVersion | OptimisticLockingFailureException stale) {
                return ResponseEntity.status(HttpStatus.CONFLICT).body(new Kept(null, "Пока вы писали, эти сведения изменил кто-то ещё. Ваш текст "
                        + "остаётся в полях, но сам больше не сохраняется. Нажмите «Сохранить» – портал покажет и то, что сохранено сейчас"));
            } catch (DataIntegrityViolationException violated) {
                reject(errors, constraints.refusalFor(violated).orElseThrow(() -> violated));
            }
        }
        return ResponseEntity.unprocessableContent().body(new Kept(null, "Пока не сохранено: " + errors.getAllErrors().get(0).getDefaultMessage()));
    }

    private static void reject(BindingResult errors, Refusal refusal) {
        if (refusal.field() == null || errors.getFieldType(refusal.field()) == null) {
            errors.reject("refused", refusal.getMessage());
        } else {
            errors.rejectValue(refusal.field(), "refused", refusal.getMessage());
        }
    }

    private static String conflict(BindingResult errors, String formView, StaleVersion stale) {
        errors.reject("conflict", "Пока вы заполняли форму, эти сведения изменил кто-то ещё. Ваши значения – в полях ниже, ничего не потеряно. "
                + "Сверьте их с тем, что сохранено сейчас, и сохраните ещё раз.");
        request().getRequest().setAttribute("conflict", stale);
        return refused(HttpServletResponse.SC_CONFLICT, errors, formView);
    }

    private static String refused(int status, BindingResult errors, String formView) {
        request().getRequest().setAttribute("refused", inFormOrder(errors));
        // Where no field is wrong, nobody is asked to look for what they typed wrongly.
        request().getRequest().setAttribute("refusedAtFields", errors.hasFieldErrors());
        request().getResponse().setStatus(status);
        return formView;
    }

    /** A line of the summary above the form; {@code field} is the identifier of the field, or {@code null}. */
    record Problem(String field, String message) {
    }

    /** The summary reads like the form: from top to bottom, what belongs to no field first. */
    private static List<Problem> inFormOrder(BindingResult errors) {
        List<String> fields = Arrays.stream(errors.getTarget().getClass().getRecordComponents()).map(RecordComponent::getName).toList();
        return Stream.concat(
                errors.getGlobalErrors().stream().map(error -> new Problem(null, error.getDefaultMessage())),
                errors.getFieldErrors().stream()
                        .sorted(Comparator.comparingInt(error -> fields.indexOf(error.getField().split("[.\\[]", 2)[0])))
                        .map(error -> new Problem(error.getField().replaceAll("[\\[\\]]", ""), error.getDefaultMessage()))).toList();
    }

    private static ServletRequestAttributes request() {
        return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    }
}
