// SPDX-License-Identifier: Apache-2.0
/**
 * An RFC 6962 transparency log with SHA-256, in the files that C2SP tlog-tiles, signed-note, tlog-checkpoint,
 * tlog-cosignature and tlog-proof describe, so that any tlog tool can audit it. One plain tree, nothing clever.
 *
 * <p>Promises: the same leaves give the same tiles, byte for byte; proofs are computed from tiles alone; a checkpoint
 * verifies only when the log signed it twice, with Ed25519 and with ML-DSA-44; verifying needs no network and no clock.
 *
 * <p>Does not promise: that the group shows everybody the same log (that takes witnesses), nor that a leaf says
 * anything true. The room knows leaves as 32 opaque bytes and never learns what they commit to.
 *
 * <p>Refuses, as values with a reason: forks, truncated and padded files, base64 that is not canonical, numbers with
 * leading zeroes, extension lines, a signature given twice, either signature missing, sizes beyond 2^53 - 1. What a
 * careful caller cannot meet (a full disk, a tile that contradicts what is to be written) is a {@link
 * org.lapwing.tlog.TlogException}.
 *
 * <p>Values are immutable and may be shared between threads; {@link org.lapwing.tlog.Frontier} and the stores are for
 * one writer at a time. The formats are written down in {@code docs/formats/log.md}.
 */
@NullMarked
package org.lapwing.tlog;

import org.jspecify.annotations.NullMarked;
