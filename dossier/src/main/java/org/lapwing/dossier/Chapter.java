// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.edtf.Edtf;

/**
 * One finding as it is published.
 *
 * @param sentence the finding itself
 * @param tellings what people said who allowed it, for and against, in fresh order
 * @param statements what officials said
 * @param passing questions about details that could have passed between sources, answered
 */
public record Chapter(
        FindingType type,
        Worded sentence,
        Optional<Edtf> period,
        Optional<Worded> place,
        Optional<Worded> unit,
        Standard standard,
        Review review,
        List<Reason> reasons,
        List<Telling> tellings,
        List<Said> statements,
        List<Passing> passing,
        Counts counts) {
    public Chapter {
        reasons = List.copyOf(reasons);
        tellings = List.copyOf(tellings);
        statements = List.copyOf(statements);
        passing = List.copyOf(passing);
    }

    /**
     * A second member agreed.
     *
     * @param standard at most which the review carries
     */
    public record Review(Standard standard, boolean agrees, Optional<Worded> reasons) {}

    public record Reason(ReasonKind kind, Worded words) {}

    /**
     * What one source told that bears on the finding.
     *
     * @param teller a code name of this package only
     * @param heardFrom somebody else by the name that they have in this package
     * @param verbatim whether these are the teller's own words, not a summary or the publisher's
     * @param words absent where they lie in a recording or a picture
     * @param answer where it contradicts
     */
    public record Telling(
            Side side,
            String teller,
            Access access,
            Optional<String> heardFrom,
            boolean verified,
            boolean verbatim,
            Optional<Worded> words,
            Optional<Worded> answer) {}

    /** What an official body or speaker said, by office. */
    public record Said(
            Side side,
            String speaker,
            Edtf when,
            Worded words,
            StatementKind kind,
            StatementBasis basis,
            Investigation investigation,
            Optional<Worded> answer) {}

    /** How details could have passed, and why the finding stands all the same. */
    public record Passing(TieKind kind, Worded answer) {}

    public List<Telling> tellings(Side side) {
        return tellings.stream().filter(each -> each.side() == side).toList();
    }

    public List<Said> statements(Side side) {
        return statements.stream().filter(each -> each.side() == side).toList();
    }
}
