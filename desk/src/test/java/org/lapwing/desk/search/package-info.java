// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.lapwing.desk.search;

import org.jspecify.annotations.NullMarked;
