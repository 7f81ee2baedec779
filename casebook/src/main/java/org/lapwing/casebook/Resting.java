// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.Optional;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.RenderingMade;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact.ReplyWritten;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.OriginalFact.ExhibitKept;
import org.lapwing.casebook.fact.PersonFact.PersonDescribed;
import org.lapwing.casebook.fact.TieFact.IndependenceJudged;
import org.lapwing.casebook.fact.WeighingFact.ContaminationNoted;
import org.lapwing.casebook.fact.WeighingFact.ContradictionAnswered;
import org.lapwing.entry.Id;

/** What cannot stand when something is erased, told apart from what merely mentions it. */
final class Resting {
    private Resting() {}

    /**
     * What another source derived from it, what was already published, and that it was once weighed do not rest on it: the
     * last so that a finding which leaned on it is read again.
     */
    static boolean restsOn(Fact fact, Id on) {
        if (fact.subjects().contains(on)) {
            return true;
        }
        Optional<Id> is = Optional.of(on);
        return switch (fact) {
            case AccountTaken account ->
                account.source().equals(on) || account.report().equals(is);
            case RenderingMade rendering -> rendering.account().equals(on);
            case ClaimCoded claim -> claim.account().equals(on);
            case NameRecorded name -> name.saidBy().equals(is) || name.account().equals(is);
            case PersonDescribed value ->
                value.saidBy().equals(is) || value.account().equals(is);
            case ExhibitKept exhibit -> exhibit.account().equals(is);
            case ReportReceived report -> report.follows().equals(is);
            case ReplyWritten reply -> reply.report().equals(on);
            case ContradictionAnswered answered -> answered.contradiction().equals(on);
            case ContaminationNoted risk -> risk.sources().contains(on);
            case IndependenceJudged judged -> judged.other().equals(is);
            default -> false;
        };
    }
}
