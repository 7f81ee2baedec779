// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

/** A value that a picture marks by a dashed line and words, such as how many were observed. */
public record Mark(double value, String words) {}
