// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.lapwing.desk.findings;

import org.jspecify.annotations.NullMarked;
