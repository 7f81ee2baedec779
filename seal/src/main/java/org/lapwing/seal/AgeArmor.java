// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * age's ASCII armor (C2SP age.md, "ASCII armor"; RFC 7468 figure 3): an age file as text for channels that carry no bytes.
 * Read strictly: full lines of 64 columns, canonical padded base64, one label; LF or CRLF; whitespace only before and
 * after.
 */
public final class AgeArmor {

    static final String BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
    static final String END = "-----END AGE ENCRYPTED FILE-----";
    static final int COLUMNS = 64;
    static final int LINE_BYTES = 48;

    private AgeArmor() {}

    /** The bytes of the armored file {@code in}; they end only after the closing line and nothing but whitespace. */
    public static InputStream reader(InputStream in) {
        return new ArmorReader(new BufferedInputStream(in));
    }

    /** Writes armor to {@code out}; its {@code close} writes the closing line and closes {@code out}. */
    public static OutputStream writer(OutputStream out) throws IOException {
        return new ArmorWriter(out);
    }

    /**
     * The binary file of {@code in}, armored or not: an age file begins with a letter, its armor with a hyphen or
     * whitespace.
     */
    public static InputStream unwrapped(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in);
        buffered.mark(1);
        int first = buffered.read();
        buffered.reset();
        return first == '-' || isWhitespace(first) ? new ArmorReader(buffered) : buffered;
    }

    static boolean isWhitespace(int b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
