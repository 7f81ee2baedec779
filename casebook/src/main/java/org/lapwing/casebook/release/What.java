// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.release;

import org.lapwing.entry.Id;

/** What somebody wants to use or release. */
public sealed interface What {
    record OfAccount(Id account) implements What {}

    record OfClaim(Id claim) implements What {}

    /** A person told about, in a release that concerns them. */
    record OfPerson(Id person) implements What {}
}
