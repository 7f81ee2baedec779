// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares a store with the leaves it should come from: the checker of a log, in the way of Tessera's fsck. */
final class TileAudit {
    private final TileStore store;
    private final LeafSource source;
    private final long size;

    TileAudit(TileStore store, LeafSource source) {
        this.store = store;
        this.source = source;
        this.size = source.size();
    }

    List<TileFault> faults() {
        return walk(false);
    }

    List<TileFault> repair(TreeHead head) {
        if (head.size() > size) {
            throw new TlogException("the tiles stay as they are: the head has " + head.size()
                    + " leaves, the log has only " + size + ". Maybe leaves were lost");
        }
        Frontier frontier = new Frontier();
        for (long from = 0; from < head.size(); from += Tiles.WIDTH) {
            source.range(from, Math.min(head.size(), from + Tiles.WIDTH)).forEach(frontier::add);
        }
        if (!frontier.root().equals(head.root())) {
            throw new TlogException("the tiles stay as they are: the first " + head.size()
                    + " leaves do not give the root of the head. Maybe leaves were altered");
        }
        return walk(true);
    }

    private List<TileFault> walk(boolean mend) {
        TreeSet<String> unexplained = new TreeSet<>(store.paths());
        Map<TileName, List<TileName>> partials = new HashMap<>();
        unexplained.forEach(path -> TileName.parse(path)
                .filter(name -> !name.full())
                .ifPresent(name -> partials.computeIfAbsent(name.whole(), _ -> new ArrayList<>())
                        .add(name)));
        List<TileFault> faults = new ArrayList<>();
        Tiles.forEach(source, size, (name, bytes) -> {
            boolean there = unexplained.remove(name.path());
            compare(name, bytes, there, mend, faults);
            for (TileName partial : partials.getOrDefault(name.whole(), List.of())) {
                if (partial.width() < name.width() && unexplained.remove(partial.path())) {
                    compare(partial, Arrays.copyOf(bytes, Tiles.length(partial)), true, mend, faults);
                }
            }
        });
        for (String path : unexplained) {
            boolean tile = TileName.parse(path).isPresent();
            faults.add(new TileFault(path, tile ? TileFault.Kind.BEYOND : TileFault.Kind.UNKNOWN));
        }
        return List.copyOf(faults);
    }

    private void compare(TileName name, byte[] expected, boolean there, boolean mend, List<TileFault> faults) {
        if (there
                && store.read(name)
                        .filter(found -> Arrays.equals(found, expected))
                        .isPresent()) {
            return;
        }
        faults.add(new TileFault(name.path(), there ? TileFault.Kind.DIFFERENT : TileFault.Kind.MISSING));
        if (mend) {
            store.overwrite(name, expected);
        }
    }
}
