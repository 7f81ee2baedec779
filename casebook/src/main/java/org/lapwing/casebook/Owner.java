// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.Optional;
import org.lapwing.casebook.fact.AccountFact;
import org.lapwing.casebook.fact.AccountFact.AccountReadBack;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.RenderingChecked;
import org.lapwing.casebook.fact.AccountFact.RenderingMade;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.ClaimFact;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact;
import org.lapwing.casebook.fact.IntakeFact.ReplyWritten;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.IntakeFact.ReportTriaged;
import org.lapwing.casebook.fact.NameFact;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.NameFact.NameRevealed;
import org.lapwing.casebook.fact.NameFact.NamesSought;
import org.lapwing.casebook.fact.OriginalFact;
import org.lapwing.casebook.fact.OriginalFact.ExhibitKept;
import org.lapwing.casebook.fact.OriginalFact.OriginalKept;
import org.lapwing.casebook.fact.OriginalFact.TokensMapped;
import org.lapwing.casebook.fact.PersonFact.ExaminationRecorded;
import org.lapwing.casebook.fact.PersonFact.PersonDescribed;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.SourceFact;
import org.lapwing.entry.Id;

/** With whom a fact is forgotten: under whose shred key it is sealed. */
public sealed interface Owner {
    /** Everything that a source told, and what was worked out of it. */
    record OfSource(Id source) implements Owner {}

    /** A report, until it is erased by itself or with the source that it became. */
    record OfReport(Id report) implements Owner {}

    /** What is kept about a person whoever tells of them. */
    record OfPerson(Id person) implements Owner {}

    /** What the group itself says and decides. */
    record OfGroup() implements Owner {}

    /** @param casebook must hold the account that the fact is about, if it is about one */
    static Owner of(Casebook casebook, Fact fact) {
        return switch (fact) {
            case IntakeFact intake ->
                switch (intake) {
                    case ReportReceived report -> new OfReport(report.follows().orElse(report.report()));
                    case ReportTriaged triaged -> new OfReport(triaged.report());
                    case ReplyWritten reply -> new OfReport(reply.report());
                };
            case OriginalFact original ->
                switch (original) {
                    case OriginalKept kept -> ofAccount(casebook, kept.account());
                    case TokensMapped mapped -> ofAccount(casebook, mapped.account());
                    case ExhibitKept exhibit ->
                        exhibit.account()
                                .map(account -> ofAccount(casebook, account))
                                .orElseGet(OfGroup::new);
                };
            case NameFact name ->
                switch (name) {
                    case NameRecorded recorded -> said(recorded.saidBy(), recorded.person());
                    case NameRevealed revealed -> new OfPerson(revealed.person());
                    case NamesSought _ -> new OfGroup();
                };
            case SourceFact source -> new OfSource(source.subjects().getLast());
            case AccountFact account -> ofAccountFact(casebook, account);
            case ClaimFact claim ->
                claim instanceof ClaimCoded coded
                        ? ofAccount(casebook, coded.account())
                        : casebook.last(claim.claim(), ClaimCoded.class)
                                .map(coded -> ofAccount(casebook, coded.fact().account()))
                                .orElseGet(OfGroup::new);
            case PersonOpened person -> new OfPerson(person.person());
            case PersonDescribed value -> said(value.saidBy(), value.person());
            case ExaminationRecorded examination -> new OfPerson(examination.person());
            default -> new OfGroup();
        };
    }

    private static Owner ofAccountFact(Casebook casebook, AccountFact fact) {
        return switch (fact) {
            case AccountTaken taken -> new OfSource(taken.source());
            case AccountReadBack readBack -> ofAccount(casebook, readBack.account());
            case WorkingCopyMade copy -> ofAccount(casebook, copy.account());
            case RenderingMade rendering -> ofAccount(casebook, rendering.account());
            case RenderingChecked checked ->
                casebook.last(checked.rendering(), RenderingMade.class)
                        .map(made -> ofAccount(casebook, made.fact().account()))
                        .orElseGet(OfGroup::new);
        };
    }

    private static Owner said(Optional<Id> saidBy, Id person) {
        return saidBy.<Owner>map(OfSource::new).orElseGet(() -> new OfPerson(person));
    }

    private static Owner ofAccount(Casebook casebook, Id account) {
        return casebook.last(account, AccountTaken.class)
                .<Owner>map(taken -> new OfSource(taken.fact().source()))
                .orElseGet(OfGroup::new);
    }
}
