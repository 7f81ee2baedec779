package org.lapwing.desk.reading;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Drafts;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Id;
import org.lapwing.journal.Journal;
import org.lapwing.journal.Outcome;

/**
 * How members write. What is written about a source goes under the source's own shred key, so that destroying the one key
 * forgets the source; what belongs to no source goes under the group's.
 */
public final class Pen {
    private final Journal journal;
    private final SecureRandom random;
    private final Id groupShredKey;

    public Pen(Journal journal, SecureRandom random, Id groupShredKey) {
        this.journal = journal;
        this.random = random;
        this.groupShredKey = groupShredKey;
    }

    /**
     * Writes what was decided on a page.
     *
     * @param position where the page stood when it was drawn
     * @param reliedOn the ids on which the decision rests; a later entry on one of them makes it stale
     */
    public Outcome write(View view, long position, List<Id> reliedOn, List<? extends Fact> facts) {
        return write(view, position, reliedOn, Optional.empty(), facts);
    }

    /** The same, all about one source, whose shred key covers it. */
    public Outcome writeAbout(View view, long position, Id source, List<? extends Fact> facts) {
        return write(view, position, List.of(source), Optional.of(shredKey(view, source)), facts);
    }

    /** The same, about a source or report that begins with these facts: it gets a shred key of its own. */
    public Outcome writeNew(View view, long position, List<Id> reliedOn, List<? extends Fact> facts) {
        Id fresh = view.unlocked().keys().newShredKey();
        return write(view, position, reliedOn, Optional.of(fresh), facts);
    }

    private Outcome write(
            View view, long position, List<Id> reliedOn, Optional<Id> shredKey, List<? extends Fact> facts) {
        Unlocked writer = view.unlocked();
        List<Draft> drafts = new ArrayList<>();
        for (Fact fact : facts) {
            drafts.add(Drafts.draft(fact, shredKey.orElse(groupShredKey)));
        }
        return journal.append(writer.author(), drafts, new Basis(position, reliedOn), writer.keys());
    }

    /** The shred key of whatever an id belongs to: its source, its account's source, its report; else the group's. */
    public Id shredKey(View view, Id about) {
        var casebook = view.casebook();
        return casebook.last(about, SourceOpened.class)
                .map(noted -> noted.ref().entry())
                .or(() -> casebook.last(about, AccountTaken.class).map(noted -> noted.ref().entry()))
                .or(() -> casebook.last(about, ReportReceived.class).map(noted -> noted.ref().entry()))
                .flatMap(view::shredKeyOf)
                .orElse(groupShredKey);
    }

    public Id newId() {
        return Id.random(random);
    }
}
