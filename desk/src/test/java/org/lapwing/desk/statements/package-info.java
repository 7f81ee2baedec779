// SPDX-License-Identifier: Apache-2.0
/** Statements, over HTTP. */
@NullMarked
package org.lapwing.desk.statements;

import org.jspecify.annotations.NullMarked;
