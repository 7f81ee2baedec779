// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.release;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.term.BodyKind;
import org.lapwing.casebook.term.NameReceiver;
import org.lapwing.casebook.term.Standard;
import org.lapwing.entry.Id;

/** Four invented bodies of the sorts that groups write to, to begin from. Names and rules belong to nobody. */
public final class SampleBodies {
    private SampleBodies() {}

    /** @param random where their ids come from */
    public static List<BodyRecorded> of(Random random) {
        return List.of(mechanism(random), rapporteur(random), court(random), press(random));
    }

    private static BodyRecorded mechanism(Random random) {
        return new BodyRecorded(
                Id.random(random),
                "Mechanism on the Missing (invented)",
                BodyKind.DISAPPEARANCES_MECHANISM,
                List.of(
                        "full name of the missing person",
                        "date",
                        "place of arrest or last sight",
                        "forces believed responsible",
                        "steps taken by relatives",
                        "who submits"),
                NameReceiver.ACCUSED_STATE,
                false,
                false,
                "en",
                Optional.of(90),
                Standard.REASONABLE_SUSPICION);
    }

    private static BodyRecorded rapporteur(Random random) {
        return new BodyRecorded(
                Id.random(random),
                "Special Rapporteur on Places of Detention (invented)",
                BodyKind.SPECIAL_RAPPORTEUR,
                List.of("date and place", "detaining authority", "what was done and by whom", "official response"),
                NameReceiver.BODY_ONLY,
                true,
                false,
                "en",
                Optional.of(60),
                Standard.REASONABLE_GROUNDS_TO_BELIEVE);
    }

    private static BodyRecorded court(Random random) {
        return new BodyRecorded(
                Id.random(random),
                "Regional Court of Rights (invented)",
                BodyKind.COURT,
                List.of("applicant", "steps taken before", "facts with dates", "exhibits with their custody"),
                NameReceiver.DEFENCE,
                true,
                true,
                "en",
                Optional.of(120),
                Standard.BALANCE_OF_PROBABILITIES);
    }

    private static BodyRecorded press(Random random) {
        return new BodyRecorded(
                Id.random(random),
                "The Selm Observer (invented newspaper)",
                BodyKind.PRESS,
                List.of("what happened", "how it is known"),
                NameReceiver.NOBODY,
                true,
                false,
                "ru",
                Optional.empty(),
                Standard.REASONABLE_GROUNDS_TO_BELIEVE);
    }
}
