// SPDX-License-Identifier: Apache-2.0
/**
 * People told about, by code name: what is said of them and by whom, where they were held, who is the same as whom.
 *
 * <p>Promised: a name is shown one at a time, by press, as an entry, and only to who holds names; a person known only
 * through others is masked. No attribute for any protected trait exists here.
 */
@NullMarked
package org.lapwing.desk.people;

import org.jspecify.annotations.NullMarked;
