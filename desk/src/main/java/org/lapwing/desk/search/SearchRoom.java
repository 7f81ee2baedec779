// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.desk.reading.Follower;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;

/**
 * The indexes of the volumes that are being read, each made in the background while pages are usable already, and gone
 * with its volume. Safe for use by several threads.
 */
public final class SearchRoom implements Follower, AutoCloseable {
    /** How much of what the reader may see has been read; {@code done} equals {@code all} when search is whole. */
    public record Progress(int done, int all) {
        public boolean whole() {
            return done >= all;
        }

        public int percent() {
            return (int) (100L * done / Math.max(1, all));
        }
    }

    /** Guarded by itself. */
    private final Map<Compartment, CompartmentIndex> indexes = new EnumMap<>(Compartment.class);

    private final ExecutorService making = Executors.newSingleThreadExecutor(making -> Thread.ofPlatform()
            .daemon()
            .name("search")
            .uncaughtExceptionHandler((thread, fault) ->
                    // Never its message, which might hold somebody's words.
                    System.err.println("lapwing desk: search could not be prepared: "
                            + fault.getClass().getName()))
            .unstarted(making));

    @Override
    public void readOn(Compartment compartment, Casebook casebook, List<Id> came) {
        if (Matter.in(compartment).isEmpty()) {
            return;
        }
        synchronized (indexes) {
            CompartmentIndex known = indexes.get(compartment);
            if (known != null) {
                known.follow(casebook, came);
            } else {
                CompartmentIndex index = new CompartmentIndex(compartment, casebook);
                indexes.put(compartment, index);
                making.execute(index::make);
            }
        }
    }

    @Override
    public void dropped(Set<Compartment> compartments) {
        synchronized (indexes) {
            for (Compartment each : compartments) {
                CompartmentIndex index = indexes.remove(each);
                if (index != null) {
                    index.close();
                }
            }
        }
    }

    /** How far search has come for this reader. */
    public Progress progress(View view) {
        int done = 0;
        int all = 0;
        for (CompartmentIndex index : of(view)) {
            all += index.all();
            done += index.whole() ? index.all() : Math.min(index.done(), index.all() - 1);
        }
        return new Progress(done, all);
    }

    /** Bytes that the indexes take. */
    public long bytes() {
        synchronized (indexes) {
            return indexes.values().stream().mapToLong(CompartmentIndex::bytes).sum();
        }
    }

    /** Every term that any index holds: for the tests, which look for what must be gone. */
    Set<String> terms() {
        synchronized (indexes) {
            return indexes.values().stream()
                    .flatMap(index -> index.terms().stream())
                    .collect(Collectors.toSet());
        }
    }

    private List<CompartmentIndex> of(View view) {
        synchronized (indexes) {
            return indexes.entrySet().stream()
                    .filter(each -> view.holds(each.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    /**
     * What has all that was asked for. Asks the indexes of those compartments alone that the reader holds.
     *
     * @param matters which are wanted; {@link Matter#NAME} only by whoever wrote down that they ask
     * @param wanted how many keys of each matter
     */
    Found find(View view, Asked asked, Collection<Matter> matters, int wanted) {
        return find(view, asked, asked.question().all(), matters, wanted);
    }

    /** What has some of it. */
    Found findSome(View view, Asked asked, Collection<Matter> matters, int wanted) {
        return find(view, asked, asked.question().some(), matters, wanted);
    }

    private Found find(View view, Asked asked, Query words, Collection<Matter> matters, int wanted) {
        Found found = Found.nothing();
        Set<Compartment> compartments = matters.stream()
                .map(Matter::compartment)
                .filter(view::holds)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Compartment.class)));
        for (Compartment each : compartments) {
            Optional<CompartmentIndex> index;
            synchronized (indexes) {
                index = Optional.ofNullable(indexes.get(each));
            }
            List<Matter> here = matters.stream()
                    .filter(matter -> matter.compartment() == each)
                    .toList();
            found = found.and(index.flatMap(
                            at -> at.ask(searcher -> Best.of(searcher, asked.query(words, here), wanted)))
                    .orElseGet(Found::nothing));
        }
        return found;
    }

    @Override
    public void close() {
        making.shutdownNow();
        dropped(EnumSet.allOf(Compartment.class));
    }
}
