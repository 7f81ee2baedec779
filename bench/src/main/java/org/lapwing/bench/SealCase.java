// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Box;
import org.lapwing.seal.HybridIdentity;

/** How fast secrets are sealed, on one core, beside OpenSSL and, where it is there, age. */
final class SealCase implements Case {
    private static final int FILE = 64 << 20;
    private static final int[] LARGE = {256, 2048};

    private final SecureRandom random = new SecureRandom();
    private final HybridIdentity identity = HybridIdentity.generate(random);

    @Override
    public String name() {
        return "seal";
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        byte[] secret = Workplace.bytes(32);
        byte[] label = "lapwing/bench/v1".getBytes(UTF_8);
        Rounds seals = Rounds.warm(
                5, () -> Rounds.aSecond(0.8, () -> Box.seal(identity.recipient(), label, label, secret, random)));
        figures.add(Figure.judged(
                name(),
                "hybrid seals (X-Wing, HPKE) on one core",
                seals.text("/s"),
                new Figure.Target("4,000 /s", seals.middle() >= 4000)));
        byte[] box = Box.seal(identity.recipient(), label, label, secret, random);
        figures.add(Figure.plain(
                name(),
                "hybrid openings on one core",
                Rounds.warm(5, () -> Rounds.aSecond(0.5, () -> Box.open(identity, label, label, box)))
                        .text("/s")));
        byte[] report = Workplace.bytes(4096);
        figures.add(Figure.plain(
                name(),
                "age files of 4 kB on one core",
                Rounds.warm(
                                5,
                                () -> Rounds.aSecond(
                                        0.5, () -> AgeFile.sealBytes(List.of(identity.recipient()), report, random)))
                        .text("/s")));
        figures.addAll(streams());
        figures.addAll(TinkPeer.measure(name(), identity, FILE));
        figures.addAll(large(place));
        return figures;
    }

    private List<Figure> streams() {
        byte[] content = Workplace.bytes(FILE);
        double megabytes = FILE / 1e6;
        Rounds sealing = Rounds.warm(
                5,
                () -> megabytes
                        * Rounds.aSecond(
                                0.1,
                                () -> AgeFile.seal(
                                        List.of(identity.recipient()),
                                        new ByteArrayInputStream(content),
                                        OutputStream.nullOutputStream(),
                                        random)));
        byte[] sealed = AgeFile.sealBytes(List.of(identity.recipient()), content, random);
        Rounds opening = Rounds.warm(
                5,
                () -> megabytes
                        * Rounds.aSecond(0.1, () -> {
                            try (var in = AgeFile.open(List.of(identity), new ByteArrayInputStream(sealed))) {
                                in.transferTo(OutputStream.nullOutputStream());
                            }
                        }));
        return List.of(
                Figure.plain(name(), "age file of 64 MiB sealed in memory", sealing.text("MB/s")),
                Figure.plain(name(), "the same opened", opening.text("MB/s")));
    }

    /** The same files through whole processes: ours, and age where there is one that knows hybrid keys. */
    private List<Figure> large(Workplace place) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        chachaOfOpenSsl().ifPresent(figures::add);
        Path folder = place.empty("seal");
        for (int mebibytes : LARGE) {
            Path file = folder.resolve("large.bin");
            byte[] block = Workplace.bytes(1 << 20);
            try (OutputStream out = Files.newOutputStream(file)) {
                for (int i = 0; i < mebibytes; i++) {
                    out.write(block);
                }
            }
            figures.addAll(processes(place, file, "file of %,d MiB".formatted(mebibytes)));
        }
        Workplace.sweep(folder);
        return figures;
    }

    /**
     * We force the sealed file to the disk before we say that it is there; age does not. So its figure stands twice: as it
     * is, and with {@code sync FILE} behind it, which is what ours is measured against.
     */
    private List<Figure> processes(Workplace place, Path file, String what) throws IOException, InterruptedException {
        String recipient = identity.recipient().toString();
        Path sealed = file.resolveSibling("large.bin.age");
        List<String> ours = Child.room(
                place,
                "cli",
                "org.lapwing.cli.Lapwing",
                "seal",
                "-r",
                recipient,
                "-o",
                sealed.toString(),
                file.toString());
        Optional<String> age = Child.onPath("age");
        if (age.isEmpty()) {
            Rounds alone = seconds(sealed, List.of(ours));
            return List.of(Figure.plain(
                    name(), what + ", `lapwing seal` as a process; no age on this machine", alone.text("s")));
        }
        List<String> theirs = List.of(age.get(), "-r", recipient, "-o", sealed.toString(), file.toString());
        Rounds unforced = seconds(sealed, List.of(theirs));
        Rounds forced = seconds(sealed, List.of(theirs, List.of("sync", sealed.toString())));
        Rounds measured = seconds(sealed, List.of(ours));
        String version = Child.finish(List.of(age.get(), "--version")).strip();
        return List.of(
                Figure.peer(
                        name(),
                        what + ", `age` " + version + " as a process, not forced to the disk",
                        unforced.text("s")),
                Figure.peer(name(), what + ", `age` and `sync`: on the disk", forced.text("s")),
                Figure.judged(
                        name(),
                        what + ", `lapwing seal` as a process: on the disk",
                        measured.text("s") + ", " + Rounds.number(measured.middle() / forced.middle()) + " times age's",
                        new Figure.Target("as fast as age", measured.middle() <= forced.middle())));
    }

    private static Rounds seconds(Path made, List<List<String>> commands) throws IOException, InterruptedException {
        double[] seconds = new double[3];
        for (int i = -1; i < seconds.length; i++) {
            Files.deleteIfExists(made);
            long start = System.nanoTime();
            for (List<String> command : commands) {
                Child.finish(command);
            }
            if (i >= 0) {
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        return Rounds.of(seconds);
    }

    private Optional<Figure> chachaOfOpenSsl() throws IOException, InterruptedException {
        Optional<String> openssl = Child.onPath("openssl");
        if (openssl.isEmpty()) {
            return Optional.empty();
        }
        String told = Child.finish(
                List.of(openssl.get(), "speed", "-seconds", "1", "-bytes", "65536", "-evp", "chacha20-poly1305"));
        Matcher rate = Pattern.compile("(?i)^chacha20-poly1305\\s+([0-9.]+)k", Pattern.MULTILINE)
                .matcher(told);
        return rate.find()
                ? Optional.of(Figure.peer(
                        name(),
                        "OpenSSL's ChaCha20-Poly1305 in memory",
                        Rounds.number(Double.parseDouble(rate.group(1)) / 1000) + " MB/s"))
                : Optional.empty();
    }
}
