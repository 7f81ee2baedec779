// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.lapwing.gate.spool.SpoolLimits;

/**
 * How a gate is started.
 *
 * @param data the gate's own folder
 * @param roster the folder of the roster's versions, beside which lie {@code root.pin} and perhaps {@code intake/}
 * @param port of the public pages; 0 for any
 * @param collectPort of the desk's side; 0 for any
 * @param child whether to end when standard input closes
 * @param demonstration whether every page says that nothing here is real
 * @param idle after so long without a request a visit is wiped
 * @param visits most visits at once
 */
public record GateSettings(
        Path data,
        Path roster,
        int port,
        int collectPort,
        boolean child,
        boolean demonstration,
        Duration idle,
        int visits,
        SpoolLimits limits) {

    private static final String USAGE =
            "accepted are --data DIR --roster FOLDER [--port N] [--collect-port N] [--upload-megabytes N]"
                    + " [--spool-gigabytes N] [--child] [--demonstration]";
    private static final Set<String> ALONE = Set.of("--child", "--demonstration");
    private static final Set<String> WITH_VALUE =
            Set.of("--data", "--roster", "--port", "--collect-port", "--upload-megabytes", "--spool-gigabytes");

    /** The defaults, for the two folders that have none. */
    public static GateSettings defaults(Path data, Path roster) {
        return new GateSettings(
                data, roster, 7410, 7411, false, false, Duration.ofMinutes(30), 5000, SpoolLimits.defaults());
    }

    /** @throws IllegalArgumentException saying what is accepted */
    public static GateSettings of(String... words) {
        Map<String, String> given = given(words);
        if (!given.containsKey("--data") || !given.containsKey("--roster")) {
            throw new IllegalArgumentException("--data and --roster are needed; " + USAGE);
        }
        GateSettings plain = defaults(Path.of(given.get("--data")), Path.of(given.get("--roster")));
        SpoolLimits limits = plain.limits();
        return new GateSettings(
                plain.data(),
                plain.roster(),
                (int) number(given, "--port", plain.port(), 65_535),
                (int) number(given, "--collect-port", plain.collectPort(), 65_535),
                given.containsKey("--child"),
                given.containsKey("--demonstration"),
                plain.idle(),
                plain.visits(),
                new SpoolLimits(
                        number(given, "--upload-megabytes", limits.uploadBytes() >> 20, 1 << 20) << 20,
                        limits.files(),
                        number(given, "--spool-gigabytes", limits.spoolBytes() >> 30, 1 << 20) << 30,
                        limits.reservedReports()));
    }

    private static Map<String, String> given(String... words) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (ALONE.contains(word)) {
                given.put(word, "");
            } else if (WITH_VALUE.contains(word) && i + 1 < words.length) {
                given.put(word, words[++i]);
            } else {
                throw new IllegalArgumentException("\"" + word + "\" is not understood; " + USAGE);
            }
        }
        return given;
    }

    private static long number(Map<String, String> given, String name, long otherwise, long most) {
        String value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,9}") || Long.parseLong(value) > most) {
            throw new IllegalArgumentException(name + " takes a whole number from 0 to " + most);
        }
        return Long.parseLong(value);
    }
}
