// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.weigh.ProofRules;
import org.lapwing.entry.Id;

/**
 * What a publisher asks for: these findings, to this body, for this purpose.
 *
 * @param day of publishing, the only date of ours that a package tells
 * @param rewordings translations, and coarser or safer words in place of what stands in the casebook
 * @param removed people who are to be taken out, so that they need not be asked: they become "[someone]"
 * @param rules the group's own; their crowd is the k under which counts are withheld
 */
public record Release(
        List<Id> findings,
        Id body,
        Purpose purpose,
        LocalDate day,
        List<Tongue> tongues,
        List<Rewording> rewordings,
        Set<Id> removed,
        List<Exhibit> exhibits,
        ProofRules rules) {
    public Release {
        findings = List.copyOf(findings);
        tongues = List.copyOf(tongues);
        rewordings = List.copyOf(rewordings);
        removed = Set.copyOf(removed);
        exhibits = List.copyOf(exhibits);
    }

    /** By the default rules, without rewordings or exhibits. */
    public static Release of(List<Id> findings, Id body, Purpose purpose, LocalDate day, Tongue... tongues) {
        return new Release(
                findings, body, purpose, day, List.of(tongues), List.of(), Set.of(), List.of(), ProofRules.DEFAULTS);
    }

    public Release with(List<Rewording> words) {
        return new Release(findings, body, purpose, day, tongues, words, removed, exhibits, rules);
    }

    public Release without(Set<Id> people) {
        return new Release(findings, body, purpose, day, tongues, rewordings, people, exhibits, rules);
    }

    /**
     * Words of the publisher's. In the language of what they stand for they replace it; in another they translate it.
     *
     * @param of the claim whose words are quoted, the place or unit that is named, or else the entry that holds the words
     */
    public record Rewording(Id of, Text words) {}

    Optional<Text> rewording(Id of, String language) {
        return rewordings.stream()
                .filter(each -> each.of().equals(of) && each.words().language().equals(language))
                .map(Rewording::words)
                .reduce((former, latter) -> latter);
    }

    List<Text> translations(Id of, String language) {
        return rewordings.stream()
                .filter(each -> each.of().equals(of) && !each.words().language().equals(language))
                .map(Rewording::words)
                .toList();
    }
}
