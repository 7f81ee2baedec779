// SPDX-License-Identifier: Apache-2.0
/**
 * Sealing: age v1 files to hybrid recipients, single boxes, signatures, data keys, shares and the signed roster.
 *
 * <p><b>Promises.</b> What is sealed here is readable only with a key that this room was never shown at the time of
 * sealing; every byte that an opening stream hands out has been authenticated first; a file that was cut short, altered
 * or extended is an error, never a short success. X25519 together with ML-KEM-768 (X-Wing) for everything stored or
 * sent, never X25519 alone.
 *
 * <p><b>Refuses.</b> Classic age recipients, passphrase files, keys and encodings that are not canonical, headers above
 * {@link AgeFile#MAX_HEADER_BYTES}. It does not decide who may read: the desk does. age has no sender authentication:
 * who wrote a file is told by signatures inside it.
 *
 * <p><b>Thread-safety.</b> Keys and values are immutable and shared freely; streams belong to one thread.
 *
 * <p><b>Errors.</b> {@link SealException} and its subclasses, unchecked. Their messages name the place and what would be
 * accepted, and never hold key material or content. Methods whose names begin with {@code reveal} hand out secrets: one
 * grep finds them all.
 *
 * <p>The formats are written down byte by byte in {@code docs/formats/seal.md}.
 */
@NullMarked
package org.lapwing.seal;

import org.jspecify.annotations.NullMarked;
