// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.term.FindingState;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.term.Term;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.casebook.weigh.Exposure;
import org.lapwing.casebook.weigh.ProofChecklist;
import org.lapwing.desk.places.Timeline;
import org.lapwing.entry.Id;

/**
 * One finding with everything that lies on its scales, as a reader may see it.
 *
 * @param independence the sentence on how its accounts know, and those on who repeats whom
 * @param typed what was typed into a form that could not be taken, by field
 */
public record FindingPage(
        Finding finding,
        FindingState state,
        Standing standing,
        List<String> independence,
        Scales scales,
        Map<Id, String> tellers,
        List<Question> questions,
        List<Detail> details,
        SecondReader secondReader,
        Optional<Held> held,
        Typed typed) {

    /** A piece of an account's words; a token stands for a name. */
    public record Piece(String words, boolean token) {}

    /**
     * A claim as it is quoted.
     *
     * @param words empty where they are sealed to this reader, or are no words but a page or a recording
     * @param derivedFrom code name of whom it was heard from
     * @param index of the entry that weighed it
     */
    public record Quote(
            Id claim,
            Id account,
            Id source,
            String codeName,
            List<Term> tags,
            boolean verified,
            List<Piece> words,
            String language,
            String told,
            Optional<String> derivedFrom,
            Optional<String> note,
            Signed weighed) {}

    /** Who entered it and where it stands in the journal. */
    public record Signed(String handle, String day, long index) {}

    public record Answer(String words, Signed by) {}

    /**
     * What lies against it.
     *
     * @param who a source's code name, or a speaker by office
     * @param href where it can be read whole
     */
    public record Against(
            Id id,
            boolean source,
            String who,
            String href,
            List<Term> tags,
            List<Piece> words,
            String language,
            String when,
            boolean needsAnswer,
            Optional<Answer> answer) {}

    /** A statement that neither supports nor contradicts, or one that supports. */
    public record Said(Id id, Side side, String speaker, List<Term> tags, String words, String language, String when) {}

    public record Scales(
            List<Quote> supporting,
            List<Said> acknowledging,
            List<Against> against,
            List<Quote> silent,
            List<Said> unsaid) {
        private static final int SHOWN = 6;

        /** As many as are shown at once. */
        public List<Quote> first() {
            return supporting.subList(0, Math.min(SHOWN, supporting.size()));
        }

        public List<Quote> more() {
            return supporting.subList(Math.min(SHOWN, supporting.size()), supporting.size());
        }
    }

    /** How far it is: the checklist, and why a second reading no longer stands. */
    public record Standing(ProofChecklist checklist, boolean tiesSealed, List<String> reopened, List<Reason> reasons) {
        public Optional<Reason> reason(ReasonKind kind) {
            return reasons.stream().filter(each -> each.kind() == kind).findFirst();
        }
    }

    public record Reason(ReasonKind kind, String words, Signed by) {}

    /**
     * A question about passed details.
     *
     * @param risk empty while only the casebook raises it
     */
    public record Question(
            String field,
            Optional<Id> risk,
            TieKind kind,
            List<Id> sources,
            List<String> names,
            String words,
            Optional<Answer> answer) {}

    public record Detail(String field, Exposure.Checked checked, String shown) {}

    /** @param mayRead not whoever wrote the sentence, and an investigator or analyst */
    public record SecondReader(
            boolean mayRead, boolean proposer, String proposedBy, Optional<Review> review, List<Standard> standards) {}

    public record Review(boolean agrees, Standard standard, String reasons, Signed by) {}

    public record Held(Id place, String name, Timeline timeline) {}

    /** @param error a sentence for each field that could not be taken */
    public record Typed(Map<String, String> words, Map<String, String> error) {
        public static final Typed NOTHING = new Typed(Map.of(), Map.of());

        public String of(String field) {
            return words.getOrDefault(field, "");
        }

        public boolean wrong(String field) {
            return error.containsKey(field);
        }
    }
}
