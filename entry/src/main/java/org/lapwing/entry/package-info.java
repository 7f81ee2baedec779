// SPDX-License-Identifier: Apache-2.0
/**
 * What an entry is, to the byte: a tree of named fields, one canonical encoding, salted commitments to each field, and
 * pure upcasts of old versions. The bytes are written down in {@code docs/formats/entry.md}.
 *
 * <p>Promised: equal values have equal bytes; one field can be proven without showing another; what was written by an
 * old version can be read for ever. Refused: floating point, null, unpaired surrogates, JSON that is not in canonical
 * form. Not here: meaning, storage, keys.
 *
 * <p>Everything is immutable and safe for use by several threads.
 */
@NullMarked
package org.lapwing.entry;

import org.jspecify.annotations.NullMarked;
