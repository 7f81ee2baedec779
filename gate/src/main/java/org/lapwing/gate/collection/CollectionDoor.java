// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.collection;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lapwing.gate.spool.Bell;
import org.lapwing.gate.spool.Replies;
import org.lapwing.gate.spool.Spool;
import org.lapwing.gate.trust.Trust;
import org.lapwing.seal.DeskGuard;
import org.lapwing.seal.DeskRequest;
import org.lapwing.seal.RecentNonces;
import org.lapwing.seal.VerifyKey;

/** The desk's side, on a port of its own. */
public final class CollectionDoor {

    /** How far the desk's clock and ours may be apart. */
    public static final Duration WINDOW = Duration.ofMinutes(2);

    /** Most reports in one list; the last line says whether there are more. */
    public static final int MOST_LISTED = 1000;

    private static final int ROSTER_BYTES = 8 * 1024 * 1024;
    private static final int OTHER_BYTES = 128 * 1024;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Trust trust;
    private final Spool spool;
    private final Replies replies;
    private final Bell bell;
    private final DeskGuard guard;

    public CollectionDoor(Trust trust, Spool spool, Replies replies, Bell bell, Clock clock) {
        this.trust = trust;
        this.spool = spool;
        this.replies = replies;
        this.bell = bell;
        this.guard = new DeskGuard(WINDOW, clock, new RecentNonces(clock));
    }

    public void route(RoutesConfig routes) {
        routes.before(context -> context.header("Cache-Control", "no-store"));
        routes.get("/collect", context -> asDesk(context, body -> list(context)));
        routes.get("/collect/{report}/{file}", context -> asDesk(context, body -> file(context)));
        routes.delete("/collect/{report}", context -> asDesk(context, body -> remove(context)));
        routes.put("/roster", context -> asDesk(context, body -> refusedOr(context, trust.extend(body))));
        routes.put("/certificate", context -> asDesk(context, body -> refusedOr(context, trust.accept(body))));
        routes.put("/reply/{locator}", context -> asDesk(context, body -> reply(context, body)));
        routes.delete(
                "/reply/{locator}",
                context -> asDesk(context, body -> found(context, replies.delete(context.pathParam("locator")))));
        routes.get("/bell", context -> asDesk(context, body -> say(context, 200, "urgent " + bell.answer())));
        routes.error(404, context -> say(context, 404, "not here"));
        routes.exception(Exception.class, CollectionDoor::failed);
    }

    private interface Answer {
        void to(byte[] body) throws IOException;
    }

    private void asDesk(Context context, Answer answer) throws IOException {
        int most = context.path().equals("/roster") ? ROSTER_BYTES : OTHER_BYTES;
        byte[] body;
        try (InputStream in = context.req().getInputStream()) {
            body = in.readNBytes(most + 1);
        }
        if (body.length > most) {
            say(context, 413, "the body is longer than the " + most + " bytes that are accepted");
            return;
        }
        Optional<String> refusal = refusal(context, body);
        if (refusal.isPresent()) {
            say(context, 401, refusal.get());
            return;
        }
        answer.to(body);
    }

    private Optional<String> refusal(Context context, byte[] body) {
        Optional<VerifyKey> desk = trust.roster().desk();
        if (desk.isEmpty()) {
            return Optional.of("the roster names no desk");
        }
        String query = context.req().getQueryString();
        String target = context.req().getRequestURI() + (query == null ? "" : "?" + query);
        DeskRequest request = DeskRequest.of(context.req().getMethod(), target, body);
        String header = Objects.requireNonNullElse(context.header(DeskRequest.HEADER), "");
        return guard.refusal(request, header, desk.get());
    }

    private void list(Context context) throws IOException {
        List<Spool.Waiting> waiting = spool.waiting(MOST_LISTED + 1);
        var lines = new StringBuilder("LAPWING-COLLECT-1\n");
        for (Spool.Waiting each : waiting.subList(0, Math.min(MOST_LISTED, waiting.size()))) {
            lines.append("report ")
                    .append(each.id())
                    .append(' ')
                    .append(each.day())
                    .append('\n');
            for (Spool.WaitingFile file : each.files()) {
                lines.append("file ")
                        .append(file.name())
                        .append(' ')
                        .append(file.bytes())
                        .append('\n');
            }
        }
        lines.append(waiting.size() > MOST_LISTED ? "more\n" : "end\n");
        context.status(200).contentType(TEXT).result(lines.toString());
    }

    private void file(Context context) throws IOException {
        Optional<Path> file = spool.file(context.pathParam("report"), context.pathParam("file"));
        if (file.isEmpty()) {
            say(context, 404, "not here");
            return;
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            context.contentType("application/octet-stream");
            context.res().setContentLengthLong(Files.size(file.get()));
            in.transferTo(context.res().getOutputStream());
        } catch (NoSuchFileException gone) {
            say(context, 404, "not here");
        }
    }

    private void remove(Context context) throws IOException {
        found(context, spool.remove(context.pathParam("report")));
    }

    private void reply(Context context, byte[] body) throws IOException {
        boolean taken = replies.put(context.pathParam("locator"), body);
        refusedOr(
                context,
                taken
                        ? Optional.empty()
                        : Optional.of(
                                "accepted are 32 hexadecimal digits and an age file of " + Replies.BYTES + " bytes"));
    }

    private static void found(Context context, boolean was) {
        if (was) {
            context.status(204);
        } else {
            say(context, 404, "not here");
        }
    }

    private static void refusedOr(Context context, Optional<String> refusal) {
        if (refusal.isPresent()) {
            say(context, 422, refusal.get());
        } else {
            context.status(204);
        }
    }

    private static void say(Context context, int status, String line) {
        context.status(status).contentType(TEXT).result(line + "\n");
    }

    private static void failed(Exception failure, Context context) {
        StackTraceElement[] trace = failure.getStackTrace();
        System.err.println("lapwing gate, collection: " + failure.getClass().getSimpleName()
                + (trace.length == 0 ? "" : " at " + trace[0]));
        say(context, 500, "the gate failed; its standard error says where");
    }
}
