// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Counts entries. */
record Counting() implements Fold<Integer>, SnapshotCodec<Integer> {
    @Override
    public Integer empty() {
        return 0;
    }

    @Override
    public Integer apply(Integer state, Read read) {
        return state + 1;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Optional<SnapshotCodec<Integer>> codec() {
        return Optional.of(this);
    }

    @Override
    public void encode(Integer state, OutputStream out) throws IOException {
        new DataOutputStream(out).writeInt(state);
    }

    @Override
    public Integer decode(InputStream in) throws IOException {
        return new DataInputStream(in).readInt();
    }
}
