// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Binding;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Folio;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.entry.Id;
import org.lapwing.journal.BrokenMark;
import org.lapwing.journal.Folded;
import org.lapwing.journal.Folding;
import org.lapwing.journal.Journal;
import org.lapwing.journal.JournalLog;
import org.lapwing.journal.Keyring;
import org.lapwing.journal.Mark;
import org.lapwing.journal.Marks;
import org.lapwing.journal.Read;
import org.lapwing.journal.Scan;
import org.lapwing.journal.Snapshots;

/**
 * Where volumes come from: the newest snapshot that holds, then the rows; and where they are written down for the next
 * time. Without snapshots each volume is read from the rows. Safe for use by several threads.
 */
public final class Stacks {
    /** Where snapshots and marks lie, and the log that binds each to the rows it was made from. */
    private record Kept(Snapshots snapshots, Marks marks, JournalLog log) {}

    private final Journal journal;
    private final Optional<Kept> kept;

    private Stacks(Journal journal, Optional<Kept> kept) {
        this.journal = journal;
        this.kept = kept;
    }

    public static Stacks ofRows(Journal journal) {
        return new Stacks(journal, Optional.empty());
    }

    public static Stacks of(Journal journal, Snapshots snapshots, Marks marks, JournalLog log) {
        return new Stacks(journal, Optional.of(new Kept(snapshots, marks, log)));
    }

    long end() {
        return journal.size();
    }

    /** Counts erasures: what was begun in an earlier era may show what was forgotten since. */
    long era() {
        return kept.map(each -> each.snapshots().era()).orElse(0L);
    }

    /** The volume as its newest snapshot has it, or an empty one; not yet brought up to the end. */
    Volume open(Compartment compartment, Keyring keys) {
        CompartmentFold fold = new CompartmentFold(compartment);
        Optional<Folded<Casebook>> newest = kept.map(each -> new Folding<>(journal, compartment.word(), fold, keys)
                .newest(each.snapshots(), each.log(), ignored -> tell("the snapshot " + ignored)));
        return newest.filter(folded -> folded.next() > 0 && nothingErased(folded.state(), keys))
                .map(folded -> new Volume(
                        compartment,
                        folded.next(),
                        folded.state(),
                        Optional.of(mark(compartment, keys)).filter(mark -> mark.until() == folded.next())))
                .orElseGet(() -> new Volume(compartment, 0, fold.empty(), Optional.of(Mark.NOTHING)));
    }

    /** What this house verified of the compartment before. */
    private Mark mark(Compartment compartment, Keyring keys) {
        return kept.map(each -> each.marks()
                        .newest(compartment.word(), keys, each.log(), ignored -> tell("the mark " + ignored)))
                .orElse(Mark.NOTHING);
    }

    /** A folder put back from a copy may hold a snapshot from before an erasure: what was forgotten stays so. */
    private static boolean nothingErased(Casebook casebook, Keyring keys) {
        boolean all =
                casebook.shredKeys().stream().allMatch(key -> keys.shredKey(key).isPresent());
        if (!all) {
            tell("a snapshot holds what was erased since");
        }
        return all;
    }

    private static void tell(String what) {
        String why = what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
        System.err.println("lapwing desk: " + why + ". It is left aside; the rows are read instead");
    }

    /** Asked between rows while a volume is brought up: whether anybody still wants it. */
    interface Wanted {
        boolean still();
    }

    /**
     * A volume and what it did not hold before.
     *
     * @param came entries of the casebook's kinds
     */
    record Brought(Volume volume, List<Id> came) {}

    /** The volume with everything that was appended since, or as far as it came when nobody wanted it any more. */
    Brought bringUp(Volume volume, Keyring keys, Wanted wanted) {
        Mark trusted = volume.position() == 0 ? mark(volume.compartment(), keys) : Mark.NOTHING;
        try (Scan scan = scan(volume, trusted, keys)) {
            return bringUp(volume, scan, wanted);
        } catch (BrokenMark broken) {
            tell("what was verified is not what is there: " + broken.getMessage());
            try (Scan scan = scan(volume, Mark.NOTHING, keys)) {
                return bringUp(volume, scan, wanted);
            }
        }
    }

    private Scan scan(Volume volume, Mark trusted, Keyring keys) {
        String compartment = volume.compartment().word();
        return volume.mark()
                .map(from -> journal.scan(compartment, from, trusted, keys))
                .orElseGet(() -> journal.scan(compartment, volume.position(), keys));
    }

    private Brought bringUp(Volume volume, Scan scan, Wanted wanted) {
        List<Id> came = new ArrayList<>();
        boolean few = journal.size() - volume.position() < 256;
        return (few ? applied(volume, scan, came, wanted) : bound(volume, scan, came, wanted))
                .map(casebook -> new Brought(
                        new Volume(
                                volume.compartment(),
                                scan.until(),
                                casebook,
                                volume.mark().map(_ -> scan.mark())),
                        came))
                .orElseGet(() -> new Brought(volume, List.of()));
    }

    /** Entry by entry; nothing where nobody wanted it any more. */
    private Optional<Casebook> applied(Volume volume, Scan scan, List<Id> came, Wanted wanted) {
        CompartmentFold fold = new CompartmentFold(volume.compartment());
        Casebook casebook = volume.casebook();
        for (Read read : scan) {
            if (counts(read)) {
                came.add(read.header().id());
            }
            casebook = fold.apply(casebook, read);
            if (!wanted.still()) {
                return Optional.empty();
            }
        }
        return Optional.of(casebook.settled());
    }

    /** The same for many, which are packed where they were opened, on all cores, and bound here in their order. */
    private Optional<Casebook> bound(Volume volume, Scan scan, List<Id> came, Wanted wanted) {
        Binding binding = new Binding(volume.casebook(), volume.compartment(), expected(volume));
        for (Optional<Folio> folio : scan.each(Stacks::folio)) {
            if (folio.isPresent()) {
                came.add(folio.get().ref().entry());
                binding.add(folio.get());
            }
            if (!wanted.still()) {
                return Optional.empty();
            }
        }
        return Optional.of(binding.bound());
    }

    private static boolean counts(Read read) {
        return read instanceof Read.Live && Casebook.FAMILY.has(read.header().kind());
    }

    private static Optional<Folio> folio(Read read) {
        return counts(read) && read instanceof Read.Live live
                ? Optional.of(Folio.of(live.entry(), live.index()))
                : Optional.empty();
    }

    private int expected(Volume volume) {
        return (int) Math.min(1 << 20, Math.max(0, journal.size() - volume.position()));
    }

    /** Writes the volume down, unless something was erased since {@code era}. */
    void keep(Volume volume, Keyring keys, long era) {
        String compartment = volume.compartment().word();
        kept.ifPresent(each -> keys.newest(compartment).ifPresent(epoch -> {
            try {
                each.log().bringUp();
                each.snapshots()
                        .save(
                                epoch,
                                new CompartmentFold(volume.compartment()),
                                new Folded<>(volume.casebook(), volume.position(), era),
                                each.log());
                if (volume.mark().isPresent()) {
                    each.marks().save(epoch, volume.mark().get(), each.log());
                }
            } catch (IOException | RuntimeException e) {
                // disposable: the next unlock reads the rows, and whoever keeps the machine learns why
                System.err.println("lapwing desk: a snapshot of " + compartment + " could not be written ("
                        + e.getClass().getSimpleName() + ")");
            }
        }));
    }
}
