// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;

/** Makes the mark of a scan as it goes, and holds its rows to the mark that it trusts. Told of rows in order. */
final class Marking {
    private final Mark trusted;
    private final Set<Long> unsigned;
    private final boolean whole;
    private final MessageDigest sha = sha256();
    private byte[] digest;
    private boolean bad;

    enum Kind {
        LIVE,
        ERASED,
        BAD
    }

    /** What is marked of a row; the hash was computed beside the others, on all cores. */
    record Seen(long index, int epoch, byte[] leaf, byte[] ciphertextHash, Kind kind) {}

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

    /** Whether this row was verified before, if the scan ends. Safe for several threads. */
    boolean covers(long index) {
        return index < trusted.until() && !trusted.unsigned().contains(index);
    }

    /** Where to stop reading, so that the trusted mark's end is the end of a piece. */
    long stop(long at, long until) {
        return at < trusted.until() ? Math.min(until, trusted.until()) : until;
    }

    void add(Seen seen) {
        if (!whole) {
            return;
        }
        bad |= seen.kind == Kind.BAD;
        if (seen.kind == Kind.ERASED && !covers(seen.index)) {
            unsigned.add(seen.index);
        }
        sha.update(digest);
        sha.update(
                ByteBuffer.allocate(12).putLong(seen.index).putInt(seen.epoch).array());
        sha.update(seen.leaf);
        digest = sha.digest(seen.ciphertextHash);
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
