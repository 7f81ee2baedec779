// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A named secret of 32 bytes given by one member to one member: a compartment's epoch, or the log's key, the shred
 * store's, the desk's.
 *
 * <p>Guaranteed when {@link #open} answers {@link GrantOpening.Opened}: a member whom some version of the roster carries
 * signed it for this reader, and a compartment's secret is the one whose public half the roster lists. Immutable; shows
 * nothing of the secret in {@link #toString()}.
 */
public final class Grant {

    public static final int SECRET_BYTES = 32;

    private static final String LABEL = "lapwing/grant/v1";
    private static final String SIGNATURE_LABEL = "lapwing/grant-signature/v1";
    private static final int ID_BYTES = 26;
    private static final int PLAIN_BYTES = SECRET_BYTES + ID_BYTES + 64;

    private final String name;
    private final int epoch;
    private final byte[] secret;

    private Grant(String name, int epoch, byte[] secret) {
        this.name = Names.name(name, "a grant's name");
        if (epoch < 1) {
            throw new SealException("a grant's epoch is numbered from 1; given was " + epoch);
        }
        this.epoch = epoch;
        this.secret = secret;
    }

    /** The grant of a secret that is no compartment's: {@code log}, {@code shred}, {@code desk}. */
    public static Grant of(String name, int epoch, byte[] secret) {
        return new Grant(name, epoch, Layout.exactly(SECRET_BYTES, secret, "a granted secret"));
    }

    /** The grant of a compartment's epoch. */
    public static Grant of(Epoch epoch) {
        return new Grant(epoch.compartment(), epoch.number(), epoch.revealSecret());
    }

    public String name() {
        return name;
    }

    public int epoch() {
        return epoch;
    }

    /** The compartment's epoch that this grant is of. */
    public Epoch asEpoch() {
        return Epoch.of(name, epoch, secret);
    }

    public byte[] revealSecret() {
        return secret.clone();
    }

    /** For {@code to} alone, signed by {@code by} inside. */
    public byte[] seal(Roster.Member to, Signer by, SecureRandom random) {
        byte[] clear = clear(name, epoch, to.id());
        byte[] plain = new Layout()
                .raw(secret)
                .raw(ascii(by.member()))
                .raw(by.key().sign(signed(clear, by.member(), secret)))
                .bytes();
        return new Layout()
                .raw(clear)
                .raw(Box.seal(to.recipient(), ascii(LABEL), clear, plain, random))
                .bytes();
    }

    /** Opens a grant made to {@code reader}; a grant to somebody else, forged or altered is refused. */
    public static GrantOpening open(byte[] sealed, String reader, HybridIdentity identity, RosterChain.Accepted chain) {
        int nameLength = sealed.length > LABEL.length() ? sealed[LABEL.length()] & 0xff : 0;
        int boxStart = LABEL.length() + 1 + nameLength + 4 + ID_BYTES;
        if (sealed.length != boxStart + Box.OVERHEAD_BYTES + PLAIN_BYTES) {
            return new GrantOpening.Refused("this is not a grant: its length is wrong");
        }
        String name = new String(sealed, LABEL.length() + 1, nameLength, StandardCharsets.US_ASCII);
        int epoch = ByteBuffer.wrap(sealed).getInt(LABEL.length() + 1 + nameLength);
        byte[] clear = Arrays.copyOf(sealed, boxStart);
        if (!Names.isName(name) || epoch < 1 || !Arrays.equals(clear, clear(name, epoch, reader))) {
            return new GrantOpening.Refused("this grant is not made to this member");
        }
        byte[] plain;
        try {
            plain = Box.open(identity, ascii(LABEL), clear, Arrays.copyOfRange(sealed, boxStart, sealed.length));
        } catch (SealException closed) {
            return new GrantOpening.Refused("this grant does not open with this member's key");
        }
        byte[] secret = Arrays.copyOf(plain, SECRET_BYTES);
        String granter = new String(plain, SECRET_BYTES, ID_BYTES, StandardCharsets.US_ASCII);
        byte[] signature = Arrays.copyOfRange(plain, SECRET_BYTES + ID_BYTES, PLAIN_BYTES);
        return checked(new Grant(name, epoch, secret), granter, signature, new Reading(clear, chain));
    }

    private record Reading(byte[] clear, RosterChain.Accepted chain) {}

    private static GrantOpening checked(Grant grant, String granter, byte[] signature, Reading reading) {
        // Newest first: who has left granted rightly while they were there, and old epochs must stay readable.
        boolean known = reading.chain().versions().reversed().stream()
                .flatMap(roster -> roster.member(granter).stream())
                .anyMatch(member -> member.ed25519().verify(signed(reading.clear(), granter, grant.secret), signature));
        if (!known) {
            return new GrantOpening.Refused("this grant is not signed by a member whom the roster carries");
        }
        boolean listed = reading.chain().versions().stream()
                .flatMap(roster -> roster.compartment(grant.name, grant.epoch).stream())
                .allMatch(compartment -> compartment
                        .recipient()
                        .equals(grant.asEpoch().identity().recipient()));
        return listed
                ? new GrantOpening.Opened(grant, granter)
                : new GrantOpening.Refused("this grant's secret is not that of the compartment in the roster");
    }

    private static byte[] clear(String name, int epoch, String member) {
        return Layout.of(LABEL).name(name).u32(epoch).raw(ascii(member)).bytes();
    }

    private static byte[] signed(byte[] clear, String granter, byte[] secret) {
        return Layout.of(SIGNATURE_LABEL)
                .raw(clear)
                .raw(ascii(granter))
                .raw(secret)
                .bytes();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grant that
                && name.equals(that.name)
                && epoch == that.epoch
                && MessageDigest.isEqual(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return name.hashCode() + 31 * epoch;
    }

    @Override
    public String toString() {
        return "Grant[" + name + " " + epoch + "]";
    }
}
