// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.Access;

/** The words of a working copy, cut where excerpts begin and end. */
public final class Segments {
    /**
     * @param mark the class of the mark: none, {@code a} for first hand, {@code b} for heard
     * @param anchor of the first claim that begins here, or empty
     */
    public record Segment(String words, String mark, String anchor) {}

    private Segments() {}

    static List<Segment> of(Text words, int copy, List<Claim> claims) {
        var cuts = new TreeSet<Integer>(List.of(0, words.length()));
        List<Claim> here = claims.stream().filter(claim -> in(claim, copy)).toList();
        for (Claim claim : here) {
            Excerpt.OfWords stretch = (Excerpt.OfWords) claim.excerpt();
            cuts.add(Math.min(stretch.from(), words.length()));
            cuts.add(Math.min(stretch.to(), words.length()));
        }
        var segments = new ArrayList<Segment>();
        int from = 0;
        for (int to : cuts) {
            if (to > from) {
                segments.add(segment(words, from, to, here));
            }
            from = to;
        }
        return segments;
    }

    private static Segment segment(Text words, int from, int to, List<Claim> claims) {
        List<Claim> covering = claims.stream()
                .filter(claim -> claim.excerpt() instanceof Excerpt.OfWords(int copy, int start, int end)
                        && start <= from
                        && end >= to)
                .toList();
        String mark = covering.isEmpty()
                ? ""
                : covering.stream().anyMatch(claim -> firstHand(claim.coding().access())) ? "a" : "b";
        String anchor = covering.stream()
                .filter(claim -> ((Excerpt.OfWords) claim.excerpt()).from() == from)
                .map(claim -> claim.id().toString())
                .findFirst()
                .orElse("");
        return new Segment(words.between(from, to), mark, anchor);
    }

    private static boolean firstHand(Access access) {
        return access.firstHand();
    }

    private static boolean in(Claim claim, int copy) {
        return claim.stands() && claim.excerpt() instanceof Excerpt.OfWords stretch && stretch.copy() == copy;
    }
}
