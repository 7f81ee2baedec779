/**
 * {@code lapwing bench evacuation}: plans beside proven optima, bounds and a peer. Each case is kept as soon as it is
 * measured, so that a run that was stopped goes on where it was.
 */
@NullMarked
package org.lapwing.bench.evacuation;

import org.jspecify.annotations.NullMarked;
