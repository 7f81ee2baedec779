// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.List;
import org.lapwing.fuzz.Cast;

/** Plays two custodians who bring their shares together, as no command does yet. */
public final class IdentityBodies {
    private IdentityBodies() {}

    public static byte[] open(byte[] file, Cast cast) {
        IdentityFile identity = IdentityFile.parse(file);
        return identity.openBody(List.of(
                identity.openShare(Cast.custodianId(0), cast.custodianKeys.get(0)),
                identity.openShare(Cast.custodianId(2), cast.custodianKeys.get(2))));
    }
}
