// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lapwing.linkage.text.Fold;
import org.lapwing.linkage.text.Latin;
import org.lapwing.linkage.text.Likeness;

/** Places by name, by what lies around them, and by distance. */
final class PlaceComparison implements Comparison<PlaceValue> {

    private static final Pattern POINT = Pattern.compile("(-?\\d{1,2}(?:\\.\\d+))\\s*[,; ]\\s*(-?\\d{1,3}(?:\\.\\d+))");
    /** "Village of", "city", "district": words that one list writes and another leaves out. */
    private static final Pattern SORT = Pattern.compile(
            "\\b(city|town|village|district|region|of|gorod|g|selo|s|raion|r n|oblast|obl|poselok|pos|derevnia|der)\\b");

    private final Likeness likeness = new Likeness();

    @Override
    public Optional<PlaceValue> read(String cell) {
        Matcher point = POINT.matcher(cell.strip());
        if (point.matches()) {
            return Optional.of(
                    new PlaceValue(List.of(), Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2))));
        }
        List<String> parts = new ArrayList<>();
        for (String part : cell.split("[,;/()]")) {
            String latin = Latin.of(part);
            String bare = SORT.matcher(latin).replaceAll("").replace(" ", "");
            String folded = Fold.of(bare.isEmpty() ? latin.replace(" ", "") : bare);
            if (!folded.isEmpty()) {
                parts.add(folded);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new PlaceValue(List.copyOf(parts), Double.NaN, 0));
    }

    @Override
    public List<String> levels() {
        return List.of(
                "differs",
                "the same district, or within 50 km",
                "alike in spelling, or within 10 km",
                "one lies within the other, or within 2 km",
                "the same");
    }

    @Override
    public int level(PlaceValue a, PlaceValue b) {
        if (a.isPoint() || b.isPoint()) {
            return a.isPoint() && b.isPoint() ? byDistance(a.kilometres(b)) : 1;
        }
        if (a.parts().equals(b.parts())) {
            return 5;
        }
        if (a.parts().containsAll(b.parts()) || b.parts().containsAll(a.parts())) {
            return 4;
        }
        String x = a.parts().getFirst();
        String y = b.parts().getFirst();
        if (x.equals(y)) {
            return 4;
        }
        int longer = Math.max(x.length(), y.length());
        if (likeness.edits(x, y, 2) <= Math.max(1, longer / 5) || likeness.jaroWinkler(x, y) >= 0.9) {
            return 3;
        }
        for (String part : a.parts()) {
            if (b.parts().contains(part)) {
                return 2;
            }
        }
        return 1;
    }

    private static int byDistance(double kilometres) {
        return kilometres < 0.2 ? 5 : kilometres <= 2 ? 4 : kilometres <= 10 ? 3 : kilometres <= 50 ? 2 : 1;
    }

    @Override
    public String term(PlaceValue value) {
        return value.isPoint()
                ? value.latitude() + " " + value.longitude()
                : value.parts().getFirst();
    }

    @Override
    public boolean sharesTerm(int level) {
        return level >= 3;
    }

    @Override
    public List<String> keys() {
        return List.of("name", "first four letters");
    }

    @Override
    public String key(int which, PlaceValue value) {
        if (value.isPoint()) {
            return which == 0 ? "" : Math.round(value.latitude()) + " " + Math.round(value.longitude());
        }
        String name = value.parts().getFirst();
        return which == 0 || name.length() < 4 ? name : name.substring(0, 4);
    }
}
