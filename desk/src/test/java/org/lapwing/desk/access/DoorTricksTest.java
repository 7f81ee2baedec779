// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.access.Wire.Answer;
import org.lapwing.desk.doors.Founding.FirstSecrets;
import org.lapwing.desk.doors.Locking;
import org.lapwing.journal.Journal;
import org.lapwing.pages.HeaderPolicy;
import org.lapwing.seal.Duty;
import org.lapwing.seal.Totp;

/** Ways around a door: addresses spelt otherwise, other methods, foreign headers, sessions and codes of others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTricksTest {
    private static final List<String> SHUT_TO_A_STEWARD = List.of("accounts", "people", "inbox", "publishing/bodies");

    private static final List<String> SPELLINGS = List.of(
            "/%s",
            "/%s/",
            "//%s",
            "///%s",
            "/./%s",
            "/%%2e/%s",
            "/%%2f%s",
            "/%s%%2f",
            "/%s%%2f..",
            "/%s;jsessionid=1",
            "/%s;n=1",
            "/;x/%s",
            "/%s%%3b",
            "/%s.json",
            "/%s.html",
            "/%s%%00",
            "/%s%%20",
            "/%s%%0a",
            "/%s?x=/home",
            "/%s#",
            "/home/../%s",
            "/home/..;/%s",
            "/home/%%2e%%2e/%s",
            "/home/..%%2f%s",
            "/assets/../%s",
            "/assets/..;/%s",
            "/assets/..%%5c%s",
            "/set-up/../%s",
            "/set-up/..;/%s",
            "/set-up/%%252e%%252e/%s",
            "/error/../%s",
            "http://127.0.0.1/%s",
            "http://other.example/%s");

    private DeskFixture desk;
    private Wire wire;

    @BeforeAll
    void openTheDesk(@TempDir Path folder) {
        Map<String, Set<Duty>> members = new HashMap<>();
        for (String each :
                List.of("steward", "owl", "second", "forward", "fixed", "again", "tried", "coder", "ids", "long")) {
            members.put(
                    each, EnumSet.of(each.equals("steward") || each.equals("forward") ? Duty.STEWARD : Duty.INTAKE));
        }
        desk = DeskFixture.in(folder, members, (founding, place) -> {});
        wire = new Wire(desk.address().getPort());
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private Caller unlocked(String who) {
        return Caller.stranger(wire).unlock(desk.secretsOf(who));
    }

    @Test
    void noSpellingOfAnAddressLeadsPastItsDoor() {
        Caller steward = unlocked("steward");
        Caller stranger = Caller.stranger(wire);
        for (String door : SHUT_TO_A_STEWARD) {
            for (String spelling : SPELLINGS) {
                for (String path : List.of(spelling.formatted(door), upper(spelling.formatted(door)))) {
                    for (Caller caller : List.of(steward, stranger)) {
                        for (String method : List.of("GET", "HEAD", "POST")) {
                            Answer answer = caller.ask(method, path, "");
                            assertThat(answer.status()).as(method + " " + path).isNotIn(200, 500);
                            assertThat(answer.body()).as(method + " " + path).doesNotContain("name=\"position\"");
                        }
                    }
                }
            }
        }
        Caller owl = unlocked("owl");
        assertThat(owl.get("/accounts").status()).as("the control").isEqualTo(200);
    }

    private static String upper(String path) {
        return path.startsWith("http") ? path : path.toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void noOtherMethodDoesOrShowsAnything() {
        Caller second = unlocked("second");
        long before = desk.bean(Journal.class).size();
        for (AccessTable.Row row : AccessTable.designed().rows()) {
            if (row.path().startsWith("/set-up") || row.path().equals("/error")) {
                continue;
            }
            String path = row.path().replace("{id}", "a".repeat(26)).replace("{name}", "x");
            for (String method :
                    List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "LOCK", "get", "QUERY")) {
                Answer answer = second.ask(method, path, "_csrf=" + second.token() + "&position=0", "X-Echo: lantern");
                assertThat(answer.status()).as(method + " " + path).isNotEqualTo(500);
                assertThat(answer.body()).as(method + " " + path).doesNotContain("name=\"position\"", "lantern");
            }
            for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
                Answer answer = second.ask("GET", path + "?_method=POST&position=0", "", header + ": POST");
                assertThat(answer.status()).as(header + " " + path).isNotEqualTo(500);
            }
        }
        assertThat(desk.bean(Journal.class).size()).isEqualTo(before);
        assertThat(second.get("/home").status()).as("still unlocked").isEqualTo(200);
    }

    @Test
    void noHeaderOfAProxyMovesADoorOrARedirect() {
        Caller steward = unlocked("forward");
        for (String header : List.of(
                "X-Original-URL: /accounts",
                "X-Rewrite-URL: /accounts",
                "X-Forwarded-Prefix: /accounts",
                "X-Forwarded-Host: other.example",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 1",
                "Forwarded: host=other.example;proto=https",
                "X-Forwarded-User: quiet-lark",
                "Authorization: Basic cXVpZXQtbGFyazp4",
                "Remote-User: owl")) {
            assertThat(steward.ask("GET", "/home", "", header).body())
                    .as(header)
                    .contains("forward")
                    .doesNotContain("href=\"/accounts\"");
            assertThat(steward.ask("GET", "/accounts", "", header).status())
                    .as(header)
                    .isEqualTo(403);
            Answer stranger = wire.get("/accounts", header);
            assertThat(stranger.status()).as(header).isEqualTo(302);
            assertThat(stranger.location()).as(header).isEqualTo("/");
        }
    }

    @Test
    void aForeignNameOrOriginIsTurnedAway() {
        for (String host :
                List.of("other.example", "127.0.0.1.other.example", "other.example:7411", "onion", "evil-onion")) {
            Answer answer = wire.get("/", "Host: " + host);
            assertThat(answer.status()).as(host).isEqualTo(421);
            assertThat(answer.body()).as(host).isEmpty();
        }
        for (String host : List.of("127.0.0.1", "localhost:7411", "[::1]:7411", "a".repeat(56) + ".onion")) {
            assertThat(wire.get("/", "Host: " + host).status()).as(host).isEqualTo(200);
        }
        Caller stranger = Caller.stranger(wire);
        String form = "tongue=ru&back=/&_csrf=" + stranger.token();
        for (String header : List.of(
                "Origin: http://other.example",
                "Origin: https://127.0.0.1.other.example",
                "Origin: %",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site")) {
            assertThat(stranger.ask("POST", "/tongue", form, header).status())
                    .as(header)
                    .isEqualTo(403);
        }
        for (String header : List.of(
                "Origin: null",
                "Origin: http://127.0.0.1:7411",
                "Sec-Fetch-Site: same-origin",
                "Referer: http://other.example/")) {
            assertThat(stranger.ask("POST", "/tongue", form, header).status())
                    .as(header)
                    .isEqualTo(302);
        }
    }

    @Test
    void aSessionThatSomebodyElseChoseOrKnewBeforeIsNotTheOneThatIsUnlocked() {
        Caller chosen = Caller.with(wire, "chosen-by-somebody");
        chosen.look("/");
        assertThat(chosen.cookie()).isNotEqualTo("chosen-by-somebody");
        String before = chosen.cookie();
        chosen.unlock(desk.secretsOf("fixed"));
        assertThat(chosen.cookie()).isNotEqualTo(before);
        assertThat(Caller.with(wire, before).get("/home").location()).isEqualTo("/");
        assertThat(wire.get("/home;n=" + chosen.cookie()).status()).isNotEqualTo(200);
        assertThat(wire.get("/home;jsessionid=" + chosen.cookie()).status()).isNotEqualTo(200);
        assertThat(wire.get("/home?n=" + chosen.cookie()).location()).isEqualTo("/");
        assertThat(Caller.stranger(wire)
                        .postBare("/tongue", "tongue=ru&back=/&_csrf=" + chosen.token())
                        .location())
                .as("a token of another session")
                .startsWith("/?again");
        for (int i = 0; i < chosen.cookie().length(); i++) {
            char[] changed = chosen.cookie().toCharArray();
            changed[i] = changed[i] == '0' ? '1' : '0';
            assertThat(Caller.with(wire, new String(changed)).get("/home").location())
                    .isEqualTo("/");
        }
        assertThat(chosen.get("/home").status()).as("the control").isEqualTo(200);
        chosen.post("/lock", "");
        assertThat(chosen.get("/home").location()).isEqualTo("/");
    }

    @Test
    void whoeverUnlocksInASessionLocksWhoeverHadUnlockedInIt() {
        Locking locking = desk.bean(Locking.class);
        Caller caller = unlocked("again");
        Caller other = caller.unlock(desk.secretsOf("coder"));
        assertThat(other.get("/home").body()).contains("coder");
        assertThat(unlockedHandles(locking)).contains("coder").doesNotContain("again");
        other.post("/lock", "");
        assertThat(unlockedHandles(locking)).doesNotContain("coder", "again");
    }

    private static List<String> unlockedHandles(Locking locking) {
        return locking.unlockedNow().stream()
                .map(each -> each.member().handle())
                .toList();
    }

    @Test
    void afterFiveRefusalsEvenTheRightWordsWait() {
        FirstSecrets own = desk.secretsOf("tried");
        FirstSecrets wrong = new FirstSecrets(own.handle(), "other words", own.oneTimeSecret(), own.oneTimeUri());
        Caller caller = Caller.stranger(wire);
        String code = Totp.parse(own.oneTimeSecret()).revealCode(Instant.now());
        for (int i = 0; i < 5; i++) {
            assertThat(caller.tryCode(wrong, code).location()).isEqualTo("/?refused");
        }
        assertThat(caller.tryCode(own, code).location()).as("the right words").isEqualTo("/?refused");
        Answer toolong = caller.tryCode(new FirstSecrets("long", "x".repeat(5000), "", ""), "1");
        assertThat(toolong.location()).isEqualTo("/?refused");
    }

    @Test
    void anIdOfAnotherKindOrNoIdIsNotThere() {
        Caller ids = unlocked("ids");
        long before = desk.bean(Journal.class).size();
        String member =
                desk.bean(Locking.class).unlockedNow().getFirst().member().id().toString();
        for (AccessTable.Row row : AccessTable.designed().rows()) {
            if (!row.path().contains("{id}") || !row.who().may(Duty.INTAKE)) {
                continue;
            }
            for (String id : List.of(
                    member,
                    "a".repeat(26),
                    "A".repeat(26),
                    "x",
                    "1",
                    "-1",
                    "a".repeat(27),
                    "%7bid%7d",
                    "%F0%9F%90%A6",
                    "a%27--",
                    "null")) {
                Answer answer = row.method().equals("GET")
                        ? ids.get(row.path().replace("{id}", id))
                        : ids.post(row.path().replace("{id}", id), "position=0&agrees=true");
                assertThat(answer.status()).as(row.route() + " with " + id).isIn(404, 400, 405, 403);
            }
        }
        assertThat(desk.bean(Journal.class).size()).isEqualTo(before);
    }

    @Test
    void errorsCarryTheSameHeadersAsPages() {
        for (String path : List.of("/nothing", "/accounts", "/assets/none", "/%00", "/home;x", "/error")) {
            Answer answer = wire.get(path);
            if (answer.status() != 400) { // refused by the server before anything of ours, with an empty page
                HeaderPolicy.desk()
                        .forEach((name, value) -> assertThat(answer.headers())
                                .as(path)
                                .containsEntry(name.toLowerCase(java.util.Locale.ROOT), value));
            }
            assertThat(answer.body()).as(path).doesNotContain("Tomcat", "Exception", "org.");
        }
    }
}
