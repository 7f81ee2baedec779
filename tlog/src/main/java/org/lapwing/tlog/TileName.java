// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile lies: C2SP tlog-tiles, "Merkle Tree" and "Log entries". Level {@link #ENTRIES} are entry bundles. A
 * width of 256 is a full tile, less is a partial one.
 */
public record TileName(int level, long index, int width) {
    /** The level of entry bundles, which the layout calls {@code entries}. */
    public static final int ENTRIES = -1;

    private static final Pattern PATH =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TileName {
        if (level < ENTRIES || level > 63 || !TreeHead.isSize(index) || width < 1 || width > Tiles.WIDTH) {
            throw new TlogException("there is no tile of level " + level + ", index " + index + ", width " + width);
        }
    }

    public boolean full() {
        return width == Tiles.WIDTH;
    }

    /** The same tile when it is full. */
    public TileName whole() {
        return new TileName(level, index, Tiles.WIDTH);
    }

    /** One past the last leaf that this tile tells of; {@link Long#MAX_VALUE} where no log is so long. */
    public long leavesUntil() {
        int shift = Math.max(level, 0) * 8;
        long last = index * Tiles.WIDTH + width;
        return shift < Long.SIZE && last <= Long.MAX_VALUE >> shift ? last << shift : Long.MAX_VALUE;
    }

    /** Whether these bytes are as many as the tile has, so that it was not cut short. */
    public boolean isWhole(byte[] bytes) {
        return bytes.length == Tiles.length(this);
    }

    /** For example {@code tile/0/x001/x234/067.p/5}. */
    public String path() {
        StringBuilder digits = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            digits.insert(0, "x%03d/".formatted(rest % 1000));
        }
        String directory = level == ENTRIES ? "entries" : Integer.toString(level);
        return "tile/" + directory + "/" + digits + (full() ? "" : ".p/" + width);
    }

    /** The tile at this path; nothing where the path is no tile's or is spelled otherwise than {@link #path} would. */
    public static Optional<TileName> parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String directory = matcher.group(1);
        int level = directory.equals("entries") ? ENTRIES : Integer.parseInt(directory);
        long index = Long.parseLong(matcher.group(2).replace("x", "").replace("/", ""));
        int width = matcher.group(3) == null ? Tiles.WIDTH : Integer.parseInt(matcher.group(3));
        if (level > 63 || !TreeHead.isSize(index) || width > Tiles.WIDTH) {
            return Optional.empty();
        }
        TileName name = new TileName(level, index, width);
        return name.path().equals(path) ? Optional.of(name) : Optional.empty();
    }

    @Override
    public String toString() {
        return path();
    }
}
