// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.seal.Receipt;

/** What somebody sends at the gate; {@code report.json} as the gate writes it. */
record Sent(String kind, String words, boolean urgent, List<byte[]> attachments, Receipt receipt) {

    byte[] json(Id id, Id identity) {
        var values = new TreeMap<String, Json>();
        values.put("version", Json.of(1));
        values.put("kind", Json.of(kind));
        values.put("id", Json.of(id));
        values.put("day", Json.of("2026-11-22"));
        values.put("language", Json.of("en"));
        values.put("urgent", Json.of(urgent));
        values.put("words", Json.of(words));
        List<Json> listed = new ArrayList<>();
        for (int i = 0; i < attachments.size(); i++) {
            listed.add(Json.tree(new TreeMap<>(java.util.Map.of(
                    "file", Json.of((i + 1) + ".age"),
                    "name", Json.of("planted-name-" + i + ".jpg"),
                    "type", Json.of("image/jpeg"),
                    "length", Json.of(attachments.get(i).length),
                    "sha256", Json.of(sha256(attachments.get(i)))))));
        }
        values.put("attachments", Json.items(listed));
        values.put("identity", Json.of(identity));
        String locator = HexFormat.of().formatHex(receipt.locator());
        if (kind.equals("report")) {
            values.put("locator", Json.of(locator));
            values.put("mailbox", Json.of(receipt.mailbox().recipient().toString()));
            values.put("prove", Json.of(HexFormat.of().formatHex(receipt.revealProveKey())));
        } else {
            values.put("follows", Json.of(locator));
            values.put(
                    "proof", Json.of(HexFormat.of().formatHex(receipt.prove(CanonicalJson.encode(Json.tree(values))))));
        }
        return CanonicalJson.encode(Json.tree(values));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
