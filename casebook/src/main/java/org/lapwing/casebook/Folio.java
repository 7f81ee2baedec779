// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.Set;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.entry.Entry;
import org.lapwing.entry.Id;

/**
 * A fact packed for binding, with the ids by which it is found. Made by any thread, from its entry alone.
 *
 * @param kind its number in the family's packing
 */
public record Folio(int kind, byte[] packed, Set<Id> mentions, EntryRef ref) {
    static Folio of(Noted<?> noted) {
        Fact fact = noted.fact();
        var packing = Casebook.FAMILY.packing();
        return new Folio(packing.number(fact.getClass()), packing.pack(fact), fact.mentions(), noted.ref());
    }

    /** Reads an entry of this family, of whatever version. */
    public static Folio of(Entry entry, long index) {
        Fact fact = Casebook.FAMILY.read(entry.header().kind(), entry.header().version(), entry.fields());
        return of(new Noted<>(fact, EntryRef.of(index, entry.header())));
    }
}
