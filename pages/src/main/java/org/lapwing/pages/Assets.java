// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Style, fonts and scripts, served from the door itself at an address that holds the hash of their content, so that they
 * may be kept for ever. An address inside a style sheet is written {@code asset(NAME)} and becomes such an address.
 */
public final class Assets {
    /** @param type the media type */
    public record Asset(byte[] content, String type) {}

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "woff2", "font/woff2",
            "png", "image/png");

    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, Asset> byPath = new HashMap<>();

    /** @param names in an order in which each comes after what it refers to */
    public static Assets of(Class<?> beside, List<String> names) {
        var assets = new Assets();
        names.forEach(name -> assets.add(beside, name));
        return assets;
    }

    private void add(Class<?> beside, String name) {
        byte[] content;
        try (InputStream in = beside.getResourceAsStream("assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("an asset is missing: " + name);
            }
            content = in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("an asset cannot be read: " + name, e);
        }
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ending.equals("css")) {
            String text = new String(content, StandardCharsets.UTF_8);
            for (var each : paths.entrySet()) {
                text = text.replace("asset(" + each.getKey() + ")", "url(" + each.getValue() + ")");
            }
            content = text.getBytes(StandardCharsets.UTF_8);
        }
        String path = "/assets/" + hash(content) + "." + ending;
        paths.put(name, path);
        byPath.put(path, new Asset(content, TYPES.getOrDefault(ending, "application/octet-stream")));
    }

    /** Where an asset is served. */
    public String path(String name) {
        String path = paths.get(name);
        if (path == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return path;
    }

    public Optional<Asset> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
