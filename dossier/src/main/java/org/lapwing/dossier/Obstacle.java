// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.release.Permission;
import org.lapwing.casebook.term.CheckItem;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.weigh.Exposure;
import org.lapwing.entry.Id;

/** Why something may not be published as it was asked for. For the desk; every one is listed, not only the first. */
public sealed interface Obstacle {
    /** There is no such finding or body in what the asker may see. */
    record NotHere(Id id) implements Obstacle {}

    /** The purpose is one that lets nothing out of the group. */
    record KeptInside(Purpose purpose) implements Obstacle {}

    /** The checklist is not met: reasons, answers or the second member's review are missing, or it was reopened. */
    record ChecklistOpen(Id finding, CheckItem item, List<Id> about) implements Obstacle {
        public ChecklistOpen {
            about = List.copyOf(about);
        }
    }

    /** Too few people could have told this, or nobody has estimated how many. */
    record DetailHeld(Id finding, Exposure.Detail detail, Optional<String> offered) implements Obstacle {}

    /** The period was made coarser; the sentence needs a rewording that does not say more, or says it is meant so. */
    record SentenceTellsMore(Id finding) implements Obstacle {}

    /** Somebody whom the finding is about has not agreed, and was not removed. */
    record SubjectRefused(Id finding, List<Permission.Because> because) implements Obstacle {
        public SubjectRefused {
            because = List.copyOf(because);
        }
    }

    /** The finding's place is one that never leaves the group, such as a safe house. */
    record PlaceNeverLeaves(Id finding, Id place) implements Obstacle {}

    /** Somewhere an id or code name of the casebook would have stayed in the words. */
    record NameLeft() implements Obstacle {}
}
