/**
 * Whether a plan keeps every rule, written from the rules and sharing no code with the planner: a fault of the planner must
 * not hide from it. It knows a situation and a plan and walks over nights; nothing here is made to be fast.
 */
@NullMarked
package org.lapwing.evacuation.check;

import org.jspecify.annotations.NullMarked;
