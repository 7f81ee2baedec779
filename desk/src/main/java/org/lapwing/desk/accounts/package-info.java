// SPDX-License-Identifier: Apache-2.0
/**
 * Accounts: what somebody told, the working copy that everyone else reads, the claims coded from it, the consents.
 *
 * <p>Promised: the original is never changed and is shown only to who holds it; a claim points at the words it was read
 * from. Safe for use by several threads.
 */
@NullMarked
package org.lapwing.desk.accounts;

import org.jspecify.annotations.NullMarked;
