// SPDX-License-Identifier: Apache-2.0
/**
 * What the tests of several rooms attack them with: a server to kill the clients of, a disk to fill, a search of a process's
 * memory and of its files for planted words and keys. For tests only: no room that is shipped may depend on it. A tool that a
 * machine lacks makes the test report itself as skipped, by name. Nothing here is for more than one thread at a time.
 */
@NullMarked
package org.lapwing.testing;

import org.jspecify.annotations.NullMarked;
