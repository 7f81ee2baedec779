// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.Arrays;
import org.lapwing.entry.Entry;
import org.lapwing.entry.Leaf;

/**
 * An entry of the journal with the opening of its leaf, from whoever holds its compartment. Of both only what
 * {@link Proof} names leaves the house.
 */
public record ProvenEntry(Entry entry, Leaf leaf) {
    public ProvenEntry {
        if (!Arrays.equals(leaf.fieldRoot(), entry.fieldTree().root())
                || !Arrays.equals(leaf.headerHash(), entry.header().hash())) {
            throw new DossierException("this leaf is of another entry");
        }
    }
}
