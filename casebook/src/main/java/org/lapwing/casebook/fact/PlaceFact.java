// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.casebook.term.Standing;
import org.lapwing.casebook.term.UnitType;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** Where, and who runs it. */
public sealed interface PlaceFact extends CaseFact {
    /** A point in millionths of a degree, with how far off it may be. */
    record Point(int latitude, int longitude, int withinMetres) {
        public Point {
            if (Math.abs(latitude) > 90_000_000 || Math.abs(longitude) > 180_000_000 || withinMetres < 1) {
                throw new CasebookException("a point lies on earth and states within how many metres");
            }
        }
    }

    /** A place; the first name is shown. */
    record PlaceOpened(
            @Slot(0) Id place,
            @Slot(1) List<String> names,
            @Slot(2) PlaceType sort,
            @Slot(3) Standing standing,
            @Slot(4) Optional<Id> parent,
            @Slot(5) Optional<Point> point,
            @Slot(6) Optional<String> describedAs)
            implements PlaceFact {
        public PlaceOpened {
            names = List.copyOf(names);
            if (names.isEmpty()) {
                throw new CasebookException("a place has a name or a description to be shown by");
            }
        }

        @Override
        public List<Id> subjects() {
            return List.of(place);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(place, parent);
        }
    }

    /** An organisation or its part; the first name is shown. */
    record UnitOpened(
            @Slot(0) Id unit,
            @Slot(1) List<String> names,
            @Slot(2) UnitType sort,
            @Slot(3) Optional<Id> parent) implements PlaceFact {
        public UnitOpened {
            names = List.copyOf(names);
            if (names.isEmpty()) {
                throw new CasebookException("a unit has a name to be shown by");
            }
        }

        @Override
        public List<Id> subjects() {
            return List.of(unit);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(unit, parent);
        }
    }

    /** A unit runs a place. */
    record RunsPlace(
            @Slot(0) Id unit,
            @Slot(1) Id place,
            @Slot(2) Optional<Edtf> when,
            @Slot(3) List<Id> claims) implements PlaceFact {
        public RunsPlace {
            claims = List.copyOf(claims);
        }

        @Override
        public List<Id> subjects() {
            return List.of(place);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(unit, place, claims);
        }
    }

    /** A person commands a unit. */
    record CommandsUnit(
            @Slot(0) Id person,
            @Slot(1) Id unit,
            @Slot(2) Optional<Edtf> when,
            @Slot(3) List<Id> claims) implements PlaceFact {
        public CommandsUnit {
            claims = List.copyOf(claims);
        }

        @Override
        public List<Id> subjects() {
            return List.of(unit);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(person, unit, claims);
        }
    }
}
