// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tiles in memory, for a publication whose proofs are computed once. Not thread-safe. */
public final class TilesInMemory implements TileStore {
    private final SortedMap<String, byte[]> tiles = new TreeMap<>();

    @Override
    public Optional<byte[]> read(TileName name) {
        return Optional.ofNullable(tiles.get(name.path())).map(byte[]::clone);
    }

    @Override
    public boolean has(TileName name) {
        return tiles.containsKey(name.path());
    }

    @Override
    public void write(TileName name, byte[] bytes) {
        byte[] before = tiles.putIfAbsent(name.path(), bytes.clone());
        if (before != null && !Arrays.equals(before, bytes)) {
            throw new TlogException(name + " is there with other bytes. Maybe leaves were altered: check the tiles");
        }
    }

    @Override
    public void overwrite(TileName name, byte[] bytes) {
        tiles.put(name.path(), bytes.clone());
    }

    @Override
    public void delete(TileName name) {
        tiles.remove(name.path());
    }

    @Override
    public List<Integer> partialWidths(TileName full) {
        List<Integer> widths = new ArrayList<>();
        for (String path :
                tiles.subMap(full.path() + ".p/", full.path() + ".p0").keySet()) {
            TileName.parse(path).ifPresent(name -> widths.add(name.width()));
        }
        return widths;
    }

    @Override
    public List<String> paths() {
        return List.copyOf(tiles.keySet());
    }
}
