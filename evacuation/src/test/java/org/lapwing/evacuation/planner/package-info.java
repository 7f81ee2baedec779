@NullMarked
package org.lapwing.evacuation.planner;

import org.jspecify.annotations.NullMarked;
