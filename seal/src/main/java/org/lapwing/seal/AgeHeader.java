// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.lapwing.seal.AgeFileException.Fault.HEADER;
import static org.lapwing.seal.AgeFileException.Fault.HEADER_MAC;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The textual header of an age v1 file (C2SP age.md, "Header"), read strictly: what the ABNF does not allow is refused.
 *
 * @param stanzas at least one
 * @param covered the bytes that the MAC covers: the header up to and including {@code ---}
 * @param mac 32 bytes
 */
record AgeHeader(List<AgeStanza> stanzas, byte[] covered, byte[] mac) {

    private static final String VERSION_LINE = "age-encryption.org/v1";
    private static final byte[] MAC_LABEL = "header".getBytes(StandardCharsets.US_ASCII);
    private static final int MAC_BYTES = 32;
    private static final int COLUMNS = 64;

    /** The header of these stanzas under this file key. */
    static AgeHeader of(List<AgeStanza> stanzas, byte[] fileKey) {
        var text = new StringBuilder(VERSION_LINE).append('\n');
        for (AgeStanza stanza : stanzas) {
            stanza.appendTo(text);
        }
        byte[] covered = text.append("---").toString().getBytes(StandardCharsets.US_ASCII);
        return new AgeHeader(stanzas, covered, mac(fileKey, covered));
    }

    byte[] encoded() {
        String end = " " + Base64.getEncoder().withoutPadding().encodeToString(mac) + "\n";
        var bytes = new ByteArrayOutputStream(covered.length + end.length());
        bytes.writeBytes(covered);
        bytes.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    /** Refuses a header that is not the one sealed with this file key. */
    void verify(byte[] fileKey) {
        if (!MessageDigest.isEqual(mac, mac(fileKey, covered))) {
            throw new AgeFileException(
                    HEADER_MAC, "This age file's header was altered after it was sealed: its MAC does not match.");
        }
    }

    private static byte[] mac(byte[] fileKey, byte[] covered) {
        return Digests.hmacSha256(Hkdf.derive(fileKey, MAC_LABEL, 32), covered);
    }

    /**
     * Reads a header, leaving {@code in} at the payload's first byte. Takes single bytes: {@code in} should be buffered.
     *
     * @throws AgeFileException if it is not a canonical v1 header of at most {@code limit} bytes
     */
    static AgeHeader read(InputStream in, int limit) throws IOException {
        return new Reader(in, limit).header();
    }

    private static final class Reader {

        private final InputStream in;
        private final int limit;
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream(2048);
        private int lineNumber;

        Reader(InputStream in, int limit) {
            this.in = in;
            this.limit = limit;
        }

        AgeHeader header() throws IOException {
            if (!line().equals(VERSION_LINE)) {
                throw fault("it must begin with the line \"" + VERSION_LINE + "\"");
            }
            var stanzas = new ArrayList<AgeStanza>();
            while (true) {
                int before = taken.size();
                String line = line();
                if (line.startsWith("-> ")) {
                    stanzas.add(stanza(line));
                } else if (line.startsWith("--- ") && !stanzas.isEmpty()) {
                    byte[] mac = StrictBase64.unpadded(line.substring(4));
                    if (mac == null || mac.length != MAC_BYTES) {
                        throw fault("its MAC must be 43 characters of canonical base64");
                    }
                    byte[] covered = java.util.Arrays.copyOf(taken.toByteArray(), before + 3);
                    return new AgeHeader(List.copyOf(stanzas), covered, mac);
                } else {
                    throw fault(
                            "accepted here are \"-> \" and a recipient, or, after the last one, \"--- \" and the MAC");
                }
            }
        }

        private AgeStanza stanza(String line) throws IOException {
            List<String> arguments = List.of(line.substring(3).split(" ", -1));
            for (String argument : arguments) {
                if (argument.isEmpty() || !argument.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
                    throw fault("arguments must be visible ASCII characters, with single spaces between");
                }
            }
            var body = new ByteArrayOutputStream();
            while (true) {
                String bodyLine = line();
                byte[] bytes = StrictBase64.unpadded(bodyLine);
                if (bytes == null || bodyLine.length() > COLUMNS) {
                    throw fault("a recipient's body must be canonical base64 without padding, wrapped at 64 columns,"
                            + " its last line shorter");
                }
                body.writeBytes(bytes);
                if (bodyLine.length() < COLUMNS) {
                    return new AgeStanza(arguments, body.toByteArray());
                }
            }
        }

        /** The next line without its LF, one character for each byte. */
        private String line() throws IOException {
            lineNumber++;
            int from = taken.size();
            while (true) {
                int b = in.read();
                if (b < 0) {
                    throw fault("the file ends there");
                }
                if (taken.size() == limit) {
                    throw fault("headers of at most %,d bytes are accepted".formatted(limit));
                }
                taken.write(b);
                if (b == '\n') {
                    byte[] all = taken.toByteArray();
                    return new String(all, from, all.length - 1 - from, StandardCharsets.ISO_8859_1);
                }
            }
        }

        private AgeFileException fault(String expectation) {
            return new AgeFileException(
                    HEADER,
                    "This is not an age v1 file: line %d of its header: %s.".formatted(lineNumber, expectation));
        }
    }
}
