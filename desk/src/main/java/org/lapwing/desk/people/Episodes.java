// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Places.Held;
import org.lapwing.casebook.term.Access;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.accounts.Labels;
import org.lapwing.entry.Id;

/**
 * Where one person is said to have been and when: one row for each thing said, in the words of its date, with a bar for
 * the days that it may mean. Solid is what somebody says who was there. Nothing is averaged.
 *
 * @param ticks along the axis
 */
public record Episodes(List<Tick> ticks, List<Row> rows) {
    private static final int WIDTH = 720;
    private static final int LEFT = 10;
    private static final int TOP = 24;
    private static final int STEP = 38;
    /** A date wider than this would press all others together: its bar is cut at the axis' ends. */
    private static final int WIDEST_DAYS = 190;

    /** @param x from the left of the drawing */
    public record Tick(int x, String label) {}

    /** @param dashed drawn as an outline of dashes: heard, not seen */
    public record Bar(int x, int width, boolean dashed) {}

    /**
     * @param y of the top of the row
     * @param when in words, as it was said
     * @param by who says it
     */
    public record Row(
            int y, Id place, String name, String when, String by, Held said, Access access, Optional<Bar> bar) {}

    public int width() {
        return WIDTH;
    }

    public int height() {
        return TOP + STEP * rows.size() + 4;
    }

    /** Empty where nobody says anything. */
    static Optional<Episodes> of(Casebook casebook, Chrome chrome, Id person) {
        List<Held> said = casebook.places().episodes(person).stream()
                .flatMap(stay -> stay.said().stream())
                .sorted(Comparator.comparing((Held held) -> held.first().orElse(LocalDate.MAX)))
                .toList();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Axis axis = Axis.over(said);
        List<Row> rows = new ArrayList<>();
        for (Held held : said) {
            rows.add(new Row(
                    TOP + STEP * rows.size(),
                    held.place(),
                    casebook.places()
                            .place(held.place())
                            .map(place -> place.name())
                            .orElse("?"),
                    held.when().map(chrome::when).orElseGet(() -> chrome.say("people.undated")),
                    Labels.codeName(casebook, held.source()),
                    held,
                    held.access(),
                    axis.bar(held)));
        }
        return Optional.of(new Episodes(axis.ticks(chrome), List.copyOf(rows)));
    }

    /** Days as distances from the left. */
    private record Axis(Optional<LocalDate> from, LocalDate to) {
        static Axis over(List<Held> said) {
            List<LocalDate> days = days(said, WIDEST_DAYS);
            days = days.isEmpty() ? days(said, Integer.MAX_VALUE) : days;
            return days.isEmpty()
                    ? new Axis(Optional.empty(), LocalDate.EPOCH)
                    : new Axis(Optional.of(days.getFirst()), days.getLast());
        }

        private static List<LocalDate> days(List<Held> said, int widest) {
            return said.stream()
                    .filter(held -> held.first().isPresent()
                            && held.last().isPresent()
                            && ChronoUnit.DAYS.between(
                                            held.first().get(), held.last().get())
                                    < widest)
                    .flatMap(held -> Stream.concat(held.first().stream(), held.last().stream()))
                    .sorted()
                    .toList();
        }

        private int x(LocalDate day) {
            LocalDate start = from.orElseThrow();
            long days = ChronoUnit.DAYS.between(start, to) + 1;
            long x = LEFT + (WIDTH - 2L * LEFT) * ChronoUnit.DAYS.between(start, day) / days;
            return Math.clamp(x, LEFT, WIDTH - LEFT);
        }

        Optional<Bar> bar(Held held) {
            if (from.isEmpty() || (held.first().isEmpty() && held.last().isEmpty())) {
                return Optional.empty();
            }
            int begin = held.first().map(this::x).orElse(LEFT);
            int end = held.last().map(day -> x(day.plusDays(1))).orElse(WIDTH - LEFT);
            return Optional.of(new Bar(Math.min(begin, WIDTH - LEFT - 4), Math.max(4, end - begin), !held.solid()));
        }

        List<Tick> ticks(Chrome chrome) {
            if (from.isEmpty()) {
                return List.of();
            }
            long days = ChronoUnit.DAYS.between(from.get(), to) + 1;
            var format = DateTimeFormatter.ofPattern(
                    days < 120 ? "d MMM" : "LLL yyyy", chrome.tongue().locale());
            List<Tick> ticks = new ArrayList<>();
            for (long i = 0; i < days; i += Math.max(1, days / 4)) {
                LocalDate day = from.get().plusDays(i);
                if (x(day) < WIDTH - 60) {
                    ticks.add(new Tick(x(day), format.format(day)));
                }
            }
            return List.copyOf(ticks);
        }
    }
}
