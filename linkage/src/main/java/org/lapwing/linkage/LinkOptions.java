// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

import java.util.Optional;
import org.lapwing.linkage.model.Model;
import org.lapwing.linkage.spill.WorkingMemory;

/**
 * How to link.
 *
 * @param model a model learned before; empty to learn one
 * @param threads at least 1; results do not depend on it
 * @param samples how many partitions to draw
 * @param seed makes every random result repeatable
 * @param memory closed by whoever made it; results do not depend on it
 */
public record LinkOptions(Optional<Model> model, int threads, int samples, long seed, WorkingMemory memory) {

    /** With all the memory there is. */
    public LinkOptions(Optional<Model> model, int threads, int samples, long seed) {
        this(model, threads, samples, seed, WorkingMemory.unbounded());
    }

    public static LinkOptions usual() {
        return new LinkOptions(Optional.empty(), Runtime.getRuntime().availableProcessors(), 100, 1);
    }
}
