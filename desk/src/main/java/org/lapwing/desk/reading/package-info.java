// SPDX-License-Identifier: Apache-2.0
/**
 * The only package that touches the journal. Pages get a {@link org.lapwing.desk.reading.View} and nothing else; they
 * write through a {@link org.lapwing.desk.reading.Pen}.
 *
 * <p>Promised: a view is immutable and holds only what its reader's compartments hold; what was drawn from a view that
 * has since changed is refused as stale. Safe for use by several threads.
 */
@NullMarked
package org.lapwing.desk.reading;

import org.jspecify.annotations.NullMarked;
