// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.lapwing.entry.Id;

/** One thing that can be found: all that an index keeps of it by itself. */
public record Key(Matter matter, Id id) {
    BytesRef bytes() {
        return new BytesRef(ByteBuffer.allocate(17)
                .put((byte) matter.number())
                .put(id.bytes())
                .array());
    }

    static Key of(BytesRef bytes) {
        return new Key(
                Matter.numbered(bytes.bytes[bytes.offset]),
                Id.of(Arrays.copyOfRange(bytes.bytes, bytes.offset + 1, bytes.offset + 17)));
    }
}
