// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.desk.access.AccessTable.Row;
import org.lapwing.desk.access.Wire.Answer;
import org.lapwing.pages.HeaderPolicy;
import org.lapwing.seal.Duty;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Tries every door that the running desk has with every duty, without each compartment, locked and as a stranger, and
 * compares what happened with {@link AccessTable}. What it saw is the page {@code docs/operators/access.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final Path PAGE =
            Path.of(System.getProperty("lapwing.root", "..")).resolve("docs/operators/access.md");

    private final AccessTable designed = AccessTable.designed();
    private final Map<String, Caller> callers = new TreeMap<>();
    private final Map<String, StringBuilder> read = new TreeMap<>();
    private int requests;
    private Morvels desk;

    @BeforeAll
    void openTheDesk(@TempDir Path folder) {
        desk = Morvels.in(folder);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void theTableNamesEveryDoorThatTheRunningDeskHasAndNoOther() {
        Set<String> running = new TreeSet<>(Set.of("POST /unlock", "POST /lock")); // these two are filters
        desk.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
            Set<String> methods = new TreeSet<>();
            mapping.getMethodsCondition().getMethods().forEach(each -> methods.add(each.name()));
            for (String path : mapping.getPatternValues()) {
                String plain = path.replaceAll(":[^}]+}(?=})?", "}").replace("}}", "}");
                (methods.isEmpty() ? Set.of("ANY") : methods).forEach(each -> running.add(each + " " + plain));
            }
        });
        assertThat(designed.rows().stream().map(Row::route)).containsExactlyInAnyOrderElementsOf(running);
        for (HandlerMapping other : desk.beans(HandlerMapping.class)) {
            if (other instanceof AbstractUrlHandlerMapping addresses) {
                assertThat(addresses.getHandlerMap())
                        .as(other.getClass().getSimpleName())
                        .isEmpty();
            }
        }
    }

    @Test
    void everyDoorOpensForWhomTheTableSaysAndForNobodyElse() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String who : desk.names()) {
            callers.put(who, desk.unlocked(who));
        }
        callers.put(Morvels.NOBODY, desk.stranger());
        callers.put(Morvels.LOCKED, desk.locked());
        coordinatorsReadOnlyWhatIsUrgent();
        for (Row row : designed.rows()) {
            for (String who : callers.keySet()) {
                wrong.addAll(tryDoor(row, who));
            }
        }
        System.out.printf("every door tried in %,d requests%n", requests);
        assertThat(wrong).isEmpty();
        nobodyReadWhatTheyDoNotHold();
        String page = AccessPage.of(designed);
        String kept = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        String whole = AccessPage.replaced(kept, "desk", page);
        if (!whole.equals(kept)) {
            Files.writeString(PAGE, whole);
        }
        assertThat(kept.equals(whole))
                .as(PAGE + " is what this run saw (it is now: look at it and commit it)")
                .isTrue();
    }

    private void coordinatorsReadOnlyWhatIsUrgent() {
        Answer coordinators = member(Duty.COORDINATOR).get("/inbox/" + desk.notUrgent());
        assertThat(coordinators.status()).as("a report that is not urgent").isEqualTo(404);
        Answer intakes = member(Duty.INTAKE).get("/inbox/" + desk.notUrgent());
        assertThat(intakes.body()).as("the control").contains(Morvels.NOT_URGENT);
    }

    private Caller member(Duty duty) {
        return Objects.requireNonNull(callers.get("only-" + duty.word()));
    }

    private List<String> tryDoor(Row row, String who) {
        if (row.path().equals("/unlock") || row.path().equals("/lock")) {
            return List.of(); // tried by DoorTricksTest: here they would end the round
        }
        List<String> wrong = new ArrayList<>();
        Caller caller = callers.get(who);
        String path = desk.address(row);
        String form = desk.form(row, who);
        boolean writes = row.method().equals("POST");
        long before = desk.entries();
        requests += writes ? 2 : 1;
        if (writes) {
            Answer bare = caller.postBare(path, form);
            if (Verdict.of(bare) == Verdict.OPEN || desk.entries() != before) {
                wrong.add(row.route() + " took a form without its token from " + who);
            }
        }
        Answer answer = writes ? caller.post(path, form) : caller.get(path);
        read.computeIfAbsent(who, name -> new StringBuilder()).append(answer.body());
        boolean wrote = desk.entries() != before;
        HeaderPolicy.desk().forEach((name, value) -> {
            String said = answer.headers().getOrDefault(name.toLowerCase(Locale.ROOT), "");
            if (!said.equals(value)
                    && !(name.equals("Cache-Control") && row.path().startsWith("/assets/"))) {
                wrong.add(row.route() + " answers " + who + " with " + name + ": " + said);
            }
        });
        Set<Compartment> lacking = desk.lacking(who);
        Verdict verdict = Verdict.of(answer);
        boolean may =
                desk.duties(who).stream().anyMatch(row.who()::may) || row.who().anybody();
        boolean missing = row.needs().stream().anyMatch(lacking::contains);
        if (answer.status() >= 500) {
            wrong.add(row.route() + " broke for " + who + ": " + answer.status());
        } else if (!may && verdict != Verdict.SHUT) {
            wrong.add(row.route() + " opened for " + who + ": " + answer.status() + " " + answer.location());
        } else if (may && !missing && verdict != Verdict.OPEN && !exempt(row, who)) {
            wrong.add(row.route() + " stayed shut for " + who + ": " + answer.status() + " " + answer.location());
        } else if (wrote && (!may || missing || !writes)) {
            wrong.add(row.route() + " wrote for " + who);
        } else if (may && missing && row.path().contains("{id}") && row.form().isEmpty() && verdict == Verdict.OPEN) {
            wrong.add(row.route() + " opened for " + who + " without " + row.needs());
        } else if (may && !missing && desk.everyone(who) && desk.writes(row) && !wrote) {
            wrong.add(row.route() + " wrote nothing for " + who + ": " + answer.status() + " " + answer.location()
                    + desk.said(answer));
        }
        if (wrote) {
            lacking.stream()
                    .filter(compartment -> desk.grew(compartment, before))
                    .forEach(compartment -> wrong.add(row.route() + " wrote into " + compartment + " for " + who));
        }
        return wrong;
    }

    /** Founding is over here, "not there" is what /error says, and a session that has ended knows no token. */
    private static boolean exempt(Row row, String who) {
        return row.path().startsWith("/set-up")
                || row.path().equals("/error")
                || (who.equals(Morvels.LOCKED) && row.method().equals("POST"));
    }

    /** Whatever was shown to anybody on any page and after any press. */
    private void nobodyReadWhatTheyDoNotHold() {
        Map<Compartment, String> planted = desk.planted();
        read.forEach((who, pages) -> planted.forEach((compartment, words) -> {
            if (desk.lacking(who).contains(compartment)) {
                assertThat(pages.indexOf(words))
                        .as(who + " reads of " + compartment)
                        .isNegative();
            } else if (desk.everyone(who)) {
                assertThat(pages.indexOf(words))
                        .as("the control: " + who + " reads of " + compartment)
                        .isNotNegative();
            }
        }));
    }
}
