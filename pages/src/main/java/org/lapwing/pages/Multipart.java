// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPart;
import org.lapwing.pages.MultipartRefused.Reason;

/**
 * Reads multipart/form-data (RFC 7578) as it streams in: nothing is spooled, and memory does not grow with the upload.
 *
 * <p>Jetty's {@link MultiPart.Parser} is pushed one piece of {@value #PIECE_BYTES} bytes at a time, and only when whoever
 * reads a part asks for more; what a piece holds waits in {@link PartEvents}. One reading belongs to one thread.
 */
public final class Multipart {

    static final int PIECE_BYTES = 16 * 1024;

    private static final int LONGEST_TYPE = 100;
    /** Most fields are a word. */
    private static final int FIRST_FIELD_BYTES = 512;

    /**
     * What is accepted.
     *
     * @param parts most parts
     * @param headerBytes longest headers of one part, its file name among them
     * @param fieldBytes longest value of a field that is read as text
     * @param totalBytes longest whole
     */
    public record Limits(int parts, int headerBytes, int fieldBytes, long totalBytes) {

        /** For a form without files worth the name. */
        public static Limits small(int fieldBytes) {
            return new Limits(20, 4 * 1024, fieldBytes, 4L * fieldBytes + 64 * 1024);
        }
    }

    /** Takes each part as it comes; what it leaves unread is passed over. */
    @FunctionalInterface
    public interface Taking {
        void part(Part part) throws IOException;
    }

    /** One part, readable once, until the next one is taken. */
    public static final class Part {
        private final String field;
        private final Optional<String> file;
        private final String type;
        private final InputStream body;
        private final int fieldBytes;

        Part(PartHeaders headers, InputStream body, int fieldBytes) {
            this.field = headers.field();
            this.file = headers.file();
            this.type = headers.type();
            this.body = body;
            this.fieldBytes = fieldBytes;
        }

        /** The name of the form's field. */
        public String field() {
            return field;
        }

        /** The name as uploaded, made fit to show; present, perhaps empty, if the part is a file. */
        public Optional<String> file() {
            return file;
        }

        /** The content type that the browser claims, such as {@code image/jpeg}; printable ASCII, at most 100 characters. */
        public String type() {
            return type;
        }

        public InputStream body() {
            return body;
        }

        /**
         * The whole as text, with line breaks as LF.
         *
         * @throws MultipartRefused if it is too long for a field or not valid UTF-8
         */
        public String text() throws IOException {
            byte[] bytes = new byte[Math.min(FIRST_FIELD_BYTES, fieldBytes + 1)];
            int length = 0;
            try {
                for (int n = body.read(bytes); n >= 0; n = body.read(bytes, length, bytes.length - length)) {
                    length += n;
                    if (length > fieldBytes) {
                        throw new MultipartRefused(Reason.FIELD_TOO_LONG);
                    }
                    if (length == bytes.length) {
                        byte[] larger = Arrays.copyOf(bytes, (int) Math.min(4L * length, fieldBytes + 1L));
                        Arrays.fill(bytes, (byte) 0);
                        bytes = larger;
                    }
                }
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, length))
                        .toString()
                        .replace("\r\n", "\n");
            } catch (CharacterCodingException e) {
                throw new MultipartRefused(Reason.NOT_TEXT);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        }
    }

    private Multipart() {}

    /**
     * Reads a form to its end.
     *
     * @param contentType the request's header, with the boundary
     * @throws MultipartRefused where the form breaks a limit or its own grammar; parts taken before stay taken
     * @throws IOException if the connection breaks off, the form's end being missing included
     */
    public static void read(InputStream in, String contentType, Limits limits, Taking taking) throws IOException {
        PartEvents events = new PartEvents(in, boundary(contentType), limits);
        for (PartHeaders headers = events.nextPart(); headers != null; headers = events.nextPart()) {
            taking.part(new Part(headers, events.body(), limits.fieldBytes()));
        }
    }

    private static String boundary(String contentType) {
        boolean form = contentType.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length());
        String boundary = form ? MultiPart.extractBoundary(contentType) : null;
        // RFC 2046 section 5.1.1: 1 to 70 characters
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw new MultipartRefused(Reason.MALFORMED);
        }
        return boundary;
    }

    static String claimedType(String header) {
        String type = header.strip();
        boolean plain =
                !type.isEmpty() && type.length() <= LONGEST_TYPE && type.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        return plain ? type : "application/octet-stream";
    }
}
