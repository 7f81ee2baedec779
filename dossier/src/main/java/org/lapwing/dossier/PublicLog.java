// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lapwing.tlog.BlankLeaves;
import org.lapwing.tlog.Checkpoint;
import org.lapwing.tlog.Hash;
import org.lapwing.tlog.LogKey;
import org.lapwing.tlog.MerkleTree;
import org.lapwing.tlog.TlogProof;
import org.lapwing.tlog.TreeHead;

/**
 * The log that the world sees: the leaves of every publication so far, and no others. Each publication continues it, so
 * that two packages never show two histories. Whoever publishes keeps its leaves.
 */
public record PublicLog(LogKey key, List<byte[]> leaves) {
    public PublicLog {
        leaves = List.copyOf(leaves);
    }

    /** What a publication adds, and the proofs of its leaves in the order in which they were given. */
    record Continued(List<byte[]> added, List<TlogProof> proofs) {}

    /**
     * The log with these leaves, filled with blank ones to the next multiple of 256 and in random order: a place tells
     * nothing.
     */
    Continued with(List<byte[]> published, LocalDate day, SecureRandom random) {
        List<byte[]> added = new ArrayList<>(published);
        added.addAll(BlankLeaves.fill(leaves.size() + published.size(), random));
        shuffle(added, random);
        List<byte[]> all = new ArrayList<>(leaves);
        all.addAll(added);
        List<Hash> hashes = MerkleTree.leafHashes(all);
        String signed =
                new Checkpoint(key.name(), new TreeHead(hashes.size(), MerkleTree.root(hashes))).sign(key, noon(day));
        List<TlogProof> proofs = published.stream()
                .map(leaf -> leaves.size() + placeOf(leaf, added))
                .map(index -> new TlogProof(index, MerkleTree.inclusionProof(hashes, index), signed))
                .toList();
        return new Continued(List.copyOf(added), proofs);
    }

    /** The checkpoint tells the day of publishing and no hour. */
    private static Clock noon(LocalDate day) {
        return Clock.fixed(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static void shuffle(List<byte[]> leaves, RandomGenerator random) {
        for (int i = leaves.size() - 1; i > 0; i--) {
            Collections.swap(leaves, i, random.nextInt(i + 1));
        }
    }

    private static int placeOf(byte[] leaf, List<byte[]> in) {
        for (int i = 0; i < in.size(); i++) {
            if (Arrays.equals(in.get(i), leaf)) {
                return i;
            }
        }
        throw new DossierException("a published leaf is not in its log");
    }
}
