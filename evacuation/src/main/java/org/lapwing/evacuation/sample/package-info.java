/**
 * Invented situations of the invented Republic of Morvel, the same for the same seed: for tests, measurements and the
 * example. Stateless.
 */
@NullMarked
package org.lapwing.evacuation.sample;

import org.jspecify.annotations.NullMarked;
