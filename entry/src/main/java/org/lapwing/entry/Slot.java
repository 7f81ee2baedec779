// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The slot number of a record component, 0 to 31, fixed for ever once an entry of its kind has been written. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Slot {
    int value();
}
