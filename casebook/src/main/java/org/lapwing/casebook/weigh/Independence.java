// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Findings.WeighedClaim;
import org.lapwing.casebook.term.Knowledge;
import org.lapwing.casebook.term.Side;
import org.lapwing.entry.Id;

/**
 * Which of the accounts that support a finding know it apart from each other. The unit is the claim: a survivor's own
 * torture is his knowledge, the death of which he heard is somebody else's. Unknown is not independent: only a signed
 * judgement shows it, only for a source whom somebody has verified, and not while a question about passed details is open.
 *
 * @param lines one per account, in the order of weighing
 * @param unverified sources among them whom nobody has verified
 */
public record Independence(List<Line> lines, List<Id> unverified) {
    /**
     * One account.
     *
     * @param from whose knowledge it repeats, where it repeats and that is known
     */
    public record Line(Id account, Id source, Knowledge knowledge, Optional<Id> from) {}

    public static Independence of(Casebook casebook, Finding finding) {
        return of(casebook, finding, Side.FOR);
    }

    public static Independence of(Casebook casebook, Finding finding, Side side) {
        List<Claim> claims = finding.on(side).stream()
                .map(WeighedClaim::claim)
                .filter(Claim::stands)
                .toList();
        return new IndependenceRule(casebook, finding, claims).judge();
    }

    public int accounts() {
        return lines.size();
    }

    public int count(Knowledge knowledge) {
        return (int)
                lines.stream().filter(line -> line.knowledge() == knowledge).count();
    }

    public int shownIndependent() {
        return count(Knowledge.INDEPENDENT);
    }

    /**
     * How many pieces of knowledge there are, whoever repeats them: first-hand tellers, and origins of whom only an echo is
     * here. Five articles that cite one survivor are one.
     */
    public int origins() {
        Stream<Id> own = lines.stream()
                .filter(line -> line.knowledge() == Knowledge.INDEPENDENT || line.knowledge() == Knowledge.UNDETERMINED)
                .map(Line::source);
        Stream<Id> echoed = lines.stream()
                .filter(line -> line.knowledge() == Knowledge.DERIVED)
                .flatMap(line -> line.from().stream());
        return (int) Stream.concat(own, echoed).distinct().count();
    }

    /** Whose knowledge the derived accounts repeat, most repeated first. */
    public List<Id> repeated() {
        Map<Id, Long> times = lines.stream()
                .filter(line -> line.knowledge() == Knowledge.DERIVED)
                .flatMap(line -> line.from().stream())
                .collect(Collectors.groupingBy(each -> each, LinkedHashMap::new, Collectors.counting()));
        return times.entrySet().stream()
                .sorted(Map.Entry.<Id, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
