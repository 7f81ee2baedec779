// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lapwing.seal.Argon2Cost;

/**
 * How a desk is started.
 *
 * @param gate where the gate's second listener is; absent: nothing is collected
 * @param database a PostgreSQL address; absent: SQLite in {@code data}
 * @param idle after how long without a request a member is locked
 * @param cost with which new key files are written; opening takes what each file states
 * @param collectEvery how often the gate is asked while an intake member is unlocked
 * @param patience how long a page waits for what is being opened before it says so
 * @param child whether a supervisor holds our standard input and starts us again when the last member has locked
 */
public record DeskSettings(
        Path data,
        Optional<URI> gate,
        Optional<String> database,
        int port,
        boolean child,
        boolean demonstration,
        Duration idle,
        Argon2Cost cost,
        Duration collectEvery,
        Duration patience) {

    public static DeskSettings in(Path data) {
        return new DeskSettings(
                data.toAbsolutePath().normalize(),
                Optional.empty(),
                Optional.empty(),
                7411,
                false,
                false,
                Duration.ofMinutes(20),
                Argon2Cost.DEFAULT,
                Duration.ofMinutes(1),
                Duration.ofSeconds(3));
    }

    static DeskSettings of(String... words) {
        Path data = null;
        DeskSettings settings = in(Path.of("lapwing-data", "desk"));
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            switch (word) {
                case "--child" -> settings = settings.with(true, settings.demonstration);
                case "--demonstration" -> settings = settings.with(settings.child, true);
                case "--data", "--gate", "--database", "--port", "--collect-every" -> {
                    if (++i == words.length) {
                        throw new IllegalArgumentException(word + " needs a value");
                    }
                    settings = settings.with(word, words[i]);
                    data = word.equals("--data") ? settings.data : data;
                }
                default ->
                    throw new IllegalArgumentException(
                            "\"" + word
                                    + "\" is not known; accepted: --data DIR, --gate URL, --database URL, --port N, --collect-every SECONDS, --demonstration");
            }
        }
        if (data == null) {
            throw new IllegalArgumentException("--data DIR is needed");
        }
        return settings;
    }

    private DeskSettings with(boolean isChild, boolean isDemonstration) {
        return new DeskSettings(
                data, gate, database, port, isChild, isDemonstration, idle, cost, collectEvery, patience);
    }

    private DeskSettings with(String option, String value) {
        return switch (option) {
            case "--data" ->
                new DeskSettings(
                        Path.of(value).toAbsolutePath().normalize(),
                        gate,
                        database,
                        port,
                        child,
                        demonstration,
                        idle,
                        cost,
                        collectEvery,
                        patience);
            case "--gate" ->
                new DeskSettings(
                        data,
                        Optional.of(URI.create(value)),
                        database,
                        port,
                        child,
                        demonstration,
                        idle,
                        cost,
                        collectEvery,
                        patience);
            case "--database" ->
                new DeskSettings(
                        data, gate, Optional.of(value), port, child, demonstration, idle, cost, collectEvery, patience);
            case "--collect-every" -> collectingEvery(Duration.ofSeconds(number(option, value, 5, 86_400)));
            default ->
                new DeskSettings(
                        data,
                        gate,
                        database,
                        number(option, value, 0, 65_535),
                        child,
                        demonstration,
                        idle,
                        cost,
                        collectEvery,
                        patience);
        };
    }

    public DeskSettings onPort(int other) {
        return new DeskSettings(data, gate, database, other, child, demonstration, idle, cost, collectEvery, patience);
    }

    /** The tests' door: key files that open in milliseconds. */
    public DeskSettings withCost(Argon2Cost other) {
        return new DeskSettings(data, gate, database, port, child, demonstration, idle, other, collectEvery, patience);
    }

    /** The tests' door to a gate of their own. */
    public DeskSettings withGate(URI other) {
        return new DeskSettings(
                data, Optional.of(other), database, port, child, demonstration, idle, cost, collectEvery, patience);
    }

    public DeskSettings collectingEvery(Duration other) {
        return new DeskSettings(data, gate, database, port, child, demonstration, idle, cost, other, patience);
    }

    /** The tests' door: nobody waits at all. */
    public DeskSettings withPatience(Duration other) {
        return new DeskSettings(data, gate, database, port, child, demonstration, idle, cost, collectEvery, other);
    }

    private static int number(String option, String value, int least, int most) {
        String accepted = option + " takes a number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(accepted, e);
        }
        throw new IllegalArgumentException(accepted);
    }
}
