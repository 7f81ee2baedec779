// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.journal.Mark;

/**
 * One compartment, folded up to a position. Immutable, shared by its readers, swapped whole when entries come.
 *
 * @param position the index of the next row to read
 * @param mark at this position; empty where rows below it were not read by this house as it stands
 */
record Volume(Compartment compartment, long position, Casebook casebook, Optional<Mark> mark) {}
