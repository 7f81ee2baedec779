// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lapwing.pages.MultipartRefused.Reason;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=----edge7MA4YWxk";
    private static final Multipart.Limits LIMITS = new Multipart.Limits(200, 32 * 1024, 1000, 1 << 20);

    private record Taken(String field, String file, String type, String body) {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] part(String disposition, byte[] body) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes("------edge7MA4YWxk\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n"));
        out.writeBytes(body);
        out.writeBytes(bytes("\r\n"));
        return out.toByteArray();
    }

    private static byte[] form(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        out.writeBytes(bytes("------edge7MA4YWxk--\r\n"));
        return out.toByteArray();
    }

    private static List<Taken> read(InputStream in, Multipart.Limits limits) throws IOException {
        var taken = new ArrayList<Taken>();
        Multipart.read(
                in,
                TYPE,
                limits,
                part -> taken.add(new Taken(
                        part.field(),
                        part.file().orElse("none"),
                        part.type(),
                        new String(part.body().readAllBytes(), StandardCharsets.ISO_8859_1))));
        return taken;
    }

    private static List<Taken> read(byte[] form) throws IOException {
        return read(new ByteArrayInputStream(form), LIMITS);
    }

    private static Reason refusal(byte[] form, Multipart.Limits limits) {
        try {
            read(new ByteArrayInputStream(form), limits);
            return null;
        } catch (MultipartRefused refused) {
            return refused.reason();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Hands out at most so many bytes at a time, as a slow line does. */
    private static final class Slow extends InputStream {
        private final InputStream in;
        private final Random random;
        private final int most;

        Slow(byte[] bytes, int most, Random random) {
            this.in = new ByteArrayInputStream(bytes);
            this.most = most;
            this.random = random;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in.read(into, offset, Math.min(length, 1 + random.nextInt(most)));
        }
    }

    @Test
    void handsOutFieldsAndFilesInTheirOrder() throws IOException {
        byte[] form = form(
                part("name=\"words\"", bytes("two\r\nlines")),
                part("name=\"files\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg", bytes("\r\n\r\nJPEG\r\n")),
                part("name=\"files\"; filename=\"\"\r\nContent-Type: application/octet-stream", new byte[0]));
        assertThat(read(form))
                .containsExactly(
                        new Taken("words", "none", "application/octet-stream", "two\r\nlines"),
                        new Taken("files", "a.jpg", "image/jpeg", "\r\n\r\nJPEG\r\n"),
                        new Taken("files", "", "application/octet-stream", ""));
    }

    @Test
    void readsTheSameWhereverTheLineCutsThePieces() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            byte[] body = new byte[random.nextInt(400)];
            for (int i = 0; i < body.length; i++) {
                body[i] = "\r\n--edg7".getBytes(StandardCharsets.US_ASCII)[random.nextInt(8)];
            }
            byte[] form = form(part("name=\"a\"; filename=\"b\"", body), part("name=\"c\"", bytes("d\r")));
            assertThat(read(new Slow(form, 1 + round % 40, random), LIMITS))
                    .containsExactly(
                            new Taken(
                                    "a",
                                    "b",
                                    "application/octet-stream",
                                    new String(body, StandardCharsets.ISO_8859_1)),
                            new Taken("c", "none", "application/octet-stream", "d\r"));
        }
    }

    @Test
    void passesOverWhatATakerLeavesUnread() throws IOException {
        byte[] form = form(part("name=\"a\"; filename=\"b\"", new byte[100_000]), part("name=\"c\"", bytes("d")));
        var fields = new ArrayList<String>();
        Multipart.read(new ByteArrayInputStream(form), TYPE, LIMITS, part -> fields.add(part.field()));
        assertThat(fields).containsExactly("a", "c");
    }

    @Test
    void reducesHostileFileNamesToWhatMayBeShown() throws IOException {
        byte[] form = form(
                part("name=\"f\"; filename=\"../../etc/passwd\"", new byte[1]),
                part("name=\"f\"; filename=\"C:\\Users\\me\\photo.png\"", new byte[1]),
                part("name=\"f\"; filename=\"in\u202Egpj.exe\"", new byte[1]),
                part("name=\"f\"; filename=\"" + "ж".repeat(4000) + ".jpg\"", new byte[1]),
                part("name=\"f\"; filename=\"..\"", new byte[1]),
                part("name=\"f\"; filename=\"a%22b%0D%0A\\\"c\"", new byte[1]));
        assertThat(read(form).stream().map(Taken::file))
                .containsExactly("passwd", "photo.png", "ingpj.exe", "ж".repeat(115) + "….jpg", "", "a\"b\"c");
    }

    @Test
    void refusesMorePartsThanAreAccepted() {
        byte[][] parts = new byte[10_000][];
        Arrays.fill(parts, part("name=\"a\"", bytes("b")));
        assertThat(refusal(form(parts), LIMITS)).isEqualTo(Reason.TOO_MANY_PARTS);
        assertThat(refusal(form(Arrays.copyOf(parts, 200)), LIMITS)).isNull();
    }

    @Test
    void refusesHeadersThatAreTooLong() {
        byte[] form = form(part("name=\"f\"; filename=\"" + "n".repeat(40_000) + "\"", new byte[1]));
        assertThat(refusal(form, LIMITS)).isEqualTo(Reason.HEADERS_TOO_LONG);
    }

    @Test
    void refusesAWholeThatIsTooLarge() {
        byte[] form = form(part("name=\"f\"; filename=\"n\"", new byte[(1 << 20) + 1]));
        assertThat(refusal(form, LIMITS)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refusesFieldsThatAreTooLongOrNoText() throws IOException {
        assertThat(fieldRefusal(new byte[1001])).isEqualTo(Reason.FIELD_TOO_LONG);
        assertThat(fieldRefusal(new byte[] {'a', (byte) 0xc3, (byte) 0x28})).isEqualTo(Reason.NOT_TEXT);
    }

    private static Reason fieldRefusal(byte[] value) throws IOException {
        try {
            Multipart.read(
                    new ByteArrayInputStream(form(part("name=\"a\"", value))), TYPE, LIMITS, Multipart.Part::text);
            return null;
        } catch (MultipartRefused refused) {
            return refused.reason();
        }
    }

    @Test
    void refusesWhatIsNoForm() {
        assertThat(refusal(form(part("filename=\"nameless\"", new byte[1])), LIMITS))
                .isEqualTo(Reason.MALFORMED);
        assertThat(refusal(bytes("------edge7MA4YWxk\r\nno colon here\r\n\r\n"), LIMITS))
                .isEqualTo(Reason.MALFORMED);
        assertThatThrownBy(() -> Multipart.read(InputStream.nullInputStream(), "text/plain", LIMITS, part -> {}))
                .isInstanceOf(MultipartRefused.class);
    }

    @Test
    void neverTakesAnUploadThatBrokeOffForAWholeOne() throws IOException {
        byte[] form = form(part("name=\"a\"", bytes("b")), part("name=\"f\"; filename=\"n\"", new byte[50_000]));
        for (int length : new int[] {0, 10, 60, 200, 30_000, form.length - 3}) {
            var whole = new ArrayList<String>();
            assertThatThrownBy(() -> Multipart.read(new ByteArrayInputStream(form, 0, length), TYPE, LIMITS, part -> {
                        part.body().readAllBytes();
                        whole.add(part.field());
                    }))
                    .as("cut at %d", length)
                    .isInstanceOf(EOFException.class);
            assertThat(whole.contains("f")).isEqualTo(length == form.length - 3);
        }
    }

    @Test
    void holdsOneFileOfManyMegabytesInConstantMemory() throws IOException {
        long size = 600L << 20; // more than the memory this test would be given for it in one piece
        InputStream body = new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 7 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int n = (int) Math.min(length, left);
                left -= n;
                Arrays.fill(bytes, offset, offset + n, (byte) 7);
                return n == 0 ? -1 : n;
            }
        };
        byte[] whole = form(part("name=\"f\"; filename=\"n\"", new byte[0]));
        int head = whole.length - bytes("\r\n------edge7MA4YWxk--\r\n").length;
        InputStream in = new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(whole, 0, head), body),
                new ByteArrayInputStream(whole, head, whole.length - head));
        long[] counted = new long[1];
        Multipart.read(in, TYPE, new Multipart.Limits(200, 1000, 1000, 1L << 30), part -> {
            byte[] buffer = new byte[8192];
            for (int n = part.body().read(buffer); n >= 0; n = part.body().read(buffer)) {
                counted[0] += n;
            }
        });
        assertThat(counted[0]).isEqualTo(size);
    }
}
