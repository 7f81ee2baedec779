// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A state's bytes. {@link #decode} may throw anything on bytes that it did not write: the snapshot is then ignored. */
public interface SnapshotCodec<S> {
    void encode(S state, OutputStream out) throws IOException;

    /** Reads exactly what {@link #encode} wrote. */
    S decode(InputStream in) throws IOException;
}
