package org.lapwing.desk.reading;

import org.lapwing.casebook.Casebook;

/**
 * One compartment, folded up to a position. Immutable, shared by its readers, swapped whole when entries come.
 *
 * @param position the index of the next row to read
 */
record Volume(String compartment, long position, Casebook casebook) {}
