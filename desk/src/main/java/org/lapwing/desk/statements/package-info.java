// SPDX-License-Identifier: Apache-2.0
/**
 * What officials say: the list, one statement, recording one, and which findings it bears on.
 *
 * <p>Promised: a statement's words are quoted as they were said; a bare denial is shown beside a finding and never lowers
 * it. Refused: judging a finding from here; a statement is only laid on a side. Safe for use by several threads.
 */
@NullMarked
package org.lapwing.desk.statements;

import org.jspecify.annotations.NullMarked;
