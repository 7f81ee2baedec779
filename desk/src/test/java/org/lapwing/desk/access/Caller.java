// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lapwing.desk.access.Wire.Answer;
import org.lapwing.desk.doors.Founding.FirstSecrets;
import org.lapwing.seal.Totp;

/** Somebody with a session at the desk, or with a cookie that they should not have. */
final class Caller {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final Wire wire;
    private String cookie = "";
    private String token = "";

    Caller(Wire wire) {
        this.wire = wire;
    }

    /** Comes to the door: a session that nobody has unlocked. */
    static Caller stranger(Wire wire) {
        Caller caller = new Caller(wire);
        caller.look("/");
        return caller;
    }

    static Caller with(Wire wire, String cookie) {
        Caller caller = new Caller(wire);
        caller.cookie = cookie;
        return caller;
    }

    /** Unlocks in this session, by words and digits. */
    Caller unlock(FirstSecrets own) {
        Answer answer = tryCode(own, Totp.parse(own.oneTimeSecret()).revealCode(Instant.now()));
        if (!answer.location().endsWith("/home")) {
            throw new AssertionError(own.handle() + " could not unlock: " + answer.status() + answer.location());
        }
        look("/home");
        return this;
    }

    Answer tryCode(FirstSecrets own, String code) {
        return post("/unlock", form("handle", own.handle(), "passphrase", own.passphrase(), "code", code));
    }

    /** Reads a page and remembers the token of its forms. */
    final Answer look(String path) {
        Answer answer = get(path);
        Matcher found = TOKEN.matcher(answer.body());
        token = found.find() ? found.group(1) : token;
        return answer;
    }

    Answer get(String path) {
        return keep(wire.get(path, "Cookie: n=" + cookie));
    }

    /** With the token of this session. */
    Answer post(String path, String form) {
        return postBare(path, form + (form.isEmpty() ? "" : "&") + form("_csrf", token));
    }

    Answer postBare(String path, String form) {
        return keep(wire.ask("POST", path, form, "Cookie: n=" + cookie));
    }

    Answer ask(String method, String path, String form, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Cookie: n=" + cookie;
        return wire.ask(method, path, form, all);
    }

    private Answer keep(Answer answer) {
        cookie = answer.cookie().isEmpty() ? cookie : answer.cookie();
        return answer;
    }

    String cookie() {
        return cookie;
    }

    String token() {
        return token;
    }

    static String form(String... namesAndValues) {
        var form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return form.toString();
    }
}
