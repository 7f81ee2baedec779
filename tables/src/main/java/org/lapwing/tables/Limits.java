// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

/**
 * What a table may cost to read.
 *
 * @param columns at most this many
 * @param cellBytes bytes of UTF-8 in one cell, at most
 */
public record Limits(int columns, int cellBytes) {
    public static final Limits DEFAULT = new Limits(1_000, 1 << 20);
}
