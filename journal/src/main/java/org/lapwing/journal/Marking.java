// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import org.lapwing.seal.EntrySeal;

/** Makes the mark of a scan as it goes, and holds its rows to the mark that it trusts. Told of rows in order. */
final class Marking {
    private final Mark trusted;
    private final Set<Long> unsigned;
    private final boolean whole;
    private byte[] digest;
    private boolean bad;

    /** For a scan whose rows nothing can be said of as a whole. */
    Marking() {
        this(Mark.NOTHING, Mark.NOTHING, false);
    }

    /** @param from where an earlier scan ended: this one goes on from it */
    Marking(Mark from, Mark trusted) {
        this(from, trusted, true);
    }

    private Marking(Mark from, Mark trusted, boolean whole) {
        this.whole = whole;
        this.trusted = trusted;
        this.digest = from.digest();
        this.unsigned = new HashSet<>(from.unsigned());
    }

    Mark trusted() {
        return trusted;
    }

    /** Whether this row was verified before, if the scan ends. */
    boolean covers(long index) {
        return index < trusted.until() && !trusted.unsigned().contains(index);
    }

    /** Where to stop reading, so that the trusted mark's end is the end of a piece. */
    long stop(long at, long until) {
        return at < trusted.until() ? Math.min(until, trusted.until()) : until;
    }

    void add(StoredRow row, Opener.Opened came) {
        if (!whole) {
            return;
        }
        bad |= came instanceof Opener.Opened.Bad;
        boolean erased = came instanceof Opener.Opened.Good(Read.Erased _);
        if (erased && !covers(row.index())) {
            unsigned.add(row.index());
        }
        MessageDigest sha = sha256();
        sha.update(digest);
        sha.update(
                ByteBuffer.allocate(12).putLong(row.index()).putInt(row.epoch()).array());
        sha.update(row.leaf());
        sha.update(ciphertextHash(row, came));
        digest = sha.digest();
    }

    private static byte[] ciphertextHash(StoredRow row, Opener.Opened came) {
        // of an opened row it was computed beside the others, on all cores
        return came instanceof Opener.Opened.Good(Read.Live live)
                ? live.ciphertextHash()
                : EntrySeal.ciphertextHash(row.header(), row.body());
    }

    /** @throws BrokenMark when the trusted mark ends here and says otherwise */
    void reached(long at) {
        if (at == trusted.until() && at > 0 && !MessageDigest.isEqual(digest, trusted.digest())) {
            throw new BrokenMark(at);
        }
    }

    /** @throws JournalException when not all rows before were read, or one must not be believed */
    Mark now(long until) {
        if (!whole || bad) {
            throw new JournalException("a scan over a part of the rows, or over faulty ones, has no mark");
        }
        return new Mark(until, digest, unsigned);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
