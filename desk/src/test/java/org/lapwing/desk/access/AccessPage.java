// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.access;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.desk.access.AccessTable.Row;
import org.lapwing.seal.Duty;

/** Prints the table for whoever decides which duties to give to whom. */
final class AccessPage {
    /** Which compartments a duty is granted at the founding (decisions.md, "Compartments at set-up"). */
    static final Map<Duty, Set<Compartment>> HELD = held();

    private static final List<Duty> COLUMNS = List.of(
            Duty.INTAKE,
            Duty.INVESTIGATOR,
            Duty.ANALYST,
            Duty.COORDINATOR,
            Duty.PUBLISHER,
            Duty.CUSTODIAN,
            Duty.STEWARD);

    private AccessPage() {}

    private static Map<Duty, Set<Compartment>> held() {
        Map<Duty, Set<Compartment>> held = new EnumMap<>(Duty.class);
        for (Duty each : Duty.values()) {
            held.put(each, EnumSet.noneOf(Compartment.class));
        }
        held.put(
                Duty.INTAKE,
                EnumSet.of(
                        Compartment.INTAKE,
                        Compartment.ORIGINALS,
                        Compartment.NAMES,
                        Compartment.CASEBOOK,
                        Compartment.MOVING));
        held.put(Duty.INVESTIGATOR, EnumSet.of(Compartment.CASEBOOK, Compartment.TIES, Compartment.RELEASED));
        held.put(Duty.ANALYST, EnumSet.of(Compartment.CASEBOOK, Compartment.NAMES, Compartment.RELEASED));
        held.put(Duty.COORDINATOR, EnumSet.of(Compartment.INTAKE, Compartment.MOVING));
        held.put(Duty.PUBLISHER, EnumSet.of(Compartment.CASEBOOK, Compartment.TIES, Compartment.RELEASED));
        return held;
    }

    static String of(AccessTable table) {
        var page = new StringBuilder("\n");
        page.append("| compartment | who is granted it at the founding |\n|---|---|\n");
        for (Compartment each : Compartment.values()) {
            page.append("| ")
                    .append(each.word())
                    .append(" | ")
                    .append(COLUMNS.stream()
                            .filter(duty -> HELD.get(duty).contains(each))
                            .map(Duty::word)
                            .collect(Collectors.joining(", ")))
                    .append(" |\n");
        }
        String area = "";
        for (Row row : table.rows()) {
            if (!row.area().equals(area)) {
                area = row.area();
                page.append("\n### ").append(area).append("\n\n| what | address | ");
                COLUMNS.forEach(duty -> page.append(duty.word()).append(" | "));
                page.append("not unlocked | nothing without |\n|---|---|")
                        .append(":-:|".repeat(COLUMNS.size() + 1))
                        .append("---|\n");
            }
            page.append(line(row));
        }
        return page.append('\n').toString();
    }

    private static String line(Row row) {
        var line = new StringBuilder("| ").append(row.words()).append(" | ");
        line.append(row.method().equals("POST") ? "press on " : "")
                .append('`')
                .append(row.path())
                .append("` | ");
        COLUMNS.forEach(duty -> line.append(row.who().may(duty) ? "✓" : "–").append(" | "));
        line.append(row.who().anybody() ? "✓" : "–").append(" | ");
        return line.append(row.needs().stream().map(Compartment::word).collect(Collectors.joining(", ")))
                .append(" |\n")
                .toString();
    }

    /** The page with what stands between the marks of this name replaced. */
    static String replaced(String page, String name, String by) {
        String begin = "<!-- " + name + ": printed by the test that tries every door -->\n";
        String end = "<!-- end of " + name + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new AssertionError("docs/operators/access.md has lost its marks for " + name);
        }
        return page.substring(0, from + begin.length()) + by + page.substring(to);
    }
}
