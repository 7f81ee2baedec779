// SPDX-License-Identifier: Apache-2.0
/** What officials say, quoted beside what it bears on. A bare denial never lowers a standard. */
@NullMarked
package org.lapwing.desk.statements;

import org.jspecify.annotations.NullMarked;
