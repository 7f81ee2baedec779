// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.places;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.People.FateSaid;
import org.lapwing.casebook.Places;
import org.lapwing.casebook.Places.Stay;
import org.lapwing.casebook.Places.There;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Paged;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;

/**
 * Who was held at a place, as bars on an axis of days. Solid is what somebody says who was there.
 *
 * @param paged those drawn, of all who are not masked
 * @param masked people left out because they are known only through others and nobody has reviewed that
 */
public record Timeline(String sentence, List<Tick> ticks, Paged<Row> paged, int masked) {
    private static final int LEFT = 150;
    private static final int RIGHT = 640;
    private static final int STEP = 24;
    private static final int TAIL = 28;
    private static final int NARROW = 190;

    /** @param x from the left of the drawing */
    public record Tick(int x, String label) {}

    /** @param dashed drawn as an outline of dashes */
    public record Bar(int x, int width, boolean dashed) {}

    /**
     * One person.
     *
     * @param y of the top of the bar
     * @param note what became of them
     */
    public record Row(
            int y, String name, Id person, List<Bar> bars, String first, String last, String note, boolean firstHand) {}

    /** Empty where nobody is said to have been held. */
    public static Optional<Timeline> of(View view, Chrome chrome, Id place, int from) {
        Places places = view.casebook().places();
        List<There> all = places.there(place);
        List<There> shown = all.stream().filter(each -> !each.masked()).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Axis axis = Axis.over(shown);
        return Optional.of(new Timeline(
                sentence(chrome, shown.size(), axis),
                axis.ticks(chrome),
                Paged.of(
                        shown,
                        from,
                        some -> rows(
                                chrome,
                                axis,
                                some.stream()
                                        .flatMap(each -> places.stay(each).stream())
                                        .toList())),
                all.size() - shown.size()));
    }

    private static List<Row> rows(Chrome chrome, Axis axis, List<Stay> stays) {
        List<Row> rows = new ArrayList<>();
        for (Stay stay : stays) {
            rows.add(row(chrome, axis, stay, 28 + STEP * rows.size()));
        }
        return rows;
    }

    public List<Row> rows() {
        return paged.rows();
    }

    public int height() {
        return 36 + STEP * rows().size();
    }

    /** The days that are drawn: what is only said of a whole year does not widen them. */
    private static String sentence(Chrome chrome, int people, Axis axis) {
        return axis.undated()
                ? chrome.say("places.held.undated", "n", people)
                : chrome.say(
                        "places.held", "n", people, "first", chrome.day(axis.from()), "last", chrome.day(axis.to()));
    }

    private static Row row(Chrome chrome, Axis axis, Stay stay, int y) {
        return new Row(
                y,
                stay.person().codeName(),
                stay.person().id(),
                bars(axis, stay),
                stay.first().map(chrome::day).orElseGet(() -> chrome.say("places.not-said")),
                stay.endKnown()
                        ? stay.last().map(chrome::day).orElseGet(() -> chrome.say("places.not-said"))
                        : chrome.say("places.end-unknown"),
                stay.after().map(fate -> fate(chrome, fate)).orElse(""),
                stay.solid());
    }

    private static String fate(Chrome chrome, FateSaid fate) {
        return chrome.term(fate.fate())
                + fate.when().map(when -> ", " + chrome.when(when)).orElse("");
    }

    private static List<Bar> bars(Axis axis, Stay stay) {
        List<Bar> bars = new ArrayList<>();
        for (var held : stay.said()) {
            if (held.first().isPresent() && held.last().isPresent()) {
                bars.add(axis.bar(held.first().get(), held.last().get(), !held.solid()));
            }
        }
        if (!stay.endKnown() && stay.last().isPresent()) {
            int end = axis.x(stay.last().get().plusDays(1));
            bars.add(new Bar(end, TAIL, true));
        }
        // Dashes first, so that what was seen lies over what was heard.
        bars.sort(Comparator.comparing(bar -> !bar.dashed()));
        return List.copyOf(bars);
    }

    /** Days as distances from the left. */
    private record Axis(LocalDate from, LocalDate to) {
        /** Of the dates that are narrow enough to draw; a whole year would press all others together. */
        static Axis over(List<There> stays) {
            List<LocalDate> days = days(stays, NARROW);
            days = days.isEmpty() ? days(stays, Integer.MAX_VALUE) : days;
            return days.isEmpty()
                    ? new Axis(LocalDate.EPOCH, LocalDate.EPOCH)
                    : new Axis(days.getFirst(), days.getLast());
        }

        boolean undated() {
            return from.equals(LocalDate.EPOCH);
        }

        private static List<LocalDate> days(List<There> stays, int narrow) {
            return stays.stream()
                    .flatMap(stay -> stay.said().stream())
                    .filter(held -> held.first().isPresent()
                            && held.last().isPresent()
                            && ChronoUnit.DAYS.between(
                                            held.first().get(), held.last().get())
                                    < narrow)
                    .flatMap(held -> Stream.concat(held.first().stream(), held.last().stream()))
                    .sorted()
                    .toList();
        }

        int x(LocalDate day) {
            long days = Math.max(1, ChronoUnit.DAYS.between(from, to) + 1);
            long x = LEFT + (RIGHT - TAIL - LEFT) * ChronoUnit.DAYS.between(from, day) / days;
            return Math.clamp(x, LEFT, RIGHT - TAIL);
        }

        Bar bar(LocalDate first, LocalDate last, boolean dashed) {
            return new Bar(x(first), Math.max(4, x(last.plusDays(1)) - x(first)), dashed);
        }

        List<Tick> ticks(Chrome chrome) {
            if (from.equals(LocalDate.EPOCH)) {
                return List.of();
            }
            long days = ChronoUnit.DAYS.between(from, to);
            long months = days / 30;
            var format = DateTimeFormatter.ofPattern(
                    months < 4 ? "d MMM" : "LLL yyyy", chrome.tongue().locale());
            List<Tick> ticks = new ArrayList<>();
            for (LocalDate day = from; !day.isAfter(to); day = after(day, days, months)) {
                ticks.add(new Tick(x(day), format.format(day)));
            }
            return List.copyOf(ticks);
        }

        private static LocalDate after(LocalDate day, long days, long months) {
            return months < 4
                    ? day.plusDays(Math.max(1, days / 4))
                    : day.plusMonths(months / 5 + 1).withDayOfMonth(1);
        }
    }
}
