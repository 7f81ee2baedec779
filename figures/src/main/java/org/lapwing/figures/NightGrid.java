// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Who sleeps where on which night: houses by nights, each stay a bar in its house's band.
 *
 * @param nights what stands above the columns, such as days, in order
 * @param houses bands from the top; each is as high as its beds
 * @param stays within the houses and nights. A stay lies in the first free beds of its house beside each other, or else in
 *     those that are free, in pieces: so whoever fits the house also fits its band. Who does not is drawn below it, and said in
 *     the table
 */
public record NightGrid(Caption caption, List<String> nights, List<House> houses, List<Stay> stays) {

    public record House(String name, int beds) {}

    /**
     * @param who a code name
     * @param house place in {@code houses}
     * @param firstNight place in {@code nights}
     * @param nightCount one at least
     * @param beds how many sleep
     * @param fixed drawn solid if it is certain, light if only planned
     */
    public record Stay(String who, int house, int firstNight, int nightCount, int beds, boolean fixed) {}

    private static final int LEFT = 150;
    private static final int TOP = 30;
    private static final int BED = 14;
    private static final int GAP = 10;

    public NightGrid {
        nights = List.copyOf(nights);
        houses = List.copyOf(houses);
        stays = List.copyOf(stays);
        for (Stay stay : stays) {
            if (stay.house() < 0
                    || stay.house() >= houses.size()
                    || stay.firstNight() < 0
                    || stay.nightCount() < 1
                    || stay.firstNight() + stay.nightCount() > nights.size()
                    || stay.beds() < 1) {
                throw new IllegalArgumentException("a stay lies outside of the houses or nights");
            }
        }
    }

    public Figure draw() {
        Svg svg = new Svg();
        double column = Math.clamp(900.0 / Math.max(1, nights.size()), 16, 60);
        int width = (int) (LEFT + nights.size() * column + 10);
        int every = (int) Math.max(1, Math.ceil(52 / column));
        for (int night = 0; night < nights.size(); night += every) {
            svg.text(LEFT + night * column + 2, 18, nights.get(night), Svg.Anchor.START, Svg.Tone.SOFT);
        }
        double y = TOP;
        for (int house = 0; house < houses.size(); house++) {
            y = band(svg, house, y, column, width);
        }
        return new Figure(caption, width, (int) y + 4, svg.marks(), table());
    }

    private double band(Svg svg, int house, double top, double column, int width) {
        House named = houses.get(house);
        BedUse use = new BedUse(named.beds(), nights.size());
        List<Lying> lying = stays.stream()
                .filter(stay -> stay.house() == house)
                .sorted(Comparator.comparingInt(Stay::firstNight))
                .flatMap(stay -> use.taken(stay).stream())
                .toList();
        int height = Math.max(1, Math.max(named.beds(), use.height())) * BED;
        svg.rect(LEFT, top, width - LEFT - 10, Math.max(1, named.beds()) * BED, Svg.Tone.WASH);
        svg.text(LEFT - 8, top + 11, Svg.shortened(named.name(), 20), Svg.Anchor.END);
        for (Lying each : lying) {
            Stay stay = each.stay();
            double x = LEFT + stay.firstNight() * column + 1;
            double y = top + each.bed() * BED + 1;
            double length = stay.nightCount() * column - 2;
            svg.rect(x, y, length, each.beds() * BED - 2, Svg.Tone.MIST);
            if (stay.fixed()) {
                svg.rect(x, y, 4, each.beds() * BED - 2, Svg.Tone.GREEN);
            }
            int letters = (int) ((length - 8) / 6.6);
            if (letters >= 2) {
                svg.text(x + 7, y + 10, Svg.shortened(stay.who(), letters), Svg.Anchor.START);
            }
        }
        return top + height + GAP;
    }

    /** A stay, or the part of it that lies in beds beside each other. */
    private record Lying(Stay stay, int bed, int beds) {}

    /**
     * Which beds of a house are taken on which night. Stays come by their first night: then each bed that is free on that
     * night stays free, and whoever the house has beds for needs no bed beyond them.
     */
    private static final class BedUse {
        private final List<boolean[]> taken = new ArrayList<>();
        private final int beds;
        private final int nights;

        BedUse(int beds, int nights) {
            this.beds = beds;
            this.nights = nights;
        }

        List<Lying> taken(Stay stay) {
            List<Integer> free = new ArrayList<>();
            for (int bed = 0; free.size() < stay.beds() || bed < Math.max(beds, taken.size()); bed++) {
                if (isFree(bed, stay.firstNight())) {
                    free.add(bed);
                }
            }
            List<Lying> pieces = pieces(stay, free);
            for (Lying piece : pieces) {
                for (int bed = piece.bed(); bed < piece.bed() + piece.beds(); bed++) {
                    Arrays.fill(taken.get(bed), stay.firstNight(), stay.firstNight() + stay.nightCount(), true);
                }
            }
            return pieces;
        }

        /** All together where so many free beds lie beside each other, else from the top. */
        private static List<Lying> pieces(Stay stay, List<Integer> free) {
            for (int at = 0; at + stay.beds() <= free.size(); at++) {
                if (free.get(at + stay.beds() - 1) - free.get(at) == stay.beds() - 1) {
                    return List.of(new Lying(stay, free.get(at), stay.beds()));
                }
            }
            List<Lying> pieces = new ArrayList<>();
            for (int bed : free.subList(0, stay.beds())) {
                Lying last = pieces.isEmpty() ? null : pieces.getLast();
                if (last != null && last.bed() + last.beds() == bed) {
                    pieces.set(pieces.size() - 1, new Lying(stay, last.bed(), last.beds() + 1));
                } else {
                    pieces.add(new Lying(stay, bed, 1));
                }
            }
            return pieces;
        }

        private boolean isFree(int bed, int night) {
            if (bed == taken.size()) {
                taken.add(new boolean[nights]);
            }
            return !taken.get(bed)[night];
        }

        /** Beds up to the lowest one taken on any night. */
        int height() {
            int height = taken.size();
            while (height > 0 && isEmpty(taken.get(height - 1))) {
                height--;
            }
            return height;
        }

        private static boolean isEmpty(boolean[] nights) {
            for (boolean night : nights) {
                if (night) {
                    return false;
                }
            }
            return true;
        }
    }

    private DataTable table() {
        List<List<String>> cells = new ArrayList<>();
        for (Stay stay : stays) {
            cells.add(List.of(
                    stay.who(),
                    houses.get(stay.house()).name(),
                    nights.get(stay.firstNight()),
                    nights.get(stay.firstNight() + stay.nightCount() - 1),
                    Integer.toString(stay.beds()),
                    stay.fixed() ? caption.word("certain", "точно") : caption.word("planned", "по плану")));
        }
        return new DataTable(
                List.of(
                        caption.word("who", "кто"),
                        caption.word("house", "дом"),
                        caption.word("first night", "первая ночь"),
                        caption.word("last night", "последняя ночь"),
                        caption.word("beds", "мест"),
                        caption.word("how sure", "насколько точно")),
                cells);
    }
}
