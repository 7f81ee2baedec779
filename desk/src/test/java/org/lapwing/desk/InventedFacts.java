// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.AccountLabel;
import org.lapwing.casebook.term.Channel;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.term.Standing;
import org.lapwing.casebook.term.Wording;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/** Facts of which a test needs little: what it says of them, with the rest as plain as it may be. */
public final class InventedFacts {
    private InventedFacts() {}

    public static SourceOpened source(Id source, String codeName, SourceKind kind, String language) {
        return source(source, codeName, kind, language, Optional.empty());
    }

    public static SourceOpened survivor(Id source, String codeName, Id person) {
        return source(source, codeName, SourceKind.SURVIVOR, "en", Optional.of(person));
    }

    private static SourceOpened source(
            Id source, String codeName, SourceKind kind, String language, Optional<Id> person) {
        return new SourceOpened(
                source,
                codeName,
                kind,
                List.of(language),
                person,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Told in a call in April 2019, word by word, to nobody in particular. */
    public static AccountTaken account(Id account, Id source, String language, AccountLabel... labels) {
        return new AccountTaken(
                account,
                source,
                Channel.CALL,
                Edtf.parse("2019-04"),
                language,
                "by telephone",
                "nobody",
                Optional.empty(),
                "none",
                true,
                Wording.VERBATIM,
                List.of(),
                false,
                Optional.empty(),
                List.of(labels),
                Optional.empty());
    }

    public static WorkingCopyMade copy(Id account, String words, String language) {
        return new WorkingCopyMade(account, 1, new Text(words, language), List.of());
    }

    public static PlaceOpened place(Id place, String name) {
        return new PlaceOpened(
                place,
                List.of(name),
                PlaceType.TOWN_OR_DISTRICT,
                Standing.UNOFFICIAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The first one of a desk. */
    public static FindingProposed finding(Id finding, String sentence) {
        return new FindingProposed(
                finding,
                1,
                FindingType.INCIDENT,
                new Text(sentence, "en"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Standard.REASONABLE_SUSPICION);
    }
}
