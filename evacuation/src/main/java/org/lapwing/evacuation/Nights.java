// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

/** Nights from {@code from} until {@code until}, which is not among them. May reach beyond what is planned. */
public record Nights(int from, int until) {
    public boolean has(int night) {
        return from <= night && night < until;
    }

    public int count() {
        return until - from;
    }

    public boolean overlaps(Nights other) {
        return from < other.until && other.from < until;
    }
}
