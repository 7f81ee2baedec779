// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;
import org.lapwing.pages.Multipart.Limits;
import org.lapwing.pages.MultipartRefused.Reason;

/**
 * Turns Jetty's parser, which is pushed, into parts that are pulled: a piece of the upload goes in when somebody asks for
 * more than waits here, so at most one piece and what was read from it are in memory. One thread.
 */
final class PartEvents implements MultiPart.Parser.Listener {

    private sealed interface Event {}

    private record Begin(Map<String, String> headers) implements Event {}

    private record Bytes(ByteBuffer bytes) implements Event {}

    private record End() implements Event {}

    private final InputStream in;
    private final Limits limits;
    private final MultiPart.Parser parser;
    private final Queue<Event> waiting = new ArrayDeque<>();
    private final byte[] piece = new byte[Multipart.PIECE_BYTES];
    private final Map<String, String> headers = new HashMap<>();
    private @Nullable RuntimeException refusal;
    private boolean inHeaders;
    private boolean complete;
    private boolean cutOff;
    private final int safeStart;
    private int held;
    private int parts;
    private long total;

    PartEvents(InputStream in, String boundary, Limits limits) {
        this.in = in;
        this.limits = limits;
        this.safeStart = boundary.length() + 8;
        this.parser = new MultiPart.Parser(boundary, this);
        parser.setMaxParts(-1); // counted here, so that the refusal is ours
        parser.setPartHeadersMaxLength(limits.headerBytes());
    }

    /** The next part, what was left of the one before being passed over; null after the last. */
    @Nullable
    PartHeaders nextPart() throws IOException {
        for (Event event = next(); event != null; event = next()) {
            if (event instanceof Begin(Map<String, String> begun)) {
                return PartHeaders.of(begun);
            }
        }
        return null;
    }

    private @Nullable Event next() throws IOException {
        fill();
        return waiting.poll();
    }

    /** Pushes pieces until something waits or the form is over. What came before a fault is handed out before it. */
    private void fill() throws IOException {
        while (waiting.isEmpty()) {
            if (refusal != null) {
                throw refusal;
            }
            if (cutOff) {
                throw new EOFException("the upload broke off before its end");
            }
            if (complete) {
                return;
            }
            pushOnce();
        }
    }

    private void pushOnce() throws IOException {
        while (held < safeStart) {
            int n = in.read(piece, held, piece.length - held);
            if (n < 0) {
                parser.parse(Content.Chunk.from(ByteBuffer.wrap(piece, 0, held), true));
                held = 0;
                return;
            }
            held += n;
            total += n;
            if (total > limits.totalBytes()) {
                throw new MultipartRefused(Reason.TOO_LARGE);
            }
        }
        int cut = cut();
        // the events of this piece are slices of it: copied, because what is held back moves to the front
        parser.parse(Content.Chunk.from(ByteBuffer.wrap(Arrays.copyOf(piece, cut)), false));
        held -= cut;
        System.arraycopy(piece, cut, piece, 0, held);
    }

    /**
     * Where to end this push. Jetty 12.1.12 takes a part whose content begins with {@code -} for one that begins with a
     * line feed, if a push ends within the first bytes of that content ({@code MultipartTest} cuts everywhere). So a push
     * never ends there: where a blank line, which may end the headers, lies near the end, the push ends right after it.
     */
    private int cut() {
        for (int end = held; end > Math.max(0, held - safeStart); end--) {
            if (piece[end - 1] == '\n') {
                int before = end - 2;
                while (before >= 0 && piece[before] == '\r') {
                    before--;
                }
                if (before < 0 || piece[before] == '\n') {
                    return end;
                }
            }
        }
        return held;
    }

    @Override
    public void onPartBegin() {
        parts++;
        inHeaders = true;
        headers.clear();
        if (parts > limits.parts()) {
            refuse(new MultipartRefused(Reason.TOO_MANY_PARTS));
        }
    }

    @Override
    public void onPartHeader(String name, String value) {
        headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
    }

    @Override
    public void onPartHeaders() {
        inHeaders = false;
        offer(new Begin(Map.copyOf(headers))); // read later: the parser swallows what a listener throws
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        if (chunk.hasRemaining()) {
            offer(new Bytes(chunk.getByteBuffer().slice()));
        }
    }

    @Override
    public void onPartEnd() {
        offer(new End());
    }

    @Override
    public void onComplete() {
        complete = true;
    }

    @Override
    public void onFailure(Throwable failure) {
        if (failure instanceof EOFException) {
            cutOff = true;
        } else {
            boolean headersTooLong = inHeaders && failure instanceof IllegalStateException;
            refuse(new MultipartRefused(headersTooLong ? Reason.HEADERS_TOO_LONG : Reason.MALFORMED));
        }
    }

    private void refuse(RuntimeException why) {
        if (refusal == null) {
            refusal = why;
        }
    }

    private void offer(Event event) {
        if (refusal == null) {
            waiting.add(event);
        }
    }

    /** The content of the part begun last. */
    InputStream body() {
        return new Body();
    }

    private final class Body extends InputStream {
        private boolean over;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            if (length == 0) {
                return 0;
            }
            while (!over) {
                fill();
                if (waiting.peek() instanceof Bytes(ByteBuffer content) && content.hasRemaining()) {
                    int n = Math.min(length, content.remaining());
                    content.get(bytes, offset, n);
                    return n;
                }
                over = !(waiting.peek() instanceof Bytes); // the part's end, or the next one's begin
                if (!over) {
                    waiting.remove();
                }
            }
            return -1;
        }
    }
}
