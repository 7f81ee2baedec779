// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.term.Term;
import org.lapwing.casebook.term.Terms;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Fields;
import org.lapwing.entry.Json;

/**
 * The golden files and the listing of kinds. Run {@link #main} with the repository's root to write what is missing; a file
 * once written is never rewritten, since entries like it may lie in somebody's journal.
 */
final class Goldens {
    private Goldens() {}

    static Path folder(Path root) {
        return root.resolve("casebook/src/test/resources/golden");
    }

    static Path listing(Path root) {
        return root.resolve("docs/formats/kinds.md");
    }

    static Path file(Path root, Class<? extends Fact> kind) {
        Fact example = Examples.of(kind);
        return folder(root).resolve(kind.getSimpleName() + "-" + Casebook.FAMILY.version(example) + ".json");
    }

    static byte[] bytes(Fact fact) {
        var tree = new TreeMap<String, Json>();
        Casebook.FAMILY.write(fact).bySlot().forEach((slot, value) -> tree.put(Integer.toString(slot), value));
        return CanonicalJson.encode(Json.tree(tree));
    }

    static Fields fields(byte[] golden) {
        var slots = new TreeMap<Integer, Json>();
        CanonicalJson.parse(golden).tree().values().forEach((slot, value) -> slots.put(Integer.parseInt(slot), value));
        return Fields.of(slots);
    }

    static String kindsPage() {
        var page = new StringBuilder("""
                # Kinds of entry

                Written by the tests of `casebook` from the code; a slot's number is fixed for ever once an entry of its
                kind has been written. How values are encoded: [entry.md](entry.md). Terms are written as lower-case
                words with underscores, dates as EDTF text or ISO days, ids as 26 characters; a value that is itself a
                record is a tree by name, one of several kinds of record a tree with its `type`.
                """);
        for (Compartment compartment : Compartment.values()) {
            var kinds = Examples.kinds().stream()
                    .filter(kind -> Compartment.of(kind) == compartment)
                    .toList();
            if (!kinds.isEmpty()) {
                page.append("\n## ").append(compartment.word()).append("\n\n| kind | slots |\n|---|---|\n");
                kinds.forEach(kind -> page.append(row(kind)));
            }
        }
        return page.toString();
    }

    private static String row(Class<? extends Fact> kind) {
        String name = kind.getSimpleName() + " " + Casebook.FAMILY.version(Examples.of(kind));
        var slots = new StringBuilder();
        Casebook.FAMILY
                .kinds()
                .get(name)
                .forEach((slot, field) ->
                        slots.append(String.format(Locale.ROOT, "%s%d %s", slots.isEmpty() ? "" : ", ", slot, field)));
        return "| `" + name + "` | " + slots + " |\n";
    }

    /** The part of GLOSSARY.md that follows from the message files. */
    static String glossaryLists() {
        var page = new StringBuilder(GLOSSARY_MARK + "\n");
        for (Class<? extends Term> list : Terms.lists()) {
            page.append("\n## ").append(list.getSimpleName().replaceAll("(?<!^)([A-Z])", " $1"));
            page.append("\n\n| English | Russian | HURIDOCS |\n|---|---|---|\n");
            for (Term term : list.getEnumConstants()) {
                page.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s |\n",
                        term.label(Locale.ENGLISH),
                        term.label(Locale.of("ru")),
                        term.huridocs().orElse("")));
            }
        }
        return page.toString();
    }

    static final String GLOSSARY_MARK =
            "<!-- From here on written by the tests of `casebook` from the message files. -->";

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Files.createDirectories(folder(root));
        for (Class<? extends Fact> kind : Examples.kinds()) {
            if (!Files.exists(file(root, kind))) {
                Files.write(file(root, kind), bytes(Examples.of(kind)));
            }
        }
        Path glossary = root.resolve("GLOSSARY.md");
        String written = Files.readString(glossary);
        Files.writeString(glossary, written.substring(0, written.indexOf(GLOSSARY_MARK)) + glossaryLists());
        Files.createDirectories(listing(root).getParent());
        Files.write(listing(root), kindsPage().getBytes(StandardCharsets.UTF_8));
    }
}
