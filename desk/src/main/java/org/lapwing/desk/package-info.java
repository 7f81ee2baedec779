// SPDX-License-Identifier: Apache-2.0
/**
 * The private process. It holds the group's sealed journal and shows the casebook to members who have unlocked it.
 *
 * <p>Promised: a page sees only what its reader's compartments hold; whatever is written was drawn from what its writer
 * had seen. Refused: plaintext at rest, a request to another host, a name where a code name will do.
 */
@NullMarked
package org.lapwing.desk;

import org.jspecify.annotations.NullMarked;
