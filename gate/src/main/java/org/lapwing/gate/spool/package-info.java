// SPDX-License-Identifier: Apache-2.0
/**
 * What the gate keeps on its disk until the desk has it: sealed reports, sealed replies, and how often the bell rang.
 *
 * <p><b>Promises.</b> Nothing readable is ever written: an attachment is sealed while it streams in, words only as part of
 * the report file. What was acknowledged has been forced to the disk. A report counts once its report file stands under
 * its name; whatever is less is removed. Times of files are the midnight of their day (UTC). Words have room when files
 * have to wait.
 *
 * <p><b>Refuses.</b> To seal to anybody but the recipients it is given; to evict what was not collected.
 *
 * <p><b>Thread-safety.</b> All public types may be used by several threads. The layout is written down in
 * {@code docs/formats/gate.md}.
 */
@NullMarked
package org.lapwing.gate.spool;

import org.jspecify.annotations.NullMarked;
