// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.doors.Founding.FirstSecrets;
import org.lapwing.seal.KeyFileOpener;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.SealException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Founding the group in the browser, while there is no roster: the code from the terminal, who takes part, what each is
 * shown once, the root's signature. Everything lies in the session, in memory, until the last step; leaving discards it.
 */
@Controller
public final class SetUpPages {
    private static final String STATE = "set-up";
    /** The root's machine may be in another house. */
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final Doors doors;
    private final DeskPlace place;
    private final KeyFileOpener keyFiles;
    private final Clock clock;
    private final SecureRandom random;
    private SetUpCode code;

    SetUpPages(Doors doors, DeskPlace place, KeyFileOpener keyFiles, Clock clock, SecureRandom random) {
        this.doors = doors;
        this.place = place;
        this.keyFiles = keyFiles;
        this.clock = clock;
        this.random = random;
        this.code = new SetUpCode(random, System.err::println);
        if (!doors.founded()) {
            code.show();
        }
    }

    /** The tests' terminal: shows a new code there. */
    void showCodeOn(Consumer<String> terminal) {
        code = new SetUpCode(random, terminal);
        code.show();
    }

    /** How far this session has come: past the code, and maybe past the plan. */
    private static final class State {
        private @Nullable Founding founding;
        private boolean shown;
    }

    public record CodePage(boolean refused) {}

    /** @param errors message keys by field */
    public record PlanPage(SetUpForm form, Map<String, String> errors) {}

    /** @param sheets of recovery paper */
    public record WordsPage(List<FirstSecrets> members, List<String> sheets) {}

    /** @param error a message key, or "" */
    public record SignPage(String digest, String roster, boolean shown, String error, String typed) {}

    @GetMapping({"/set-up", "/set-up/code", "/set-up/plan", "/set-up/sign"})
    ModelAndView setUp(HttpSession session, @ModelAttribute("chrome") Chrome chrome) {
        if (doors.founded()) {
            return Pages.go("/");
        }
        State state = state(session);
        if (state == null) {
            return Pages.page("doors/setup-code", new CodePage(false));
        }
        return state.founding == null
                ? Pages.page("doors/setup-plan", new PlanPage(SetUpForm.empty(chrome.language()), Map.of()))
                : signPage(state, state.founding, "", "");
    }

    private static @Nullable State state(HttpSession session) {
        return session.getAttribute(STATE) instanceof State state ? state : null;
    }

    @PostMapping("/set-up/code")
    ModelAndView code(HttpSession session, @RequestParam(name = "code") String typed) {
        if (!doors.founded() && code.accept(typed)) {
            session.setAttribute(STATE, new State());
            session.setMaxInactiveInterval((int) PATIENCE.toSeconds());
            return Pages.go("/set-up");
        }
        return doors.founded() ? Pages.go("/") : Pages.page("doors/setup-code", new CodePage(true));
    }

    @PostMapping("/set-up/plan")
    ModelAndView plan(HttpSession session, @RequestParam MultiValueMap<String, String> typed) {
        State state = state(session);
        if (state == null || doors.founded()) {
            return Pages.go("/set-up");
        }
        SetUpForm form = SetUpForm.of(typed);
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return Pages.page("doors/setup-plan", new PlanPage(form.withoutSecrets(), errors));
        }
        state.founding = new Founding(form.plan(LocalDate.now(clock), random), keyFiles, clock, random);
        state.shown = false;
        return Pages.go("/set-up/words");
    }

    /** Shown once: a second look finds only the way on, or back to the beginning. */
    @GetMapping("/set-up/words")
    ModelAndView words(HttpSession session) {
        State state = state(session);
        if (state == null || state.founding == null || state.shown) {
            return Pages.go("/set-up");
        }
        state.shown = true;
        return Pages.page(
                "doors/setup-words", new WordsPage(state.founding.firstSecrets(), state.founding.recoveryPaper()));
    }

    @GetMapping("/set-up/roster.txt")
    ResponseEntity<byte[]> roster(HttpSession session) {
        State state = state(session);
        return state == null || state.founding == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                        .header("Content-Disposition", "attachment; filename=\"roster-1.txt\"")
                        .body(state.founding.roster().text().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/set-up/sign")
    ModelAndView sign(HttpSession session, @RequestParam String signature) {
        State state = state(session);
        if (state == null || state.founding == null || doors.founded()) {
            return Pages.go("/set-up");
        }
        RosterSignature root;
        try {
            root = RosterSignature.parse(signature.strip());
        } catch (SealException e) {
            return signPage(state, state.founding, "setup.error.signature", signature);
        }
        Optional<String> refused = state.founding.complete(root, place);
        if (refused.isPresent()) {
            return signPage(state, state.founding, "setup.error.notroot", signature);
        }
        doors.refresh();
        session.invalidate();
        return Pages.go("/");
    }

    private static ModelAndView signPage(State state, Founding founding, String error, String typed) {
        String digest = HexFormat.of().formatHex(founding.roster().digest()).replaceAll("(.{8})(?=.)", "$1 ");
        return Pages.page(
                "doors/setup-sign", new SignPage(digest, founding.roster().text(), state.shown, error, typed));
    }

    @PostMapping("/set-up/leave")
    ModelAndView leave(HttpSession session) {
        session.invalidate();
        if (!doors.founded()) {
            code.show();
        }
        return Pages.go("/set-up");
    }
}
