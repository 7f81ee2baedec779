// SPDX-License-Identifier: Apache-2.0
/**
 * What may be done with what somebody told, and in which words they are asked.
 *
 * <p>Promised: one function decides, for each purpose and recipient by itself, for the teller and for every identifiable
 * living person told about; what it refuses it explains. Consent wording comes from the body, so that nobody is asked to
 * share with one that passes names on without being told so. Refused: consent by somebody who is a threat, and any link
 * between help and testimony.
 *
 * <p>Values are immutable and safe for use by several threads; today is passed in.
 */
@NullMarked
package org.lapwing.casebook.release;

import org.jspecify.annotations.NullMarked;
