// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.lapwing.figures;

import org.jspecify.annotations.NullMarked;
