// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.lapwing.edtf;

import org.jspecify.annotations.NullMarked;
