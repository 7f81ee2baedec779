// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

import java.util.List;

/** Every closed list of words that the casebook uses. None of them describes whom somebody loves or what they believe. */
public final class Terms {
    private Terms() {}

    public static List<Class<? extends Term>> lists() {
        return List.of(
                ActType.class,
                Method.class,
                Role.class,
                PlaceType.class,
                Standing.class,
                UnitType.class,
                PersonRole.class,
                AgeGroup.class,
                FateKind.class,
                EstablishedBy.class,
                SourceKind.class,
                Reliability.class,
                VerifiedHow.class,
                Channel.class,
                Access.class,
                ClaimKind.class,
                TellerCertainty.class,
                AccountLabel.class,
                Wording.class,
                RenderingMethod.class,
                StatementKind.class,
                StatementBasis.class,
                Investigation.class,
                RetractionKind.class,
                Control.class,
                StepKind.class,
                FindingType.class,
                Side.class,
                ReasonKind.class,
                Standard.class,
                TieKind.class,
                Judgement.class,
                Purpose.class,
                Relation.class,
                BodyKind.class,
                NameReceiver.class,
                DetailKind.class,
                NameKind.class,
                Script.class,
                ReportKind.class,
                TriageDecision.class,
                Consistency.class,
                FindingState.class,
                CheckItem.class,
                CheckState.class,
                ReopenedBy.class,
                Knowledge.class,
                Refusal.class);
    }

    /** Every word of every list, in order. */
    public static List<Term> all() {
        return lists().stream()
                .<Term>flatMap(list -> java.util.Arrays.stream(list.getEnumConstants()))
                .toList();
    }
}
