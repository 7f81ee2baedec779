// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;
import org.lapwing.casebook.fact.CasebookException;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.entry.Id;
import org.lapwing.entry.PackedIn;
import org.lapwing.entry.PackedOut;

/**
 * One compartment of a casebook as bytes, for snapshots. Deterministic: the same facts in the same order give the same
 * bytes, however they came together. Bound to this very code by {@link CasebookFold#fingerprint}, so never for keeping.
 *
 * <pre>
 *   version (1 byte, 1) ‖ fingerprint (32) ‖ number of facts (4)
 *   blocks: length (4 bytes, at least 1) ‖ facts … ‖ length 0
 *   fact: index less the one before ‖ entry (16) ‖ author ‖ shred key ‖ time less the one before, zigzag ‖ kind
 *         ‖ number of mentions ‖ mentions … ‖ length ‖ packed fact
 *   author, shred key, mention: 0 and the id (16) where it comes for the first time, else its number from 1
 * </pre>
 *
 * <p>Integers are big-endian in the frame, seven bits a byte inside blocks.
 */
public final class CasebookForm {
    private static final int VERSION = 1;
    private static final int BLOCK = 1 << 20;

    private CasebookForm() {}

    public static void write(Casebook casebook, Compartment compartment, OutputStream to) throws IOException {
        Bundle bundle = casebook.shelf(compartment).whole();
        DataOutputStream out = new DataOutputStream(to);
        out.writeByte(VERSION);
        out.write(CasebookFold.fingerprint());
        out.writeInt(bundle.size());
        Writing writing = new Writing(bundle.columns());
        PackedOut block = new PackedOut();
        for (int position = 0; position < bundle.size(); position++) {
            writing.fact(position, block);
            if (block.size() >= BLOCK) {
                block(block, out);
                block = new PackedOut();
            }
        }
        if (block.size() > 0) {
            block(block, out);
        }
        out.writeInt(0);
        out.flush();
    }

    private static void block(PackedOut block, DataOutputStream out) throws IOException {
        out.writeInt(block.size());
        out.write(block.bytes());
    }

    /** Numbers are given to ids in the order in which they first come: the table's own order, so no second one is kept. */
    private static final class Writing {
        private final Bundle.Columns columns;
        private int known;
        private long index = -1;
        private long second;

        Writing(Bundle.Columns columns) {
            this.columns = columns;
        }

        void fact(int position, PackedOut out) {
            out.whole(columns.index()[position] - index);
            index = columns.index()[position];
            out.id(columns.entries().get(position));
            id(columns.author()[position], out);
            id(columns.shredKey()[position], out);
            out.whole(columns.second()[position] - second);
            second = columns.second()[position];
            out.count(columns.kind()[position]);
            int from = columns.mentionsFrom()[position];
            int until = columns.mentionsFrom()[position + 1];
            out.count(until - from);
            for (int i = from; i < until; i++) {
                id(columns.mentions()[i], out);
            }
            Sheets sheets = columns.sheets();
            out.count(sheets.length(position));
            out.raw(sheets.sheetOf(position), sheets.from(position), sheets.length(position));
        }

        private void id(int number, PackedOut out) {
            if (number < known) {
                out.count(number + 1);
            } else {
                known++;
                out.count(0);
                out.id(columns.ids().get(number));
            }
        }
    }

    /**
     * A casebook that holds this compartment alone.
     *
     * @throws CasebookException when it was written by other code, or is in another form
     */
    public static Casebook read(Compartment compartment, InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (in.readUnsignedByte() != VERSION) {
            throw new CasebookException("it is in another version of its form");
        }
        if (!Arrays.equals(in.readNBytes(CasebookFold.FINGERPRINT_BYTES), CasebookFold.fingerprint())) {
            throw new CasebookException("it was written by other code");
        }
        int size = in.readInt();
        Reading reading = new Reading(compartment, Math.max(0, Math.min(size, 1 << 22)));
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            if (length < 0) {
                throw new CasebookException("a block has at least one byte");
            }
            byte[] block = in.readNBytes(length);
            PackedIn facts = new PackedIn(block, 0, block.length);
            while (!facts.ended()) {
                reading.fact(block, facts);
            }
        }
        if (reading.maker.size() != size) {
            throw new CasebookException("it has other facts than it says");
        }
        return Casebook.holding(Set.of(compartment)).with(compartment, Shelf.EMPTY.plus(reading.maker.bound()));
    }

    private static final class Reading {
        private final Compartment compartment;
        private final BundleMaker maker;
        private final boolean[] kinds;
        private long index = -1;
        private long second;

        Reading(Compartment compartment, int expected) {
            this.compartment = compartment;
            this.maker = new BundleMaker(expected);
            this.kinds = new boolean[Casebook.FAMILY.packing().kinds()];
            for (int kind = 0; kind < kinds.length; kind++) {
                kinds[kind] =
                        Compartment.of(Casebook.FAMILY.packing().kind(kind).asSubclass(Fact.class)) == compartment;
            }
        }

        void fact(byte[] block, PackedIn in) {
            index += in.whole();
            Id entry = in.id();
            int author = id(in);
            int shredKey = id(in);
            second += in.whole();
            int kind = (int) in.count();
            if (kind < 0 || kind >= kinds.length || !kinds[kind]) {
                throw new CasebookException("a fact is of a kind that does not lie in " + compartment.word());
            }
            int[] mentions = new int[in.length()];
            for (int i = 0; i < mentions.length; i++) {
                mentions[i] = id(in);
            }
            int length = in.length();
            maker.add(
                    new BundleMaker.Row(index, entry, author, shredKey, second, kind, mentions),
                    block,
                    in.pass(length),
                    length);
        }

        private int id(PackedIn in) {
            long known = in.count();
            if (known == 0) {
                return maker.number(in.id());
            }
            if (known < 0 || known > maker.numbers()) {
                throw new CasebookException("an id is named before it comes");
            }
            return (int) known - 1;
        }
    }
}
