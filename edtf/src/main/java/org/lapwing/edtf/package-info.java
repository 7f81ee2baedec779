// SPDX-License-Identifier: Apache-2.0
/** Placeholder */
@NullMarked
package org.lapwing.edtf;

import org.jspecify.annotations.NullMarked;
