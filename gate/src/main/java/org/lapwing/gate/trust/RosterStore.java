// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lapwing.gate.GateException;
import org.lapwing.gate.spool.Durable;
import org.lapwing.seal.RootVerifyKeys;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterChain;
import org.lapwing.seal.SealException;

/** The chain of rosters in a folder, one file for each version ({@code 00001}, {@code 00002} ...), from the pinned root. */
final class RosterStore {

    private static final byte[] FIRST_LINE = "LAPWING-ROSTER-1\n".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final RootVerifyKeys root;
    private List<byte[]> texts;
    private RosterChain.Accepted chain;

    private RosterStore(Path folder, RootVerifyKeys root, List<byte[]> texts, RosterChain.Accepted chain) {
        this.folder = folder;
        this.root = root;
        this.texts = texts;
        this.chain = chain;
    }

    /**
     * Opens the gate's own copy, made at the first start from what the group hands over; a longer chain there that goes on
     * from ours is taken too.
     *
     * @param handedOver a folder of versions, beside which lies {@code root.pin}
     */
    static RosterStore open(Path data, Path handedOver) throws IOException {
        RootVerifyKeys root = pinned(data.resolve("root.pin"), handedOver.resolveSibling("root.pin"));
        Path own = data.resolve("roster");
        Files.createDirectories(own);
        List<byte[]> texts = read(own);
        boolean first = texts.isEmpty();
        if (first) {
            texts = read(handedOver);
        }
        return switch (RosterChain.verify(root, texts)) {
            case RosterChain.Refused(int version, String reason) ->
                throw new GateException((first ? handedOver : own) + ", roster " + version + ": " + reason);
            case RosterChain.Accepted accepted -> {
                RosterStore store = new RosterStore(own, root, texts, accepted);
                if (first) {
                    store.write(texts, 0);
                } else if (Files.isDirectory(handedOver)) {
                    store.extend(join(read(handedOver))); // refused if it is older: ours stands
                }
                yield store;
            }
        };
    }

    private static RootVerifyKeys pinned(Path own, Path handedOver) throws IOException {
        if (!Files.exists(own)) {
            if (!Files.exists(handedOver)) {
                throw new GateException("there is no " + handedOver
                        + "; accepted is a file with one line, \"LAPWING-ROOT-1\" and the root's public keys");
            }
            parse(handedOver);
            Durable.write(own, Files.readAllBytes(handedOver));
        }
        RootVerifyKeys root = parse(own);
        if (Files.exists(handedOver) && !parse(handedOver).text().equals(root.text())) {
            throw new GateException(handedOver + " names another root than the one pinned in " + own
                    + ".\nMaybe this data folder belongs to another group.");
        }
        return root;
    }

    private static RootVerifyKeys parse(Path file) throws IOException {
        try {
            return RootVerifyKeys.parse(Files.readString(file));
        } catch (SealException e) {
            throw new GateException(file + ": " + e.getMessage());
        }
    }

    synchronized Roster latest() {
        return chain.latest();
    }

    /** Takes a whole chain that begins with ours; empty if it did, or if it is ours. */
    synchronized Optional<String> extend(byte[] whole) throws IOException {
        List<byte[]> offered = split(whole);
        return switch (RosterChain.verify(root, offered)) {
            case RosterChain.Refused(int version, String reason) -> Optional.of("roster " + version + ": " + reason);
            case RosterChain.Accepted accepted -> {
                int ours = chain.versions().size();
                if (accepted.versions().size() < ours) {
                    yield Optional.of(
                            "it ends at version " + accepted.versions().size() + "; here is version " + ours);
                }
                for (int i = 0; i < ours; i++) {
                    if (!Arrays.equals(
                            accepted.versions().get(i).digest(),
                            chain.versions().get(i).digest())) {
                        yield Optional.of("its version " + (i + 1) + " is not the one here: a fork");
                    }
                }
                write(offered, ours);
                texts = offered;
                chain = accepted;
                yield Optional.empty();
            }
        };
    }

    private void write(List<byte[]> all, int from) throws IOException {
        for (int i = from; i < all.size(); i++) {
            Durable.write(folder.resolve("%05d".formatted(i + 1)), all.get(i));
        }
    }

    /** A chain as one text: each roster begins with its first line, which stands nowhere else in one. */
    static List<byte[]> split(byte[] whole) {
        var texts = new ArrayList<byte[]>();
        int start = 0;
        for (int i = 0; i < whole.length; i++) {
            boolean lineStart = i > 0 && whole[i - 1] == '\n';
            int end = i + FIRST_LINE.length;
            if (lineStart && end <= whole.length && Arrays.equals(whole, i, end, FIRST_LINE, 0, FIRST_LINE.length)) {
                texts.add(Arrays.copyOfRange(whole, start, i));
                start = i;
            }
        }
        texts.add(Arrays.copyOfRange(whole, start, whole.length));
        return texts;
    }

    private static byte[] join(List<byte[]> texts) {
        var whole = new ByteArrayOutputStream();
        texts.forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private static List<byte[]> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new GateException("there is no folder " + folder
                    + "; accepted is one with the roster's versions, 00001, " + "00002 and so on");
        }
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder, "[0-9][0-9][0-9][0-9][0-9]*")) {
            each.forEach(files::add);
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        var texts = new ArrayList<byte[]>();
        for (Path file : files) {
            texts.add(Files.readAllBytes(file));
        }
        return texts;
    }
}
