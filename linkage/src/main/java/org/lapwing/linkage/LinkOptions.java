// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

import java.util.Optional;
import org.lapwing.linkage.model.Model;

/**
 * How to link.
 *
 * @param model a model learned before; empty to learn one
 * @param threads at least 1; results do not depend on it
 * @param samples how many partitions to draw
 * @param seed makes every random result repeatable
 */
public record LinkOptions(Optional<Model> model, int threads, int samples, long seed) {

    public static LinkOptions usual() {
        return new LinkOptions(Optional.empty(), Runtime.getRuntime().availableProcessors(), 100, 1);
    }
}
