// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.lapwing.fuzz.Parser.read;
import static org.lapwing.fuzz.Parser.same;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lapwing.pages.FileNames;
import org.lapwing.pages.Multipart;
import org.lapwing.pages.MultipartRefused;
import org.lapwing.seal.MalformedReceipt;
import org.lapwing.seal.Passphrase;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.SealException;
import org.lapwing.seal.Slip39;
import org.lapwing.seal.WordList;

/** What visitors and members type or send. */
final class FormTargets {
    private static final Multipart.Limits LIMITS = new Multipart.Limits(20, 2048, 4096, 64 * 1024);

    /** As both doors read forms; the first byte says in which pieces it comes over the wire: that must not matter. */
    void multipart(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] form = Arrays.copyOfRange(input, 1, input.length);
        List<String> whole = parts(new ByteArrayInputStream(form));
        same(whole, parts(pieces(form, 1 + (input[0] & 0xff))), "a form in pieces");
    }

    /** Each part as a line, and how it ended. */
    private static List<String> parts(InputStream in) throws IOException {
        List<String> parts = new ArrayList<>();
        try {
            Multipart.read(in, "multipart/form-data; boundary=b0und", LIMITS, part -> {
                if (part.file().isPresent()) {
                    String name = part.file().get();
                    same(name, FileNames.display(name), "a file's name as shown");
                    var content = new ByteArrayOutputStream();
                    part.body().transferTo(content);
                    parts.add(part.field() + "\n" + name + "\n" + part.type() + "\n"
                            + HexFormat.of().formatHex(content.toByteArray()));
                } else {
                    parts.add(part.field() + "\n" + part.text());
                }
            });
        } catch (MultipartRefused refused) {
            parts.add("refused " + refused.reason());
        } catch (EOFException cutOff) {
            parts.add("cut off");
        }
        return parts;
    }

    private static InputStream pieces(byte[] bytes, int most) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(length, most));
            }
        };
    }

    static void receipt(byte[] input) throws Exception {
        String typed = new String(input, StandardCharsets.UTF_8);
        switch (Receipt.parse(typed)) {
            case MalformedReceipt malformed -> {}
            case Receipt receipt -> {
                for (WordList list : WordList.values()) {
                    same(receipt, Receipt.parse(String.join(" ", receipt.revealWords(list))), "a receipt in words");
                }
                same(receipt, Receipt.parse(receipt.revealDigits()), "a receipt in digits");
            }
        }
        Optional<Passphrase> passphrase = read(SealException.class, () -> Passphrase.typed(typed));
        if (passphrase.isPresent()) {
            same(passphrase.get(), Passphrase.typed(passphrase.get().revealWords()), "a passphrase");
        }
    }

    /** Sheets of paper, one a line. */
    static void paper(byte[] input) throws Exception {
        List<String> sheets = new String(input, StandardCharsets.UTF_8).lines().toList();
        read(SealException.class, () -> Slip39.combine(sheets));
    }
}
