// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.entries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.lapwing.entry.Id;
import org.lapwing.evacuation.EvacuationException;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.entries.CaseFact.ApartKept;
import org.lapwing.evacuation.entries.CaseFact.CaseClosed;
import org.lapwing.evacuation.entries.CaseFact.HouseholdDescribed;
import org.lapwing.evacuation.entries.CaseFact.MinorsPathSet;
import org.lapwing.evacuation.entries.CaseFact.VettingDecided;
import org.lapwing.evacuation.entries.PlanFact.LegPinned;
import org.lapwing.evacuation.entries.PlanFact.PinReleased;
import org.lapwing.evacuation.entries.PlanFact.PlacingResumed;
import org.lapwing.evacuation.entries.PlanFact.PlanTaken;
import org.lapwing.evacuation.entries.PlanFact.UnplacedDecided;
import org.lapwing.evacuation.entries.ShelterFact.HelperDescribed;
import org.lapwing.evacuation.entries.ShelterFact.HouseDescribed;
import org.lapwing.evacuation.entries.ShelterFact.HouseLost;

/** What the entries say, the latest of each: the fold of the compartment. In the order in which things were first named. */
public record Board(
        SequencedMap<Id, HouseholdDescribed> households,
        Map<Id, VettingDecided> vetting,
        Map<Id, MinorsPathSet> minors,
        List<ApartKept> apart,
        SequencedMap<Id, HouseDescribed> houses,
        Map<Id, HouseLost> lost,
        SequencedMap<Id, HelperDescribed> helpers,
        SequencedMap<Id, LegPinned> pins,
        Map<Id, UnplacedDecided> decisions,
        Optional<PlanTaken> inForce) {

    /** @param facts in the order of the journal */
    public static Board of(List<MovingFact> facts) {
        Fold fold = new Fold();
        facts.forEach(fold::add);
        return new Board(
                fold.households,
                fold.vetting,
                fold.minors,
                List.copyOf(fold.apart),
                fold.houses,
                fold.lost,
                fold.helpers,
                fold.pins,
                fold.decisions,
                fold.inForce);
    }

    /** All that a plan is made from, in the frame of nights, weights and hours that the group has set. */
    public Situation situation(Situation frame) {
        return new Drawn(this, frame).situation();
    }

    /** The code name of a household, a house or a helper. */
    String name(Id id) {
        if (houses.containsKey(id)) {
            return houses.get(id).codeName();
        }
        if (helpers.containsKey(id)) {
            return helpers.get(id).codeName();
        }
        HouseholdDescribed household = households.get(id);
        if (household == null) {
            throw new EvacuationException("an entry names a house, a helper or a household that no entry describes");
        }
        return household.codeName();
    }

    private static final class Fold {
        private final SequencedMap<Id, HouseholdDescribed> households = new LinkedHashMap<>();
        private final Map<Id, VettingDecided> vetting = new LinkedHashMap<>();
        private final Map<Id, MinorsPathSet> minors = new LinkedHashMap<>();
        private final List<ApartKept> apart = new ArrayList<>();
        private final SequencedMap<Id, HouseDescribed> houses = new LinkedHashMap<>();
        private final Map<Id, HouseLost> lost = new LinkedHashMap<>();
        private final SequencedMap<Id, HelperDescribed> helpers = new LinkedHashMap<>();
        private final SequencedMap<Id, LegPinned> pins = new LinkedHashMap<>();
        private final Map<Id, UnplacedDecided> decisions = new LinkedHashMap<>();
        private Optional<PlanTaken> inForce = Optional.empty();

        private void add(MovingFact fact) {
            switch (fact) {
                case HouseholdDescribed each -> households.put(each.household(), each);
                case VettingDecided each -> vetting.put(each.household(), each);
                case MinorsPathSet each -> minors.put(each.household(), each);
                case ApartKept each -> apart.add(each);
                case CaseClosed each -> households.remove(each.household());
                case HouseDescribed each -> houses.put(each.house(), each);
                case HouseLost each -> lost.put(each.house(), each);
                case HelperDescribed each -> helpers.put(each.helper(), each);
                case LegPinned each -> pins.put(each.pin(), each);
                case PinReleased each -> pins.remove(each.pin());
                case UnplacedDecided each -> decisions.put(each.household(), each);
                case PlacingResumed each -> decisions.remove(each.household());
                case PlanTaken each -> {
                    if (!each.replaces().equals(inForce.map(PlanTaken::plan))) {
                        throw new EvacuationException("a plan was taken that replaces another than the one in force");
                    }
                    inForce = Optional.of(each);
                }
            }
        }
    }
}
