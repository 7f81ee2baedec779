@NullMarked
package org.lapwing.evacuation.check;

import org.jspecify.annotations.NullMarked;
