// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.lapwing.gate.visit.Tickets.Ticket;
import org.lapwing.pages.Assets;
import org.lapwing.pages.HeaderPolicy;
import org.lapwing.pages.Messages;
import org.lapwing.pages.Tongue;

/** The public side: one path, GET shows where the visit stands, POST changes it and sends back to GET. */
public final class PublicDoor {

    private static final String COOKIE = "n";
    private static final String PATH = "/";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final Surroundings around;
    private final Clock clock = new SteadyClock();
    private final Tickets tickets;
    private final Visits visits;
    private final Acts acts;
    private final Forms forms;
    private final Arriving arriving;
    private final Messages messages = Messages.load(PublicDoor.class, "messages");
    private final Assets assets = Assets.of(PublicDoor.class, List.of("gate.css"));
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PublicDoor.class.getClassLoader(), "org.lapwing.gate.templates");

    /** Presses that may be on their way in at once: with 48 kB of words each, or with buffers for a file, some 80 MB. */
    private static final int MOST_WORDS = 1000;

    private static final int MOST_FILES = 100;

    /** @param most visits at once */
    public PublicDoor(Surroundings around, Duration idle, int most) {
        this.around = around;
        this.tickets = new Tickets(around.random());
        this.visits = new Visits(clock, idle, most);
        this.acts = new Acts(around);
        this.forms = new Forms(around.limits());
        this.arriving = new Arriving(clock, MOST_WORDS, MOST_FILES);
    }

    public void route(RoutesConfig routes) {
        routes.before(this::admit);
        routes.get(PATH, this::show);
        routes.head(PATH, this::show);
        routes.post(PATH, this::press);
        routes.get("/assets/{name}", this::asset);
        routes.head("/assets/{name}", this::asset);
        routes.error(404, context -> fault(context, 404, "fault.nothing"));
        routes.exception(IOException.class, this::failed);
        routes.exception(RuntimeException.class, this::failed);
    }

    /** Ends visits that rested too long. */
    public void sweep() throws IOException {
        visits.sweep();
    }

    public void endAll() throws IOException {
        visits.endAll();
    }

    private void admit(Context context) {
        HeaderPolicy.gate().forEach(context::header);
        if (!METHODS.contains(context.method().name())) {
            context.header("Allow", "GET, HEAD, POST");
            fault(context, 405, "fault.nothing");
            context.skipRemainingHandlers();
        }
    }

    private void show(Context context) throws IOException {
        Ticket ticket = ticket(context);
        Visit visit = visits.find(ticket.cookie());
        if (visit == null) {
            draw(context, ticket, new Visit(tongue(context), clock.instant()));
            return;
        }
        visit.enter();
        try {
            draw(context, ticket, visit);
        } finally {
            visit.exit(clock.instant());
        }
    }

    /** The ticket of the request's cookie, or a new one that the answer gives out. */
    private Ticket ticket(Context context) {
        Optional<Ticket> ticket = presented(context);
        if (ticket.isPresent()) {
            return ticket.get();
        }
        Ticket issued = tickets.issue();
        context.header("Set-Cookie", COOKIE + "=" + issued.cookie() + "; Path=/; HttpOnly; SameSite=Strict");
        return issued;
    }

    private Optional<Ticket> presented(Context context) {
        String cookie = context.cookie(COOKIE);
        return cookie == null ? Optional.empty() : tickets.read(cookie);
    }

    private void press(Context context) throws IOException {
        String site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            fault(context, 403, "fault.foreign");
            return;
        }
        Optional<Arriving.Body> arrives = arriving.admit(context.req().getContentLengthLong(), () -> hangUp(context));
        if (arrives.isEmpty()) {
            fault(context, 503, "fault.crowd");
            return;
        }
        try (Arriving.Body body = arrives.get()) {
            press(context, body);
        }
    }

    private static void hangUp(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private void press(Context context, Arriving.Body body) throws IOException {
        Optional<Ticket> presented = presented(context);
        Pressed pressed = new Pressed(context, presented.orElse(null));
        Visit visit = pressed.visit;
        if (visit == null) {
            fault(context, 503, "fault.crowd");
            return;
        }
        visit.enter();
        try {
            pressed.take(body);
        } finally {
            visit.exit(clock.instant());
        }
    }

    /** One press: its form is read as it streams in, and belongs to the visit only once the token was seen. */
    private final class Pressed implements Forms.Taking {
        private final Context context;
        private final @Nullable Ticket ticket;
        private final @Nullable Visit visit;

        Pressed(Context context, @Nullable Ticket ticket) throws IOException {
            this.context = context;
            this.ticket = ticket;
            if (ticket == null) {
                this.visit = new Visit(tongue(context), clock.instant());
            } else {
                Visit known = visits.find(ticket.cookie());
                this.visit = known != null
                        ? known
                        : visits.begin(ticket.cookie(), tongue(context)).orElse(null);
            }
        }

        private Visit visit() {
            return Objects.requireNonNull(visit);
        }

        void take(Arriving.Body arriving) throws IOException {
            visit().forgetNotices();
            Forms.Read form;
            try {
                form = forms.read(
                        arriving.counting(body(context)), Objects.requireNonNullElse(context.contentType(), ""), this);
            } catch (IOException brokenOff) {
                visit().tell(Notice.at("files", "files.broken"));
                throw brokenOff;
            }
            if ("leave".equals(form.fields().get("act"))) { // whoever wants to leave, leaves
                leave(context, ticket, visit().tongue);
                return;
            }
            if (!isOurs(form.fields())) {
                giveBack(form.fields());
                return;
            }
            form.refused()
                    .ifPresent(refused ->
                            visit().tell(Notice.at("", refused.key(), "most", acts.mostMegabytes(), "parts", 40)));
            if (form.refused().isEmpty()) {
                if ("upload".equals(form.fields().get("act"))
                        && !anyFile
                        && visit().notices().isEmpty()) {
                    visit().tell(Notice.at("files", "files.none"));
                }
                acts.perform(visit(), form.fields());
            }
            context.status(303).header("Location", PATH);
        }

        private boolean anyFile;

        private boolean isOurs(Map<String, String> fields) {
            return ticket != null && Tickets.same(ticket.token(), fields.getOrDefault("t", ""));
        }

        @Override
        public boolean allows(Map<String, String> fields) {
            return isOurs(fields) && "upload".equals(fields.get("act"));
        }

        @Override
        public void file(String name, String type, InputStream body) throws IOException {
            anyFile = true;
            acts.upload(visit(), name, type, body);
        }

        /** No cookie, or one from before a restart: nothing was kept, so the words go back to whoever wrote them. */
        private void giveBack(Map<String, String> fields) throws IOException {
            Visit again = new Visit(tongue(context), clock.instant());
            again.words.set(fields.getOrDefault("words", ""));
            again.urgent = "yes".equals(fields.get("urgent"));
            again.tell(Notice.of(ticket == null ? "cookie" : "expired"));
            context.status(400);
            draw(context, ticket(context), again);
        }
    }

    private static InputStream body(Context context) throws IOException {
        return context.req().getInputStream(); // as it streams in; Javalin's own helpers would hold or spool it
    }

    private void leave(Context context, @Nullable Ticket ticket, Tongue tongue) throws IOException {
        if (ticket != null) {
            visits.end(ticket.cookie());
        }
        context.header("Set-Cookie", COOKIE + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
        context.header(HeaderPolicy.CLEAR_SITE_DATA, HeaderPolicy.EVERYTHING);
        render(context, new Page.Left(), chrome(tongue, "", "", List.of()));
    }

    private void draw(Context context, Ticket ticket, Visit visit) throws IOException {
        Page page;
        List<Notice> notices;
        Tongue tongue;
        synchronized (visit) {
            page = Page.of(visit, around);
            notices = visit.notices();
            tongue = visit.tongue;
        }
        render(context, page, chrome(tongue, ticket.token(), page.enter(), notices));
    }

    private Chrome chrome(Tongue tongue, String token, String enter, List<Notice> notices) {
        return new Chrome(messages, tongue, token, assets.path("gate.css"), enter, around.demonstration(), notices);
    }

    private void render(Context context, Page page, Chrome chrome) throws IOException {
        var parameters = new HashMap<String, Object>(Map.of("chrome", chrome, "page", page));
        var output = new Utf8ByteOutput();
        templates.render("gate/" + page.template() + ".jte", parameters, output);
        context.contentType("text/html; charset=utf-8");
        if (!context.method().name().equals("HEAD")) { // a length without its bytes would be a fault where nothing is
            context.res().setContentLength(output.getContentLength());
            output.writeTo(context.res().getOutputStream());
        }
    }

    private void asset(Context context) {
        Optional<Assets.Asset> asset = assets.at(context.path());
        if (asset.isEmpty()) {
            context.status(404);
            return;
        }
        context.header("Cache-Control", "public, max-age=31536000, immutable"); // the same for every visitor
        context.contentType(asset.get().type()).result(asset.get().content());
    }

    private void fault(Context context, int status, String key) {
        context.status(status);
        try {
            render(context, new Page.Fault(key), chrome(tongue(context), "", "", List.of()));
        } catch (IOException gone) {
            // nobody is there to read it
        }
    }

    private void failed(Exception failure, Context context) {
        boolean gone = failure instanceof IOException && context.method().name().equals("POST");
        if (!gone) {
            // the place, never the message: it might hold what was typed
            StackTraceElement[] trace = failure.getStackTrace();
            System.err.println("lapwing gate: " + failure.getClass().getSimpleName()
                    + (trace.length == 0 ? "" : " at " + trace[0]));
        }
        fault(context, 500, "fault.ours");
    }

    private static Tongue tongue(Context context) {
        return Tongue.preferred(Objects.requireNonNullElse(context.header("Accept-Language"), ""));
    }
}
