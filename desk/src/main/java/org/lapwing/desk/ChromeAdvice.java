// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lapwing.casebook.Casebook;
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
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each request its {@link View}, and each page what stands around it. */
@ControllerAdvice
final class ChromeAdvice {

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

    @ModelAttribute("view")
    @Nullable
    View view(@Nullable Principal entered) {
        return entered instanceof Unlocked member ? readingRoom.enter(member) : null;
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
