// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.List;
import org.lapwing.casebook.fact.ReleasedFact.DossierPublished;
import org.lapwing.casebook.fact.ReleasedFact.FindingVersion;
import org.lapwing.casebook.release.Permission;
import org.lapwing.entry.Id;

/** What came of a {@link Release}: a dossier to look at and to pack, or why there is none. */
public sealed interface Prepared {
    /**
     * It may be published.
     *
     * @param refused rows that consent keeps out, for the desk; a package has only their number, or not even that
     * @param accounts whose words are in it
     * @param rows how many tellings it quotes
     */
    record Ready(
            Dossier dossier,
            Release release,
            List<Row> refused,
            List<FindingVersion> versions,
            List<Id> accounts,
            int rows)
            implements Prepared {
        public Ready {
            refused = List.copyOf(refused);
            versions = List.copyOf(versions);
            accounts = List.copyOf(accounts);
        }

        /** The fact to append once the package has left the house. */
        public DossierPublished published(Id id, DossierPackage made) {
            return new DossierPublished(
                    id,
                    versions,
                    accounts,
                    release.body(),
                    release.purpose(),
                    release.day(),
                    made.sha256(),
                    rows,
                    refused.size());
        }
    }

    /** A claim that stays in the house, and every reason. */
    record Row(Id finding, Id claim, Id account, List<Permission.Because> because) {
        public Row {
            because = List.copyOf(because);
        }
    }

    record NotPublishable(List<Obstacle> reasons) implements Prepared {
        public NotPublishable {
            reasons = List.copyOf(reasons);
        }
    }
}
