// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.sample;

/**
 * How large an invented situation is.
 *
 * @param practice whether it also has what practice brings: households not cleared yet and first places, minors, ways out
 *     with uncertain papers
 */
public record Size(int households, int houses, int nights, int escorts, boolean practice) {
    public static final Size USUAL = new Size(120, 20, 60, 12, false);
    public static final Size LARGE = new Size(2000, 200, 120, 110, false);

    /** Small enough that the best plan can be proven: three households a house and an escort, twenty nights. */
    public static Size small(int households) {
        return new Size(households, Math.max(4, households / 3), 20, Math.max(5, households / 3), false);
    }

    /** Incompatible pairs grow with the households: a third the same night, an eighth ever, as in the usual size. */
    int apartAtNight() {
        return households / 3;
    }

    int apartEver() {
        return households / 8;
    }
}
