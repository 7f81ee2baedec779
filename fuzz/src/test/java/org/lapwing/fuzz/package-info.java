// SPDX-License-Identifier: Apache-2.0
/**
 * Every parser that somebody outside can feed, fuzzed by Jazzer. The promise under attack, for each {@link
 * org.lapwing.fuzz.Target}: bytes give a value or the room's own documented refusal; never another exception, never a hang,
 * never memory without bound; and where they gave a value, what is written of it reads as the same value again.
 *
 * <p>Targets of parsers that are no room's API stand in that room's package, so that nothing is made public for them.
 */
@NullMarked
package org.lapwing.fuzz;

import org.jspecify.annotations.NullMarked;
