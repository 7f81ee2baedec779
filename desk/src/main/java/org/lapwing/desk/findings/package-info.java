// SPDX-License-Identifier: Apache-2.0
/**
 * Findings: what the group concludes, what lies on either side of it, and what is still missing.
 *
 * <p>Promised: support, contradiction and silence stand side by side; every open line of the checklist is shown with the
 * way to close it. Refused: a second reading by whoever wrote the sentence, reasons without words. The page and its forms
 * keep nothing of their own; handlers may be called by many at once.
 */
@NullMarked
package org.lapwing.desk.findings;

import org.jspecify.annotations.NullMarked;
