// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.Optional;
import org.lapwing.entry.Id;
import org.lapwing.seal.VerifyKey;

/**
 * Whose signature counts, from the roster: also of members who have left, for what they wrote stays theirs. Used from
 * several threads.
 */
public interface Signers {
    Optional<VerifyKey> at(Id member);
}
