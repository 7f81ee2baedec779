// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Compartment;

/**
 * One compartment, folded up to a position. Immutable, shared by its readers, swapped whole when entries come.
 *
 * @param position the index of the next row to read
 */
record Volume(Compartment compartment, long position, Casebook casebook) {}
