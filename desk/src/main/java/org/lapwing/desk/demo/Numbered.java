// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.util.SplittableRandom;
import org.lapwing.entry.Id;

/**
 * What the n-th of a sort is called and drawn from: found again from seed, sort and number alone, so that a large world can
 * be written by several threads and nothing of it has to be remembered.
 */
record Numbered(long seed) {
    /** The things that are numbered, each from 0. */
    enum Sort {
        ACCOUNT,
        CLAIM,
        CONSENT,
        FINDING,
        NAME,
        PERSON,
        PLACE,
        REPORT,
        SOURCE,
        STATEMENT,
        UNIT
    }

    Id id(Sort sort, long number) {
        SplittableRandom random = new SplittableRandom(start(sort, number) ^ 0x6c61_7077_696e_6721L);
        return new Id(random.nextLong(), random.nextLong());
    }

    SplittableRandom random(Sort sort, long number) {
        return new SplittableRandom(start(sort, number));
    }

    /** Far apart and in no step of the generator's own, or one thing's draws would be another's. */
    private long start(Sort sort, long number) {
        long mixed = (seed + 1) * 0xd134_2543_de82_ef95L + sort.name().hashCode() * 0xaef1_7502_108e_f2d9L + number;
        mixed = (mixed ^ (mixed >>> 32)) * 0xdaba_0b6e_b093_22e3L;
        return mixed ^ (mixed >>> 29);
    }
}
