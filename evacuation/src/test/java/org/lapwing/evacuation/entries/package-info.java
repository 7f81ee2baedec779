@NullMarked
package org.lapwing.evacuation.entries;

import org.jspecify.annotations.NullMarked;
