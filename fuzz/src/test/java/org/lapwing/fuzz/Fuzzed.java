// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import java.util.List;

/** Where Jazzer comes in; the property {@code fuzz.targets} names the {@link Target}s of its {@link Batch}. */
public final class Fuzzed {
    /** So much more than an even share of the time may a target take: slow ones would leave quick ones none. */
    private static final int GREEDY = 2;

    private static final long GRACE = 1_000_000_000;

    private static final Batch BATCH = Batch.named(System.getProperty("fuzz.targets"));
    private static final List<Parser> PARSERS =
            BATCH.targets().stream().map(Target::parser).toList();
    private static final long[] EXECUTIONS = new long[PARSERS.size()];
    private static final long[] NANOS = new long[PARSERS.size()];
    private static long spent;

    private Fuzzed() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        int whose = BATCH.whose(input);
        if (PARSERS.size() > 1 && NANOS[whose] > GRACE + GREEDY * spent / PARSERS.size()) {
            return;
        }
        long begun = System.nanoTime();
        PARSERS.get(whose).take(BATCH.stripped(input));
        long took = System.nanoTime() - begun;
        NANOS[whose] += took;
        spent += took;
        EXECUTIONS[whose]++;
    }

    /** Called by Jazzer at its end. */
    public static void fuzzerTearDown() {
        for (int i = 0; i < EXECUTIONS.length; i++) {
            System.out.printf(
                    "target %s: %d executions in %d ms%n",
                    BATCH.targets().get(i).folder(), EXECUTIONS[i], NANOS[i] / 1_000_000);
        }
    }
}
