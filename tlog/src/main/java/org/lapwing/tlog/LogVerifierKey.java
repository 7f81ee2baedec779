// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * What a verifier holds to recognise a log: both its public keys under its one name. As text two lines, the Ed25519
 * verifier key before the ML-DSA-44 one, each ended by a newline.
 */
public record LogVerifierKey(NoteKey ed25519, NoteKey mlDsa44) {
    public LogVerifierKey {
        if (ed25519.type() != NoteKey.Type.ED25519 || mlDsa44.type() != NoteKey.Type.ML_DSA_44_COSIGNATURE) {
            throw new TlogException("a log has an Ed25519 and an ML-DSA-44 key, in this order");
        }
        if (!ed25519.name().equals(mlDsa44.name())) {
            throw new TlogException("both keys of a log have its name");
        }
    }

    public static Reading<LogVerifierKey> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 3 || !lines[2].isEmpty()) {
            return new Reading.Refused<>("a log key has two lines, each ended by a newline");
        }
        Reading<NoteKey> first = NoteKey.parse(lines[0]);
        Reading<NoteKey> second = NoteKey.parse(lines[1]);
        if (first instanceof Reading.Refused<NoteKey>(var reason)) {
            return new Reading.Refused<>("line 1: " + reason);
        }
        if (second instanceof Reading.Refused<NoteKey>(var reason)) {
            return new Reading.Refused<>("line 2: " + reason);
        }
        NoteKey ed25519 = first.orThrow();
        NoteKey mlDsa44 = second.orThrow();
        if (ed25519.type() != NoteKey.Type.ED25519 || mlDsa44.type() != NoteKey.Type.ML_DSA_44_COSIGNATURE) {
            return new Reading.Refused<>("line 1 must be the Ed25519 key, line 2 the ML-DSA-44 key");
        }
        if (!ed25519.name().equals(mlDsa44.name())) {
            return new Reading.Refused<>("both lines must have the same name");
        }
        return new Reading.Read<>(new LogVerifierKey(ed25519, mlDsa44));
    }

    /** From its two keys in whichever order they are listed, as in a roster, which sorts them. */
    public static Reading<LogVerifierKey> ofLines(List<String> keys) {
        return keys.size() == 2 && parse(lines(keys)) instanceof Reading.Read<LogVerifierKey> read
                ? read
                : parse(lines(keys.reversed()));
    }

    private static String lines(List<String> keys) {
        return keys.stream().map(key -> key + "\n").collect(Collectors.joining());
    }

    /** The log's name, which is its checkpoints' origin. */
    public String name() {
        return ed25519.name();
    }

    public String text() {
        return ed25519.text() + "\n" + mlDsa44.text() + "\n";
    }

    /** RFC 8032 on Bouncy Castle, which the JDK's own was measured to be eight times slower than. */
    boolean verifiesEd25519(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, ed25519.publicKey(), 0, message, 0, message.length);
    }

    /** FIPS 204, ML-DSA-44, empty context. */
    boolean verifiesMlDsa44(byte[] message, ByteBuffer signature) {
        return verifiesMlDsa44(mlDsa44, message, signature);
    }

    static boolean verifiesMlDsa44(NoteKey key, byte[] message, ByteBuffer signature) {
        byte[] bytes = new byte[signature.remaining()];
        signature.get(bytes);
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, key.publicKey()));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(bytes);
    }
}
