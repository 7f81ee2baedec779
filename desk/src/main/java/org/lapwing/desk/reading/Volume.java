// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.entry.Id;
import org.pcollections.HashPMap;

/**
 * One compartment, folded up to a position. Immutable, shared by its readers, swapped whole when entries come.
 *
 * @param position the index of the next row to read
 * @param shredKeys of each entry read, by entry: what is written about a source later goes under the source's key
 */
record Volume(Compartment compartment, long position, Casebook casebook, HashPMap<Id, Id> shredKeys) {}
