// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.lapwing.desk;

import org.jspecify.annotations.NullMarked;
