// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.lapwing.estimate;

import org.jspecify.annotations.NullMarked;
