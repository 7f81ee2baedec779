// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lapwing.entry.EntryException;
import org.lapwing.entry.FieldTree.FieldProof;
import org.lapwing.entry.Json;
import org.lapwing.entry.Leaf;

/**
 * An opening file: some fields of one entry, opened up to its leaf in the log. The other slots stay dark; so do the
 * header (who wrote it, when) and the ciphertext, of which only hashes are here.
 */
record Opening(String kind, Leaf leaf, List<Field> fields) {
    /** @param shows where {@code dossier.json} has the same value */
    record Field(String shows, FieldProof proof) {}

    private static final HexFormat HEX = HexFormat.of();

    Opening {
        fields = List.copyOf(fields);
    }

    static Opening of(Proof proof, ProvenEntry proven) {
        List<Field> fields = new ArrayList<>();
        proof.shows()
                .forEach((slot, shows) ->
                        fields.add(new Field(shows, proven.entry().fieldTree().prove(slot))));
        return new Opening(proof.kind(), proven.leaf(), fields);
    }

    Json toJson() {
        return Json.tree(Map.of(
                "fields", Json.items(fields.stream().map(Opening::field).toList()),
                "kind", Json.of(kind),
                "leaf",
                        Json.tree(Map.of(
                                "ciphertext", hex(leaf.ciphertextHash()),
                                "header", hex(leaf.headerHash()),
                                "root", hex(leaf.fieldRoot()),
                                "salt", hex(leaf.salt())))));
    }

    private static Json field(Field field) {
        FieldProof proof = field.proof();
        return Json.tree(Map.of(
                "path", Json.items(proof.path().stream().map(Opening::hex).toList()),
                "salt", hex(proof.slotSalt()),
                "shows", Json.of(field.shows()),
                "slot", Json.of(proof.slot()),
                "value", proof.value().orElseThrow(() -> new DossierException("an absent field is not published"))));
    }

    /** @throws EntryException when the file has not this form */
    static Opening fromJson(Json json) {
        Json.Tree tree = only(json, "fields", "kind", "leaf");
        Json.Tree leaf = only(tree.get("leaf"), "ciphertext", "header", "root", "salt");
        return new Opening(
                tree.get("kind").text(),
                new Leaf(
                        bytes(leaf.get("salt")),
                        bytes(leaf.get("header")),
                        bytes(leaf.get("root")),
                        bytes(leaf.get("ciphertext"))),
                tree.get("fields").items().stream().map(Opening::readField).toList());
    }

    private static Field readField(Json json) {
        Json.Tree tree = only(json, "path", "salt", "shows", "slot", "value");
        long slot = tree.get("slot").whole();
        if (slot < 0 || slot > 31) {
            throw new EntryException("a slot is 0 to 31");
        }
        return new Field(
                tree.get("shows").text(),
                new FieldProof(
                        (int) slot,
                        bytes(tree.get("salt")),
                        Optional.of(tree.get("value")),
                        tree.get("path").items().stream().map(Opening::bytes).toList()));
    }

    /** What is wrong with it, given what {@code dossier.json} says; empty when every field leads to the leaf. */
    Optional<String> fault(Json dossier) {
        for (Field field : fields) {
            if (!Arrays.equals(field.proof().root(), leaf.fieldRoot())) {
                return Optional.of("the value for " + field.shows() + " does not lead to the entry's fields");
            }
            if (!Pointer.find(dossier, field.shows()).equals(field.proof().value())) {
                return Optional.of("dossier.json has another value at " + field.shows());
            }
        }
        return Optional.empty();
    }

    private static Json.Tree only(Json json, String... keys) {
        Json.Tree tree = json.tree();
        if (!tree.values().keySet().equals(Set.of(keys))) {
            throw new EntryException("expected the keys " + String.join(", ", keys));
        }
        return tree;
    }

    private static Json hex(byte[] bytes) {
        return Json.of(HEX.formatHex(bytes));
    }

    private static byte[] bytes(Json json) {
        try {
            return HEX.parseHex(json.text());
        } catch (IllegalArgumentException e) {
            throw new EntryException("a hash is 64 lower-case hex digits", e);
        }
    }
}
