// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.lapwing.desk.accounts;

import org.jspecify.annotations.NullMarked;
