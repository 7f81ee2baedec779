// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.publishing;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.term.BodyKind;
import org.lapwing.casebook.term.NameReceiver;
import org.lapwing.casebook.term.Standard;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.Labels;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * To whom the group writes. Who receives a name there is said before anything else: it stands in the words of every consent
 * that is asked for this body.
 */
@Controller
@PreAuthorize("hasAuthority('publisher')")
public class BodyPages {
    private final Pen pen;

    BodyPages(Pen pen) {
        this.pen = pen;
    }

    public record NewPage(Map<String, String> typed, Map<String, String> errors, List<BodyRecorded> known) {}

    @GetMapping("/publishing/bodies")
    ModelAndView blank(@ModelAttribute("view") View view) {
        return page(view, Map.of("language", "en"), Map.of());
    }

    private static ModelAndView page(View view, Map<String, String> typed, Map<String, String> errors) {
        ModelAndView page = Pages.page(
                "publishing/bodies",
                new NewPage(
                        typed,
                        errors,
                        view.casebook().group().bodies().stream()
                                .map(each -> each.fact())
                                .toList()));
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/publishing/bodies")
    ModelAndView record(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Map<String, String> errors = new LinkedHashMap<>();
        String name = text(typed, "name");
        if (name.isEmpty()) {
            errors.put("name", chrome.say("bodies.error.name"));
        } else if (view.casebook().group().bodies().stream()
                .anyMatch(each -> each.fact().name().equals(name))) {
            errors.put("name", chrome.say("bodies.error.twice"));
        }
        Optional<BodyKind> kind = Labels.term(BodyKind.class, text(typed, "kind"));
        if (kind.isEmpty()) {
            errors.put("kind", chrome.say("bodies.error.kind"));
        }
        Optional<NameReceiver> receiver = Labels.term(NameReceiver.class, text(typed, "nameReceiver"));
        if (receiver.isEmpty()) {
            errors.put("nameReceiver", chrome.say("bodies.error.receiver"));
        }
        Optional<Standard> standard = Labels.term(Standard.class, text(typed, "standard"));
        if (standard.isEmpty()) {
            errors.put("standard", chrome.say("findings.error.standard"));
        }
        String days = text(typed, "days");
        if (!days.matches("\\d{0,4}")) {
            errors.put("days", chrome.say("bodies.error.days"));
        }
        String language = text(typed, "language");
        if (!language.matches("[a-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            errors.put("language", chrome.say("accounts.error.language"));
        }
        if (!errors.isEmpty()) {
            return page(view, typed, errors);
        }
        BodyRecorded body = new BodyRecorded(
                pen.newId(),
                name,
                kind.orElseThrow(),
                text(typed, "required")
                        .lines()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList(),
                receiver.orElseThrow(),
                typed.containsKey("publishes"),
                typed.containsKey("defence"),
                language,
                Optional.of(days).filter(each -> !each.isEmpty()).map(Integer::valueOf),
                standard.orElseThrow());
        return Pages.after(
                pen.write(view, position, List.of(), List.of(body)),
                session,
                chrome,
                new Pages.Landing("/publishing/bodies", "bodies.recorded"));
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
