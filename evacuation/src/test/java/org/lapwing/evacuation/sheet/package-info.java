@NullMarked
package org.lapwing.evacuation.sheet;

import org.jspecify.annotations.NullMarked;
