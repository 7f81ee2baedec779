// SPDX-License-Identifier: Apache-2.0
/**
 * What is published, to whom, redacted how, provable how: from a reviewed finding to one file that a stranger checks
 * offline with a public key.
 *
 * <p>Promised: only what the consent of teller and subject allows goes in; code names, numbers and order are fresh in
 * every package; counts that would single somebody out are withheld with all from which they could be worked out; every
 * byte of a package is vouched for by the log's signature, and of a finding's entries exactly the fields that are
 * published are opened. {@link org.lapwing.dossier.Dossiers} prepares, {@link org.lapwing.dossier.DossierPackage} is written,
 * {@link org.lapwing.dossier.Verification} reads. The format: {@code docs/formats/dossier.md}.
 *
 * <p>Refused: deciding consent (casebook does), reading journals, keys beyond the moment of signing, and any finding
 * that its checklist or a second member does not carry. A finding that may not be published is a value, never an
 * exception.
 *
 * <p>All types are immutable and safe for use by several threads; a generator that is passed in is used by the calling
 * thread only.
 */
@NullMarked
package org.lapwing.dossier;

import org.jspecify.annotations.NullMarked;
