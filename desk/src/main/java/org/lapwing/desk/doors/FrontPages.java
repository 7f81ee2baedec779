// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lapwing.desk.Pages;
import org.lapwing.desk.doors.DemoMembers.DemoMember;
import org.lapwing.pages.Assets;
import org.lapwing.pages.Tongue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is there before anybody has unlocked: the door itself, style and fonts, the choice of language. */
@Controller
public final class FrontPages {
    private final Doors doors;
    private final Assets assets;
    private final DemoMembers demoMembers;

    FrontPages(Doors doors, Assets assets, DemoMembers demoMembers) {
        this.doors = doors;
        this.assets = assets;
        this.demoMembers = demoMembers;
    }

    /** @param refused whether the last attempt failed; it is never said why */
    public record UnlockPage(boolean refused, List<DemoMember> demonstration) {}

    @GetMapping("/")
    ModelAndView door(@Nullable Principal entered, @RequestParam(required = false) @Nullable String refused) {
        if (entered instanceof Unlocked) {
            return Pages.go("/home");
        }
        return doors.founded()
                ? Pages.page("doors/unlock", new UnlockPage(refused != null, demoMembers.now()))
                : Pages.go("/set-up");
    }

    @PostMapping("/tongue")
    ModelAndView tongue(HttpServletRequest request, @RequestParam String tongue, @RequestParam String back) {
        Tongue.of(tongue).ifPresent(chosen -> request.getSession().setAttribute(Pages.TONGUE, chosen));
        // Only a path of our own: anything else would lead out of the house.
        return Pages.go(back.matches("/[a-z0-9/-]*") ? back : "/");
    }

    @GetMapping("/assets/{name}")
    void asset(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asset = assets.at(request.getRequestURI());
        if (asset.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        response.setContentType(asset.get().type());
        response.setContentLength(asset.get().content().length);
        response.getOutputStream().write(asset.get().content());
    }
}
