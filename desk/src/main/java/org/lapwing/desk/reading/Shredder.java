// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Closing;
import org.lapwing.casebook.Owner;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact.Attachment;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.entry.Id;
import org.lapwing.journal.Blobs;
import org.lapwing.journal.Erasure;
import org.lapwing.journal.Journal;
import org.lapwing.journal.Snapshots;

/** Forgets: destroys the shred keys of whoever is to be forgotten, the files they gave, and what memory holds of them. */
public final class Shredder {
    private final Journal journal;
    private final Blobs blobs;
    private final Snapshots snapshots;
    private final ReadingRoom readingRoom;

    public Shredder(Journal journal, Blobs blobs, Snapshots snapshots, ReadingRoom readingRoom) {
        this.journal = journal;
        this.blobs = blobs;
        this.snapshots = snapshots;
        this.readingRoom = readingRoom;
    }

    /** Durable when it returns; then every view is read anew, without what was forgotten. */
    public void forget(View view, Closing closing) {
        Casebook casebook = view.casebook();
        List<Id> keys = new ArrayList<>();
        List<Id> files = new ArrayList<>();
        for (Owner owner : closing.owners()) {
            switch (owner) {
                case Owner.OfSource(Id source) -> {
                    key(casebook, source, SourceOpened.class).forEach(keys::add);
                    casebook.accounts().of(source).stream()
                            .flatMap(account -> casebook.accounts().exhibits(account.id()).stream())
                            .map(exhibit -> exhibit.fact().blob())
                            .forEach(files::add);
                }
                case Owner.OfPerson(Id person) ->
                    key(casebook, person, PersonOpened.class).forEach(keys::add);
                case Owner.OfReport(Id report) -> {
                    key(casebook, report, ReportReceived.class).forEach(keys::add);
                    // Every part: what came first and each addition has files of its own.
                    casebook.about(report, ReportReceived.class).stream()
                            .flatMap(part -> part.fact().attachments().stream())
                            .map(Attachment::blob)
                            .forEach(files::add);
                }
                case Owner.OfGroup() -> {
                    // what the group says itself stays
                }
            }
        }
        try {
            new Erasure(journal, view.unlocked().keys().shredKeys(), snapshots, blobs).erase(keys, files);
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be deleted; forget once more", e);
        }
        readingRoom.forgetAll();
    }

    private static Stream<Id> key(Casebook casebook, Id owner, Class<? extends Fact> beginning) {
        return casebook.about(owner, beginning).stream()
                .filter(noted -> noted.fact().subjects().contains(owner))
                .map(noted -> noted.ref().shredKey());
    }
}
