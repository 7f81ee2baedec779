// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The worked example of docs/formats/entry.md, computed again: a change of one byte in the format fails here. */
class EntryFormatTest {
    private static final HexFormat HEX = HexFormat.of();

    private static byte[] counting(int from, int length) {
        byte[] bytes = new byte[length];
        IntStream.range(0, length).forEach(i -> bytes[i] = (byte) (from + i));
        return bytes;
    }

    static Header header() {
        return new Header(
                Id.of(counting(0x00, 16)),
                "ClaimCoded",
                1,
                "casebook",
                Id.of(counting(0x10, 16)),
                Instant.parse("2019-05-02T09:30:00Z"),
                List.of(Id.of(counting(0x20, 16))),
                Id.of(counting(0x30, 16)));
    }

    static Entry entry() {
        Fields fields = Fields.of(Map.of(0, Json.of("held"), 3, Json.of(11), 7, Json.of(true)));
        return new Entry(header(), fields, new Basis(41, header().subjects()), counting(0x40, 32), counting(0x80, 64));
    }

    @Test
    void theWorkedExampleOfTheDocumentIsWhatTheCodeWrites() throws Exception {
        String document = Files.readString(Path.of(System.getProperty("lapwing.root"), "docs/formats/entry.md"));
        Entry entry = entry();
        byte[] ciphertextHash = counting(0xc0, 32);
        assertThat(document)
                .contains(new String(entry.header().encode(), java.nio.charset.StandardCharsets.UTF_8))
                .contains(HEX.formatHex(entry.header().hash()))
                .contains(HEX.formatHex(FieldTree.slotSalt(entry.salt(), 3)))
                .contains(HEX.formatHex(entry.fieldTree().root()))
                .contains(HEX.formatHex(Arrays.copyOf(entry.toSign(), 32)))
                .contains(new String(entry.encodeBody(), java.nio.charset.StandardCharsets.UTF_8))
                .contains(HEX.formatHex(entry.leaf(ciphertextHash).salt()))
                .contains(HEX.formatHex(entry.leaf(ciphertextHash).hash()));
    }

    @Test
    void anEntryIsReadBackAsItWasWritten() {
        Entry entry = entry();
        Entry again = Entry.decode(Header.decode(entry.header().encode()), entry.encodeBody());
        assertThat(again.header()).isEqualTo(entry.header());
        assertThat(again.fields()).isEqualTo(entry.fields());
        assertThat(again.basis()).isEqualTo(entry.basis());
        assertThat(again.toSign()).isEqualTo(entry.toSign());
    }

    @Test
    void oneFieldIsProvenAndNoProofFitsAnotherSlotValueOrSalt() {
        FieldTree tree = entry().fieldTree();
        for (int slot = 0; slot < Fields.SLOTS; slot++) {
            FieldTree.FieldProof proof = tree.prove(slot);
            assertThat(proof.root()).isEqualTo(tree.root());
            var elsewhere = new FieldTree.FieldProof(slot ^ 1, proof.slotSalt(), proof.value(), proof.path());
            assertThat(elsewhere.root()).isNotEqualTo(tree.root());
            var othersValue = new FieldTree.FieldProof(
                    slot, proof.slotSalt(), java.util.Optional.of(Json.of("another")), proof.path());
            assertThat(othersValue.root()).isNotEqualTo(tree.root());
        }
    }

    @Test
    void theSaltOfOneSlotAndTheLeafSaltTellNothingOfTheOthers() {
        byte[] salt = counting(0x40, 32);
        var salts = IntStream.rangeClosed(0, FieldTree.LEAF_SALT_LABEL)
                .mapToObj(label -> HEX.formatHex(FieldTree.slotSalt(salt, label)))
                .distinct();
        assertThat(salts).hasSize(33).doesNotContain(HEX.formatHex(salt));
    }

    @Test
    void everyPartOfAnEntryIsUnderTheSignature() {
        Entry entry = entry();
        byte[] signed = entry.toSign();
        assertThat(Entry.toSign(entry.header(), entry.fieldTree().root(), Basis.NOTHING))
                .isNotEqualTo(signed);
        Fields other = entry.fields().with(3, Json.of(12));
        assertThat(Entry.toSign(entry.header(), new FieldTree(entry.salt(), other).root(), entry.basis()))
                .isNotEqualTo(signed);
    }

    @Test
    void aHeaderWithEightSubjectsFitsItsFixedSizeAndNineAreRefused() {
        Header full = new Header(
                header().id(),
                "X" + "y".repeat(31),
                999,
                "a".repeat(24),
                header().author(),
                header().time(),
                java.util.Collections.nCopies(8, header().id()),
                header().shredKey());
        assertThat(full.encode().length).isLessThanOrEqualTo(Header.MOST_BYTES);
        assertThatThrownBy(() -> new Header(
                        full.id(),
                        full.kind(),
                        1,
                        "casebook",
                        full.author(),
                        full.time(),
                        java.util.Collections.nCopies(9, full.id()),
                        full.shredKey()))
                .isInstanceOf(EntryException.class)
                .hasMessageContaining("at most 8 subjects");
    }

    /** The quick way and the parser agree on every header that is written, and on each that is not. */
    @Test
    void aHeaderIsReadInOneGoOnlyWhereItIsWhatWouldBeWritten() {
        Random random = new Random(20190505);
        int unusual = 0;
        for (int i = 0; i < 5_000; i++) {
            Header header = new Header(
                    Id.random(random),
                    "ClaimCoded",
                    1 + random.nextInt(3),
                    "casebook",
                    Id.random(random),
                    Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 200_000_000_000L)),
                    Stream.generate(() -> Id.random(random))
                            .limit(random.nextInt(9))
                            .toList(),
                    Id.random(random));
            byte[] bytes = header.encode();
            assertThat(new HeaderText(bytes).read()).isEqualTo(header);
            bytes[random.nextInt(bytes.length)] = (byte) " \"\\,:-0129aZz]}é".charAt(random.nextInt(16));
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertThat(readInOneGo(cut)).isEmpty();
            Optional<Header> read = readInOneGo(bytes);
            read.ifPresent(each -> assertThat(each.encode()).isEqualTo(bytes));
            unusual += read.isEmpty() ? 1 : 0;
        }
        assertThat(unusual).isGreaterThan(3000);
    }

    private static Optional<Header> readInOneGo(byte[] bytes) {
        try {
            return Optional.ofNullable(new HeaderText(bytes).read());
        } catch (EntryException _) {
            return Optional.empty();
        }
    }

    @Test
    void whatAHeaderMayNotHaveIsRefusedOnBothWays() {
        String text = new String(header().encode(), US_ASCII);
        for (String[] change : new String[][] {
            {"2019-05-02", "2019-02-30"},
            {"09:30:00", "24:00:00"},
            {"09:30:00Z", "09:30:60Z"},
            {"\"version\":1", "\"version\":01"},
            {"\"version\":1", "\"version\":2147483648"},
            {"casebook", "Casebook"},
            {"ClaimCoded", "claimCoded"},
            {"ClaimCoded", "C"},
            {"\"subjects\":[", "\"subjects\":[,"},
            {"\"version\":1}", "\"version\":1}}"},
            {"\"version\":1}", "\"version\":1} "},
            {"\"version\":1}", "\"version\":1}\u0000"},
        }) {
            byte[] bytes = text.replace(change[0], change[1]).getBytes(US_ASCII);
            assertThat(bytes).isNotEqualTo(header().encode());
            assertThatThrownBy(() -> Header.decode(bytes)).as(change[1]).isInstanceOf(EntryException.class);
        }
    }

    @Test
    void keysOfATreeAreFoundHoweverManyThereAre() {
        for (int size : new int[] {0, 1, 8, 9, 300}) {
            var map = new TreeMap<String, Json>();
            IntStream.range(0, size).forEach(i -> map.put("k" + i, Json.of(i)));
            Json.Tree tree = Json.tree(map);
            assertThat(tree.values()).isEqualTo(map).hasSameHashCodeAs(map);
            assertThat(new TreeMap<>(tree.values().tailMap("k2"))).isEqualTo(map.tailMap("k2"));
            assertThat(tree.has("x")).isFalse();
            map.forEach((key, value) -> assertThat(tree.get(key)).isEqualTo(value));
        }
    }
}
