// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

/** What the {@code casebook} compartment holds. */
public sealed interface CaseFact extends Fact
        permits SourceFact,
                AccountFact,
                ClaimFact,
                PersonFact,
                PlaceFact,
                StatementFact,
                FindingFact,
                WeighingFact,
                ConsentFact,
                GroupFact {}
