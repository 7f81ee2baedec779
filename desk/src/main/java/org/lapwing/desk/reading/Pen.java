// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.CasebookFold;
import org.lapwing.casebook.Drafts;
import org.lapwing.casebook.EntryRef;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Owner;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Id;
import org.lapwing.journal.Journal;
import org.lapwing.journal.Outcome;

/**
 * How members write. Each fact goes under the shred key of its {@link Owner}, so that destroying one key forgets one
 * source, report or person with all that they told; an owner who begins here gets a key of their own.
 */
public final class Pen {
    /** Stands where a fact that is not yet in the journal would have its shred key. */
    private static final Id UNWRITTEN = new Id(0, 0);

    private final Journal journal;
    private final SecureRandom random;
    private final Supplier<Id> groupShredKey;

    public Pen(Journal journal, SecureRandom random, Supplier<Id> groupShredKey) {
        this.journal = journal;
        this.random = random;
        this.groupShredKey = groupShredKey;
    }

    /**
     * Writes what was decided on a page, all of it or nothing.
     *
     * @param position where the page stood when it was drawn
     * @param reliedOn the ids on which the decision rests; a later entry on one of them makes it stale
     */
    public Outcome write(View view, long position, List<Id> reliedOn, List<? extends Fact> facts) {
        Unlocked writer = view.unlocked();
        Map<Id, Id> fresh = new HashMap<>();
        List<Draft> drafts = new ArrayList<>();
        // What comes earlier in the same writing counts: a working copy belongs to the account that begins beside it.
        Casebook soFar = view.casebook();
        for (Fact fact : facts) {
            soFar = CasebookFold.apply(
                    soFar, fact, new EntryRef(-1, newId(), view.reader().id(), Instant.EPOCH, UNWRITTEN));
            drafts.add(Drafts.draft(fact, shredKey(view, soFar, fact, fresh)));
        }
        return journal.append(writer.author(), drafts, new Basis(position, reliedOn), writer.keys());
    }

    private Id shredKey(View view, Casebook soFar, Fact fact, Map<Id, Id> fresh) {
        return switch (Owner.of(soFar, fact)) {
            case Owner.OfGroup() -> groupShredKey.get();
            case Owner.OfSource(Id source) -> keyOf(view, source, SourceOpened.class, fresh);
            case Owner.OfReport(Id report) -> keyOf(view, report, ReportReceived.class, fresh);
            case Owner.OfPerson(Id person) -> keyOf(view, person, PersonOpened.class, fresh);
        };
    }

    private Id keyOf(View view, Id owner, Class<? extends Fact> beginning, Map<Id, Id> fresh) {
        Optional<Id> known = begins(view, owner, beginning);
        return known.orElseGet(
                () -> fresh.computeIfAbsent(owner, id -> view.unlocked().keys().newShredKey()));
    }

    /** The key of the entry with which the owner began. */
    private static Optional<Id> begins(View view, Id owner, Class<? extends Fact> beginning) {
        return view.casebook().about(owner, beginning).stream()
                .filter(noted -> noted.fact().subjects().contains(owner))
                .map(Noted::ref)
                .map(EntryRef::shredKey)
                .findFirst();
    }

    public Id newId() {
        return Id.random(random);
    }
}
