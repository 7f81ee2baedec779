// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.EntryException;

/** Whether files are a complete and unchanged bag of ours, and if not, which of them is to blame. */
final class BagCheck {
    private static final List<String> TAGS = List.of(Bag.DECLARATION, Bag.INFO, Bag.MANIFEST, Bag.TAG_MANIFEST);
    private static final List<String> NEEDED = List.of(
            DossierPackage.JSON, DossierPackage.HTML, DossierPackage.PDF, DossierPackage.KEY, Seal.SALT, Seal.PROOF);

    private final SortedMap<String, byte[]> files;
    private final List<Fault> faults = new ArrayList<>();

    private BagCheck(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    static List<Fault> faults(SortedMap<String, byte[]> files) {
        var check = new BagCheck(files);
        check.shape();
        if (check.faults.isEmpty()) {
            check.tags();
        }
        if (check.faults.isEmpty()) {
            check.payload();
        }
        return check.faults;
    }

    private void shape() {
        TAGS.stream().filter(tag -> !files.containsKey(tag)).forEach(tag -> fault(tag, "it is missing"));
        files.keySet().stream()
                .filter(file -> !file.startsWith(Bag.PAYLOAD) && !TAGS.contains(file))
                .forEach(file -> fault(file, "it is not part of a package"));
    }

    /** Tag files follow from the payload, so the one that differs from what it should be is the one that was changed. */
    private void tags() {
        Bag made = Bag.of(new Bag(files).payload(), day().orElse("unknown"));
        if (!same(Bag.DECLARATION, made)) {
            fault(Bag.DECLARATION, "it does not declare BagIt 1.0 in UTF-8");
        }
        Optional<Map<String, String>> listed = read(Bag.TAG_MANIFEST);
        if (listed.isEmpty() || !listed.get().keySet().equals(new TreeMap<>(tagsListed()).keySet())) {
            fault(Bag.TAG_MANIFEST, "it is not a list of hashes of bagit.txt, bag-info.txt and manifest-sha256.txt");
            return;
        }
        for (var tag : listed.get().entrySet()) {
            if (!Fingerprint.hex(bytes(tag.getKey())).equals(tag.getValue())) {
                String changed = same(tag.getKey(), made) ? Bag.TAG_MANIFEST : tag.getKey();
                fault(changed, "it does not have the hash that was stated for it");
            }
        }
    }

    private SortedMap<String, byte[]> tagsListed() {
        var tags = new TreeMap<String, byte[]>();
        TAGS.stream().filter(tag -> !tag.equals(Bag.TAG_MANIFEST)).forEach(tag -> tags.put(tag, bytes(tag)));
        return tags;
    }

    private void payload() {
        Optional<Map<String, String>> listed = read(Bag.MANIFEST);
        if (listed.isEmpty()) {
            fault(Bag.MANIFEST, "it is not a sorted list of SHA-256 hashes and paths");
            return;
        }
        SortedMap<String, byte[]> payload = new Bag(files).payload();
        listed.get().forEach((path, hash) -> {
            byte[] bytes = payload.get(path);
            if (bytes == null) {
                fault(path, "it is missing");
            } else if (!Fingerprint.hex(bytes).equals(hash)) {
                fault(path, "it was changed: it does not have the hash that the manifest states");
            }
        });
        payload.keySet().stream()
                .filter(path -> !listed.get().containsKey(path))
                .forEach(path -> fault(path, "it was added: the manifest does not know it"));
        NEEDED.stream()
                .filter(path -> !payload.containsKey(path) && !listed.get().containsKey(path))
                .forEach(path -> fault(path, "it is missing"));
    }

    /** A manifest exactly as we write one, or nothing. */
    private Optional<Map<String, String>> read(String manifest) {
        String text = new String(bytes(manifest), StandardCharsets.UTF_8);
        var hashes = new TreeMap<String, String>();
        StringBuilder again = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.length() > 66 && Contents.isName(line.substring(66))) {
                hashes.put(line.substring(66), line.substring(0, 64));
            }
        }
        hashes.forEach(
                (path, hash) -> again.append(hash).append("  ").append(path).append('\n'));
        boolean ours = again.toString().equals(text)
                && hashes.values().stream().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        return ours ? Optional.of(hashes) : Optional.empty();
    }

    /** The dossier's own day, so that a changed {@code bag-info.txt} is not taken at its word. */
    private Optional<String> day() {
        try {
            return Optional.of(CanonicalJson.parse(bytes(DossierPackage.JSON))
                    .tree()
                    .get("day")
                    .text());
        } catch (EntryException _) {
            return Optional.empty();
        }
    }

    private boolean same(String file, Bag made) {
        return Arrays.equals(bytes(file), made.files().get(file));
    }

    private byte[] bytes(String file) {
        return files.getOrDefault(file, new byte[0]);
    }

    private void fault(String file, String reason) {
        faults.add(new Fault(file, reason));
    }
}
