// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.List;
import java.util.stream.IntStream;

/** Plays the custodians in tests: each opens their share on their own, then the shares are brought together. */
final class IdentityFileOpener {

    private IdentityFileOpener() {}

    static byte[] open(IdentityFile file, Group group, int... custodians) {
        List<Share> shares = IntStream.of(custodians)
                .mapToObj(i -> file.openShare(Group.custodianId(i), group.custodianKeys.get(i)))
                .toList();
        return file.openBody(shares);
    }
}
