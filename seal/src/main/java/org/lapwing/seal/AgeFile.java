// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.lapwing.seal.AgeFileException.Fault.HEADER;
import static org.lapwing.seal.AgeFileException.Fault.MIXED;
import static org.lapwing.seal.AgeFileException.Fault.NOT_HYBRID;
import static org.lapwing.seal.AgeFileException.Fault.NO_MATCH;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * age v1 files (C2SP age.md) to hybrid recipients, as streams both ways. What is sealed here, {@code age} 1.3 or newer
 * opens, and the reverse.
 *
 * <p>Guaranteed: each byte handed out by an opening stream is authenticated; a file cut short, altered or extended throws
 * {@link AgeFileException} instead of ending. Not guaranteed: who sealed it (age has no sender), and that a file whose
 * stream was not read to its end is whole.
 */
public final class AgeFile {

    /** Longest header that is read: about 160 recipients. */
    public static final int MAX_HEADER_BYTES = 256 * 1024;

    /** Most recipients that a file is sealed to. */
    public static final int MAX_RECIPIENTS = 100;

    private static final byte[] INFO = "age-encryption.org/mlkem768x25519".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_AAD = new byte[0];
    private static final int FILE_KEY_BYTES = 16;
    private static final int BODY_BYTES = FILE_KEY_BYTES + Hpke.TAG_BYTES;

    private AgeFile() {}

    /**
     * Writes the header to {@code out} and gives the stream that takes the plaintext; its {@code close} finishes the file
     * and closes {@code out}.
     */
    public static SealingStream seal(List<HybridRecipient> to, OutputStream out, SecureRandom random)
            throws IOException {
        return new SealingStream(out, begin(to, out, random));
    }

    /** Writes all that comes before the first chunk. */
    private static PayloadCipher begin(List<HybridRecipient> to, OutputStream out, SecureRandom random)
            throws IOException {
        SequencedSet<HybridRecipient> recipients = new LinkedHashSet<>(to);
        if (recipients.isEmpty() || recipients.size() > MAX_RECIPIENTS) {
            throw new SealException("An age file is sealed to 1 to %d recipients, not to %d."
                    .formatted(MAX_RECIPIENTS, recipients.size()));
        }
        byte[] fileKey = new byte[FILE_KEY_BYTES];
        byte[] nonce = new byte[PayloadCipher.NONCE_BYTES];
        random.nextBytes(fileKey);
        random.nextBytes(nonce);
        List<AgeStanza> stanzas =
                recipients.stream().map(r -> wrap(r, fileKey, random)).toList();
        out.write(AgeHeader.of(stanzas, fileKey).encoded());
        out.write(nonce);
        PayloadCipher cipher = PayloadCipher.sealing(fileKey, nonce);
        Arrays.fill(fileKey, (byte) 0);
        return cipher;
    }

    /**
     * Seals all of {@code in} into {@code out} and closes {@code out}. If reading or writing fails, what is in {@code out}
     * is a file that every reader refuses. Of a long source, two threads seal batches while this one reads and writes; 10
     * MiB of memory at most.
     */
    public static void seal(List<HybridRecipient> to, InputStream in, OutputStream out, SecureRandom random)
            throws IOException {
        // the header leaves nothing open: whatever fails from here on, no final chunk is written
        try (out) {
            new BulkSealing(begin(to, out, random)).seal(in, out);
        }
    }

    /** Seals a small content that is in memory already. */
    public static byte[] sealBytes(List<HybridRecipient> to, byte[] content, SecureRandom random) {
        var out = new ByteArrayOutputStream(content.length + 2048 * to.size() + 256);
        try (SealingStream sealing = seal(to, out, random)) {
            sealing.write(content, 0, content.length);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    /**
     * Reads the header of {@code in} and gives the stream of the plaintext, which throws {@link AgeFileException} where
     * the file is at fault. Armored files go through {@link AgeArmor} first.
     *
     * @throws AgeFileException if the header is at fault or none of the identities is a recipient
     */
    public static InputStream open(List<HybridIdentity> with, InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in);
        AgeHeader header = AgeHeader.read(buffered, MAX_HEADER_BYTES);
        byte[] fileKey = unwrap(with, header);
        header.verify(fileKey);
        return payload(buffered, fileKey);
    }

    /** Opens a small file that is in memory already. */
    public static byte[] openBytes(List<HybridIdentity> with, byte[] file) {
        try (InputStream plain = open(with, new ByteArrayInputStream(file))) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /** The plaintext of a payload, from its nonce on. */
    static InputStream payload(InputStream in, byte[] fileKey) throws IOException {
        byte[] nonce = in.readNBytes(PayloadCipher.NONCE_BYTES);
        if (nonce.length < PayloadCipher.NONCE_BYTES) {
            throw new AgeFileException(HEADER, "This age file is cut short: it ends before its 16-byte nonce.");
        }
        return new OpeningStream(in, PayloadCipher.opening(fileKey, nonce));
    }

    private static AgeStanza wrap(HybridRecipient recipient, byte[] fileKey, SecureRandom random) {
        byte[] box = Hpke.seal(recipient, INFO, NO_AAD, fileKey, random);
        String enc = Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(box, Hpke.ENC_BYTES));
        return new AgeStanza(List.of(AgeStanza.HYBRID, enc), Arrays.copyOfRange(box, Hpke.ENC_BYTES, box.length));
    }

    private static byte[] unwrap(List<HybridIdentity> with, AgeHeader header) {
        List<AgeStanza> hybrid =
                header.stanzas().stream().filter(AgeStanza::isHybrid).toList();
        if (hybrid.isEmpty()) {
            throw new AgeFileException(NOT_HYBRID, """
                This age file has no hybrid recipient; accepted are files sealed to "age1pq1...".
                Maybe it was sealed to a classic key or a passphrase: open it with age, and seal it again.\
                """);
        }
        List<WrappedKey> keys = hybrid.stream().map(WrappedKey::of).toList();
        if (header.stanzas().stream().anyMatch(AgeStanza::isClassic)) {
            // age.md allows an identity to insist on this; such a file is only as strong as its weakest recipient
            throw new AgeFileException(MIXED, """
                This age file is sealed to hybrid and to classic recipients; accepted are hybrid ones only.
                Maybe open it with age, and seal it again.\
                """);
        }
        for (HybridIdentity identity : with) {
            for (WrappedKey key : keys) {
                byte[] fileKey = key.openedWith(identity);
                if (fileKey != null) {
                    return fileKey;
                }
            }
        }
        throw new AgeFileException(
                NO_MATCH,
                "This age file is sealed to %d recipient%s, and none of the %d key%s given is among them."
                        .formatted(keys.size(), keys.size() == 1 ? "" : "s", with.size(), with.size() == 1 ? "" : "s"));
    }

    /** A hybrid stanza whose form was checked before any key is tried on it (age.md, "mlkem768x25519"). */
    private record WrappedKey(byte[] enc, byte[] body) {

        static WrappedKey of(AgeStanza stanza) {
            if (stanza.arguments().size() != 2) {
                throw malformed("two arguments", null);
            }
            byte @Nullable [] enc = StrictBase64.unpadded(stanza.arguments().getLast());
            if (enc == null || enc.length != Hpke.ENC_BYTES) {
                throw malformed("1,120 bytes in canonical base64 as second argument", null);
            }
            if (stanza.body().length != BODY_BYTES) {
                // before decrypting: a longer key could be crafted to open for several identities
                throw malformed("a body of 32 bytes", null);
            }
            return new WrappedKey(enc, stanza.body());
        }

        byte @Nullable [] openedWith(HybridIdentity identity) {
            try {
                return Hpke.open(identity.pair(), enc, INFO, NO_AAD, body);
            } catch (Hpke.WrongKey _) {
                return null;
            } catch (Hpke.MalformedEncapsulation e) {
                throw malformed("an X25519 share that is not of low order", e);
            }
        }

        private static AgeFileException malformed(String accepted, @Nullable Throwable cause) {
            return new AgeFileException(
                    HEADER,
                    "A hybrid recipient in this age file's header is malformed: accepted is " + accepted + ".",
                    cause);
        }
    }
}
