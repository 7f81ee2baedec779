// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Fields;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.ShredKey;
import org.lapwing.seal.SigningKey;
import org.lapwing.seal.VerifyKey;

/** An invented group: two members, compartments with keys, one source. All from a seed, so two processes can share it. */
final class Group {
    static final Instant TIME = Instant.parse("2031-04-05T06:07:08Z");

    final SecureRandom random = new SecureRandom();
    final Author wren;
    final Author siskin;
    final ConcurrentMap<Id, VerifyKey> roster = new ConcurrentHashMap<>();
    final ConcurrentMap<Id, ShredKey> shredKeys = new ConcurrentHashMap<>();
    final Id source;

    Group() {
        this(1);
    }

    Group(int seed) {
        wren = member(seed, 1);
        siskin = member(seed, 2);
        source = shredKey(seed);
    }

    private Author member(int seed, int number) {
        SigningKey key = SigningKey.fromSeed(bytes(32, seed * 16 + number));
        Author author = new Author(Id.of(bytes(16, seed * 16 + number)), key);
        roster.put(author.member(), key.verifyKey());
        return author;
    }

    Id shredKey(int number) {
        Id id = Id.of(bytes(16, 100 + number));
        shredKeys.put(id, ShredKey.of(id.bytes(), bytes(32, 100 + number)));
        return id;
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static Epoch epoch(String compartment, int number) {
        return Epoch.of(compartment, number, bytes(32, compartment.hashCode() + number));
    }

    Surroundings surroundings() {
        return new Surroundings(
                Clock.fixed(TIME, ZoneOffset.UTC), random, member -> Optional.ofNullable(roster.get(member)));
    }

    /** Keys of these compartments, epoch 1. */
    Keyring keys(String... compartments) {
        Map<String, List<Epoch>> epochs = new ConcurrentHashMap<>();
        for (String compartment : compartments) {
            epochs.put(compartment, List.of(epoch(compartment, 1)));
        }
        return keys(epochs);
    }

    /** Keys of these epochs, the newest last. */
    Keyring keys(Map<String, List<Epoch>> epochs) {
        return new Keyring() {
            @Override
            public Optional<Epoch> newest(String compartment) {
                List<Epoch> all = epochs(compartment);
                return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
            }

            @Override
            public List<Epoch> epochs(String compartment) {
                return epochs.getOrDefault(compartment, List.of());
            }

            @Override
            public Optional<ShredKey> shredKey(Id id) {
                return Optional.ofNullable(shredKeys.get(id));
            }
        };
    }

    Draft note(String compartment, String words, Id... subjects) {
        return new Draft("NoteTaken", 1, compartment, List.of(subjects), source, Fields.of(Map.of(0, Json.of(words))));
    }

    List<Draft> notes(String compartment, int count) {
        List<Draft> notes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            notes.add(note(compartment, "note " + i));
        }
        return notes;
    }

    static String words(Read read) {
        return ((Read.Live) read).entry().fields().at(0).orElseThrow().text();
    }
}
