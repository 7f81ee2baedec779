package org.lapwing.journal;

/** A state's bytes. {@link #decode} may throw anything on bytes that it did not write: the snapshot is then ignored. */
public interface SnapshotCodec<S> {
    byte[] encode(S state);

    S decode(byte[] bytes);
}
