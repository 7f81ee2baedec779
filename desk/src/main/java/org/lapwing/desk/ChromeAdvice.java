// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.desk.reading.LogRoom;
import org.lapwing.desk.reading.ReadingRoom;
import org.lapwing.desk.reading.View;
import org.lapwing.pages.Assets;
import org.lapwing.pages.Messages;
import org.lapwing.pages.Tongue;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Gives each request its {@link View}, and each page what stands around it. */
@ControllerAdvice
public final class ChromeAdvice {
    /** Addresses whose answer shows nothing of what is read. */
    private static final Set<String> NEEDS_NOTHING = Set.of("/", "/tongue", "/error", "/lock");

    private final ReadingRoom readingRoom;
    private final Messages messages;
    private final Assets assets;
    private final DeskSettings settings;
    private final Doors doors;
    private final LogRoom logRoom;

    ChromeAdvice(
            ReadingRoom readingRoom,
            Messages messages,
            Assets assets,
            DeskSettings settings,
            Doors doors,
            LogRoom logRoom) {
        this.readingRoom = readingRoom;
        this.messages = messages;
        this.assets = assets;
        this.settings = settings;
        this.doors = doors;
        this.logRoom = logRoom;
    }

    /** Thrown while the reader's volumes are still being opened; not a fault. */
    static final class StillOpening extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient View view;

        StillOpening(View view) {
            super("still opening", null, false, false);
            this.view = view;
        }
    }

    /** @param opening what is being opened; the rest can be read */
    public record OpeningPage(List<Compartment> opening, boolean inbox) {}

    /**
     * What is only read waits a little and then says what it waits for; what is written waits for all that it may rest on.
     */
    @ModelAttribute("view")
    @Nullable
    View view(@Nullable Principal entered, HttpServletRequest request) {
        if (!(entered instanceof Unlocked member)) {
            return null;
        }
        boolean reads = request.getMethod().equals("GET") || NEEDS_NOTHING.contains(request.getRequestURI());
        if (!reads) {
            return readingRoom.enter(member);
        }
        View view = readingRoom.enter(member, settings.patience());
        if (view.opening().stream().anyMatch(needed(request)::contains)) {
            throw new StillOpening(view);
        }
        return view;
    }

    /** Without these a page would show as absent what is there. Others are shown as still being opened. */
    private static Set<Compartment> needed(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (NEEDS_NOTHING.contains(path)) {
            return Set.of();
        }
        return path.equals("/inbox")
                ? EnumSet.of(Compartment.INTAKE)
                : EnumSet.of(Compartment.CASEBOOK, Compartment.INTAKE);
    }

    /** Says what is being opened, and looks again by itself, without scripts. */
    @ExceptionHandler(StillOpening.class)
    ModelAndView opening(StillOpening opening, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Refresh", "2");
        ModelAndView page = Pages.page(
                "desk/opening",
                new OpeningPage(
                        opening.view.opening().stream().sorted().toList(), opening.view.holds(Compartment.INTAKE)));
        // What is above every page stays: the language, and the way out.
        return page.addObject("chrome", chrome(request, opening.view));
    }

    @ModelAttribute("chrome")
    Chrome chrome(HttpServletRequest request, @ModelAttribute("view") @Nullable View view) {
        var session = request.getSession();
        Tongue tongue = session.getAttribute(Pages.TONGUE) instanceof Tongue chosen
                ? chosen
                : Tongue.preferred(Optional.ofNullable(request.getHeader("Accept-Language"))
                        .orElse(""));
        Optional<Chrome.Notice> notice =
                session.getAttribute(Pages.NOTICE) instanceof Chrome.Notice said ? Optional.of(said) : Optional.empty();
        if (request.getMethod().equals("GET")) {
            session.removeAttribute(Pages.NOTICE);
        }
        if (view != null && logRoom.refusal().isPresent()) {
            // Stands above every other line: what is read may not be what was written.
            notice = Optional.of(new Chrome.Notice(false, messages.say(tongue, "log.refused")));
        } else if (view != null
                && !view.opening().isEmpty()
                && view.opening().stream().noneMatch(needed(request)::contains)
                && notice.isEmpty()) {
            String which = view.opening().stream()
                    .sorted()
                    .map(each -> messages.say(tongue, "compartment." + each.word()))
                    .collect(Collectors.joining(", "));
            notice = Optional.of(new Chrome.Notice(true, messages.say(tongue, "opening.beside", "which", which)));
        }
        return new Chrome(
                messages,
                assets,
                tongue,
                Optional.ofNullable(view).map(View::reader),
                request.getRequestURI(),
                csrf(request),
                view == null ? -1 : view.position(),
                view == null ? 0 : view.casebook().reports().waiting().size(),
                settings.demonstration(),
                notice,
                new NamesInView(Optional.ofNullable(view).map(View::casebook).orElse(Casebook.EMPTY), doors));
    }

    private static Chrome.Csrf csrf(HttpServletRequest request) {
        // What the server refused before it came to us has no token, and its page no form that would be taken.
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf
                ? new Chrome.Csrf(csrf.getParameterName(), csrf.getToken())
                : new Chrome.Csrf("_csrf", "");
    }
}
