// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one process of the fuzzer feeds. The fuzzer's start costs more than the few seconds that a target gets of a short run:
 * then targets of one kind share a process, and the first byte of each input says whose the rest is.
 */
record Batch(String name, List<Target> targets) {
    /** Seconds for a target from which on a process of its own pays. */
    private static final double ALONE = 20;

    /** Of several targets, those that handle alike bytes: they share seeds' pieces too. */
    enum Kind {
        /** What the gate takes in and the desk collects from it. */
        REPORTS,
        /** Sealed files, keys, rosters. */
        SEALED,
        /** What is published, and the log that proves it. */
        PUBLISHED,
        /** Tables, dates, JSON. */
        TEXTS
    }

    Batch {
        if (targets.isEmpty() || targets.size() > 256) {
            throw new IllegalArgumentException(name + " needs between one target and as many as a byte can name");
        }
    }

    /** All targets, or the one asked for, with so much time each. */
    static List<Batch> of(Optional<Target> only, double secondsEach) {
        List<Target> targets = only.map(List::of).orElse(List.of(Target.values()));
        if (secondsEach >= ALONE || targets.size() == 1) {
            return targets.stream()
                    .map(each -> new Batch(each.folder(), List.of(each)))
                    .toList();
        }
        Map<Kind, List<Target>> kinds =
                targets.stream().collect(Collectors.groupingBy(Target::kind, LinkedHashMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> new Batch(kind.getKey().name().toLowerCase(Locale.ROOT), kind.getValue()))
                .toList();
    }

    /** The one that {@link #names} described. */
    static Batch named(String names) {
        return new Batch(
                names, Arrays.stream(names.split(",")).map(Target::valueOf).toList());
    }

    String names() {
        return targets.stream().map(Target::name).collect(Collectors.joining(","));
    }

    boolean isShared() {
        return targets.size() > 1;
    }

    /** Every byte names one, so that no input is for nobody. */
    int whose(byte[] input) {
        return input.length == 0 ? 0 : Byte.toUnsignedInt(input[0]) % targets.size();
    }

    /** What its target is given: without the byte in front, and no longer than what is made for it. */
    byte[] stripped(byte[] input) {
        if (!isShared()) {
            return input;
        }
        int longest = targets.get(whose(input)).longest();
        return Arrays.copyOfRange(input, Math.min(1, input.length), Math.min(input.length, 1 + longest));
    }

    /** An input of a target's corpus as this batch takes it. */
    byte[] addressed(Target target, byte[] input) {
        if (!isShared()) {
            return input;
        }
        byte[] addressed = new byte[1 + input.length];
        addressed[0] = (byte) targets.indexOf(target);
        System.arraycopy(input, 0, addressed, 1, input.length);
        return addressed;
    }

    int longest() {
        return targets.stream().mapToInt(Target::longest).max().orElseThrow() + (isShared() ? 1 : 0);
    }

    @Override
    public String toString() {
        return name;
    }
}
