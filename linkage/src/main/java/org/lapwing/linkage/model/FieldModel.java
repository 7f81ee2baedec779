// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import org.lapwing.linkage.lists.FieldPlan;

/**
 * How often two values of one field stand at each level; index 0 is level 1, "differs". Each array sums to 1.
 *
 * @param m among pairs of one person
 * @param u among pairs of persons who have nothing to do with each other
 * @param kin among pairs of persons of one family or one place: for fields that they share
 * @param namesakes among pairs of strangers whose names go together by more than chance: a given name tells the sex, and the
 *     family name's ending
 */
public record FieldModel(FieldPlan plan, double[] m, double[] u, double[] kin, double[] namesakes) {}
