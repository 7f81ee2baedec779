// SPDX-License-Identifier: Apache-2.0
/**
 * People by code name: what is said of each and by whom, where they were held, whether two of them are one.
 *
 * <p>Promised: no page lists names; a name opens one at a time, for a minute, as an entry. Whoever is known only through
 * others is masked until a member has looked. Safe for use by several threads.
 */
@NullMarked
package org.lapwing.desk.people;

import org.jspecify.annotations.NullMarked;
