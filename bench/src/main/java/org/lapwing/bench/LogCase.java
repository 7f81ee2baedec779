// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lapwing.tlog.Checkpoint;
import org.lapwing.tlog.LeafSource;
import org.lapwing.tlog.LogKey;
import org.lapwing.tlog.TilesInMemory;
import org.lapwing.tlog.TlogProof;
import org.lapwing.tlog.TreeHead;
import org.lapwing.tlog.Verdict;

/** A log of a million leaves rebuilt and verified, and proofs from it, beside the machine's own SHA-256. */
final class LogCase implements Case {
    private static final int LEAVES = 1_000_000;
    private static final int PROOFS = 5000;

    private final LogKey key = new LogKey("log.morvel.example/bench", new byte[LogKey.SECRET_BYTES]);

    @Override
    public String name() {
        return "tlog";
    }

    @Override
    public List<Figure> measure(Workplace place) {
        SplittableRandom random = new SplittableRandom(Workplace.SEED);
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < LEAVES; i++) {
            byte[] leaf = new byte[32];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        LeafSource source = LeafSource.of(leaves);
        TilesInMemory tiles = new TilesInMemory();
        TreeHead head = tiles.writeUpTo(source, LEAVES);
        String signed = new Checkpoint(key.name(), head).sign(key, Clock.systemUTC());
        double nodes = Rounds.warm(3, () -> nodeHashes(1)).middle();
        double both = Rounds.warm(3, () -> nodeHashes(2)).middle();
        Rounds rebuilt = Rounds.warm(5, () -> {
            long start = System.nanoTime();
            TreeHead again = new TilesInMemory().writeUpTo(source, LEAVES);
            if (!again.equals(head) || !(Checkpoint.verify(signed, key.verifier()) instanceof Verdict.Verified)) {
                throw new IllegalStateException("the rebuilt log is another one");
            }
            return (System.nanoTime() - start) / 1e9;
        });
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.peer(name(), "SHA-256 of 65 bytes on one core", Rounds.number(nodes) + " /s"));
        figures.add(Figure.peer(name(), "the same on two threads", Rounds.number(both) + " /s"));
        figures.add(Figure.judged(
                name(),
                "a million leaves rebuilt into tiles, root and signatures verified",
                rebuilt.text("s") + ", " + Rounds.number(2 * LEAVES / rebuilt.middle() / nodes)
                        + " of one core's SHA-256 rate",
                new Figure.Target("2 s", rebuilt.middle() <= 2)));
        figures.addAll(proofs(leaves, tiles, signed));
        return figures;
    }

    private List<Figure> proofs(List<byte[]> leaves, TilesInMemory tiles, String signed) {
        SplittableRandom random = new SplittableRandom(Workplace.SEED + 1);
        double[] making = new double[PROOFS];
        double[] verifying = new double[PROOFS];
        for (int i = -PROOFS; i < PROOFS; i++) {
            int index = random.nextInt(LEAVES);
            long start = System.nanoTime();
            TlogProof proof = TlogProof.of(tiles, index, signed);
            long made = System.nanoTime();
            if (!(proof.verify(leaves.get(index), key.verifier()) instanceof Verdict.Verified)) {
                throw new IllegalStateException("a proof does not verify");
            }
            if (i >= 0) {
                making[i] = (made - start) / 1e6;
                verifying[i] = (System.nanoTime() - made) / 1e6;
            }
        }
        Rounds made = Rounds.of(making);
        Rounds verified = Rounds.of(verifying);
        return List.of(
                Figure.judged(
                        name(),
                        "a proof out of a million leaves, tiles in memory, p50 and p99",
                        Rounds.number(made.middle()) + " and " + Rounds.number(made.quantile(0.99)) + " ms",
                        new Figure.Target("1 ms", made.quantile(0.99) < 1)),
                Figure.plain(
                        name(),
                        "the same verified with both signatures, p50 and p99",
                        Rounds.number(verified.middle()) + " and " + Rounds.number(verified.quantile(0.99)) + " ms"));
    }

    private static double nodeHashes(int threads) {
        List<Thread> working = new ArrayList<>();
        double[] rates = new double[threads];
        for (int i = 0; i < threads; i++) {
            int at = i;
            working.add(Thread.ofPlatform().start(() -> rates[at] = nodeHashes()));
        }
        double sum = 0;
        try {
            for (int i = 0; i < threads; i++) {
                working.get(i).join();
                sum += rates[i];
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("stopped while measuring", e);
        }
        return sum;
    }

    private static double nodeHashes() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] node = Workplace.bytes(65);
            return 1000
                    * Rounds.aSecond(0.7, () -> {
                        for (int i = 0; i < 1000; i++) {
                            sha.update(node);
                            node[i % 65] = sha.digest()[0];
                        }
                    });
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
