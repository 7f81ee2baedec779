// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lapwing.gate.spool.SpoolLimits;
import org.lapwing.pages.Multipart;
import org.lapwing.pages.MultipartRefused;

/** Reads the gate's forms: fields into memory, files straight on to whoever takes them. */
final class Forms {

    private static final int MOST_PARTS = 200;
    private static final int HEADER_BYTES = 32 * 1024;
    /** Longer than words may be, so that whoever wrote too much gets it back to shorten. */
    private static final int FIELD_BYTES = 256 * 1024;

    private static final long OVERHEAD_BYTES = 1 << 20;
    /** How much more than is accepted is read and thrown away, so that a browser hears the answer and not a reset. */
    private static final long PASSED_OVER = 4;

    private final Multipart.Limits limits;

    /** Takes files. */
    interface Taking {
        /** Whether these fields, which came before the file, allow it. */
        boolean allows(Map<String, String> fields);

        void file(String name, String type, InputStream body) throws IOException;
    }

    Forms(SpoolLimits limits) {
        this.limits =
                new Multipart.Limits(MOST_PARTS, HEADER_BYTES, FIELD_BYTES, limits.uploadBytes() + OVERHEAD_BYTES);
    }

    /** A form as far as it could be read, and why not further. */
    record Read(Map<String, String> fields, Optional<MultipartRefused> refused) {
        @Override
        public String toString() {
            return "Read";
        }
    }

    /** @throws IOException if the connection broke off; what was taken stays taken */
    Read read(InputStream in, String contentType, Taking taking) throws IOException {
        var fields = new HashMap<String, String>();
        try {
            Multipart.read(in, contentType, limits, part -> {
                Optional<String> file = part.file();
                if (file.isPresent()) {
                    takeFile(part, file.get(), fields, taking);
                } else if (Acts.FIELDS.contains(part.field())) {
                    fields.putIfAbsent(part.field(), part.text());
                }
            });
            return new Read(fields, Optional.empty());
        } catch (MultipartRefused refused) {
            passOver(in);
            return new Read(fields, Optional.of(refused));
        }
    }

    private static void takeFile(Multipart.Part part, String name, Map<String, String> fields, Taking taking)
            throws IOException {
        InputStream body = part.body();
        if (!taking.allows(fields)) {
            return;
        }
        if (name.isEmpty()) { // a file field that was left empty is sent as a file without a name or content
            byte[] first = body.readNBytes(1);
            if (first.length > 0) {
                taking.file("file", part.type(), new SequenceInputStream(new ByteArrayInputStream(first), body));
            }
        } else {
            taking.file(name, part.type(), body);
        }
    }

    private void passOver(InputStream in) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long left = limits.totalBytes() * PASSED_OVER;
        for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
            left -= n;
        }
    }
}
