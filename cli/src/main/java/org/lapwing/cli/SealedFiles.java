// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.lapwing.evacuation.EvacuationException;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.form.PlanJson;
import org.lapwing.evacuation.form.SituationReader;
import org.lapwing.seal.AgeArmor;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.SealException;
import picocli.CommandLine.Option;

/** Files that are age files or plain; of plain situations and plans it warns. With a key, what comes out is sealed to it again. */
final class SealedFiles {
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final String AGE = "age-encryption.org/";
    private static final String ARMOR = "-----BEGIN AGE ENCRYPTED FILE-----";

    @Option(
            names = {"-i", "--identity"},
            paramLabel = "KEYFILE",
            description = "Opens sealed files and seals what is written, to the same keys; may be given again.")
    private List<Path> keyFiles = List.of();

    private boolean warned;

    Situation situation(Path file, Terminal terminal) throws IOException {
        try {
            return SituationReader.read(text(file, terminal));
        } catch (EvacuationException e) {
            throw new BadInput(file.toString(), e);
        }
    }

    Plan plan(Path file, Terminal terminal) throws IOException {
        try {
            return PlanJson.read(text(file, terminal));
        } catch (EvacuationException e) {
            throw new BadInput(file.toString(), e);
        }
    }

    void write(Path file, String text, Terminal terminal) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<HybridIdentity> identities = Source.identities(keyFiles);
        new Destination(terminal, file).write(out -> {
            if (identities.isEmpty()) {
                out.write(bytes);
            } else {
                AgeFile.seal(
                        identities.stream().map(HybridIdentity::recipient).toList(),
                        new ByteArrayInputStream(bytes),
                        out,
                        new SecureRandom());
            }
        });
    }

    /** What the file holds, opened if it is sealed. */
    byte[] content(Path file, Terminal terminal) throws IOException {
        byte[] bytes = bytes(file, terminal);
        return isSealed(bytes) ? opened(file, bytes) : bytes;
    }

    private static boolean isSealed(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
        return beginning.startsWith(AGE) || beginning.startsWith(ARMOR);
    }

    private static byte[] bytes(Path file, Terminal terminal) throws IOException {
        byte[] bytes;
        try (InputStream in = new Source(terminal, file).open()) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new BadInput(file + ": it is larger than 64 MiB");
        }
        return bytes;
    }

    private String text(Path file, Terminal terminal) throws IOException {
        byte[] bytes = bytes(file, terminal);
        if (isSealed(bytes)) {
            bytes = opened(file, bytes);
        } else if (!warned) {
            warned = true;
            terminal.err().println("Note: " + file + " is not sealed. Whoever gets this file knows who sleeps where.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new BadInput(file + ": it is not UTF-8 text");
        }
    }

    private byte[] opened(Path file, byte[] bytes) throws IOException {
        List<HybridIdentity> identities = Source.identities(keyFiles);
        if (identities.isEmpty()) {
            throw new BadInput(file + ": it is sealed; name the file of your key with -i");
        }
        try {
            return AgeFile.open(identities, AgeArmor.unwrapped(new ByteArrayInputStream(bytes)))
                    .readAllBytes();
        } catch (SealException e) {
            throw new BadInput(file.toString(), e);
        }
    }
}
