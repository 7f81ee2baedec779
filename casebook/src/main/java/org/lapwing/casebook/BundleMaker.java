// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.lapwing.entry.Id;

/** Packs facts, in journal order, into a {@link Bundle}. An entry that is there already is passed over. For one thread. */
final class BundleMaker {
    private final IdTable entries;
    private final IdTable ids;
    private final Sheets sheets;
    private long[] index;
    private long[] second;
    private int[] author;
    private int[] shredKey;
    private byte[] kind;
    private int[] mentionsFrom;
    private int[] mentions;
    private int mentioned;

    BundleMaker(int expected) {
        int room = Math.max(expected, 8);
        entries = new IdTable(room);
        ids = new IdTable(room);
        sheets = new Sheets(room);
        index = new long[room];
        second = new long[room];
        author = new int[room];
        shredKey = new int[room];
        kind = new byte[room];
        mentionsFrom = new int[room + 1];
        mentions = new int[3 * room];
    }

    int size() {
        return entries.size();
    }

    /** Room for the next position; its kind, its place in the journal and its bytes are set by the caller. */
    private int next() {
        int at = entries.size();
        if (at == index.length) {
            index = Arrays.copyOf(index, 2 * at);
            second = Arrays.copyOf(second, 2 * at);
            author = Arrays.copyOf(author, 2 * at);
            shredKey = Arrays.copyOf(shredKey, 2 * at);
            kind = Arrays.copyOf(kind, 2 * at);
            mentionsFrom = Arrays.copyOf(mentionsFrom, 2 * at + 1);
        }
        return at;
    }

    private void mention(int id) {
        if (mentioned == mentions.length) {
            mentions = Arrays.copyOf(mentions, 2 * mentioned);
        }
        mentions[mentioned++] = id;
    }

    /** A fact's row but for its bytes; author, shred key and mentions are numbers of this maker's. */
    record Row(long index, Id entry, int author, int shredKey, long second, int kind, int[] mentions) {}

    /** The number by which this maker knows an id. */
    int number(Id id) {
        return ids.add(id);
    }

    int numbers() {
        return ids.size();
    }

    void add(Folio folio) {
        EntryRef ref = folio.ref();
        if (entries.find(ref.entry()) < 0) {
            // in this order: the form of a snapshot counts ids as they first come
            int writer = number(ref.author());
            int under = number(ref.shredKey());
            int[] about = new int[folio.mentions().size()];
            int at = 0;
            for (Id mention : folio.mentions()) {
                about[at++] = number(mention);
            }
            long time = ref.time().getEpochSecond();
            Row row = new Row(ref.index(), ref.entry(), writer, under, time, folio.kind(), about);
            add(row, folio.packed(), 0, folio.packed().length);
        }
    }

    /** Its bytes are copied. */
    void add(Row row, byte[] packed, int from, int length) {
        if (entries.find(row.entry) < 0) {
            int at = next();
            index[at] = row.index;
            second[at] = row.second;
            author[at] = row.author;
            shredKey[at] = row.shredKey;
            kind[at] = (byte) row.kind;
            sheets.add(packed, from, length);
            for (int mention : row.mentions) {
                mention(mention);
            }
            mentionsFrom[at + 1] = mentioned;
            entries.add(row.entry);
        }
    }

    /** Adds those facts of a bundle that are wanted, as they lie there. */
    void add(Bundle bundle, IntPredicate wanted) {
        Bundle.Columns from = bundle.columns();
        for (int position = 0; position < bundle.size(); position++) {
            Id entry = from.entries().get(position);
            if (wanted.test(position) && entries.find(entry) < 0) {
                int writer = number(from.ids().get(from.author()[position]));
                int under = number(from.ids().get(from.shredKey()[position]));
                int[] about = Arrays.copyOfRange(
                        from.mentions(), from.mentionsFrom()[position], from.mentionsFrom()[position + 1]);
                for (int i = 0; i < about.length; i++) {
                    about[i] = number(from.ids().get(about[i]));
                }
                Row row = new Row(
                        from.index()[position],
                        entry,
                        writer,
                        under,
                        from.second()[position],
                        from.kind()[position],
                        about);
                Sheets facts = from.sheets();
                add(row, facts.sheetOf(position), facts.from(position), facts.length(position));
            }
        }
    }

    Bundle bound() {
        int size = entries.size();
        sheets.trim();
        return new Bundle(new Bundle.Columns(
                entries,
                ids,
                Arrays.copyOf(index, size),
                Arrays.copyOf(second, size),
                Arrays.copyOf(author, size),
                Arrays.copyOf(shredKey, size),
                Arrays.copyOf(kind, size),
                Arrays.copyOf(mentionsFrom, size + 1),
                Arrays.copyOf(mentions, mentioned),
                sheets));
    }
}
