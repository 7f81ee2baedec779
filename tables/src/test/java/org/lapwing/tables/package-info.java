// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.lapwing.tables;

import org.jspecify.annotations.NullMarked;
