// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

/** Where Jazzer comes in; the property {@code fuzz.target} names the {@link Target}. */
public final class Fuzzed {
    private static final Parser PARSER =
            Target.valueOf(System.getProperty("fuzz.target")).parser();

    private Fuzzed() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        PARSER.take(input);
    }
}
