// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.List;
import java.util.Map;
import org.lapwing.linkage.block.Key;
import org.lapwing.linkage.lists.Layout;

/**
 * Everything that was learned, without a single value of a cell: what {@code model.yaml} holds.
 *
 * @param fields in the layout's order
 * @param kinShare the share of pairs of different persons that are kin
 * @param namesakeShare the share of pairs of different persons that are namesakes
 * @param matchShare the share of all pairs that are one person, as training guessed it; linking estimates it anew
 * @param keys by which records are brought together
 * @param loss the estimated share of true pairs that share no key
 * @param ownM by {@code "a|b"}, names of two lists: m of the fields for pairs of these lists, where data allowed
 */
public record Model(
        Layout layout,
        List<FieldModel> fields,
        double kinShare,
        double namesakeShare,
        double matchShare,
        List<Key> keys,
        double loss,
        Map<String, double[][]> ownM) {

    /** The version of the model file that this code writes. */
    public static final int VERSION = 1;

    public Model {
        fields = List.copyOf(fields);
        keys = List.copyOf(keys);
        ownM = Map.copyOf(ownM);
    }
}
