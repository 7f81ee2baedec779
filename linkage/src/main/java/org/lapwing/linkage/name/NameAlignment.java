// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.name;

import java.util.ArrayList;
import java.util.List;
import org.lapwing.linkage.name.NamePart.Role;
import org.lapwing.linkage.text.Likeness;

/**
 * Which words of two names answer each other, and how well. Symmetric. Belongs to one thread.
 *
 * <p>Words are paired best first, whatever their order. Initials fit what they begin; nicknames fit their names; a patronymic
 * fits the father's given name; a word that the other name lacks costs little, a word that contradicts costs nearly all.
 */
public final class NameAlignment {

    private static final Nicknames NICKNAMES = Nicknames.first();

    private final Likeness likeness = new Likeness();

    /** From 0, different names, to 1, the same words. Names in different scripts, orders or spellings lie between. */
    public double similarity(PersonName a, PersonName b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        double byWords = byWords(a, b);
        return Math.max(byWords, joined(a.joined(), b.joined()));
    }

    private double joined(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (Math.min(a.length(), b.length()) < 5) {
            return 0;
        }
        int most = longer / 8;
        int edits = likeness.edits(a, b, most);
        return edits > most ? 0 : 0.98 - 1.2 * edits / longer;
    }

    private double byWords(PersonName a, PersonName b) {
        List<NamePart> left = words(a);
        List<NamePart> right = words(b);
        if (left.size() > right.size()) {
            List<NamePart> swap = left;
            left = right;
            right = swap;
        }
        int n = left.size();
        int m = right.size();
        if (n == 0) {
            return 0;
        }
        double[][] table = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                table[i][j] = word(left.get(i), right.get(j));
            }
        }
        boolean[] usedLeft = new boolean[n];
        boolean[] usedRight = new boolean[m];
        double worst = 1;
        double sum = 0;
        int strong = 0;
        for (int k = 0; k < n; k++) {
            int best = bestPair(table, usedLeft, usedRight);
            int i = best / m;
            int j = best % m;
            usedLeft[i] = true;
            usedRight[j] = true;
            double score = table[i][j];
            worst = Math.min(worst, score);
            sum += score;
            if (score > 0.6
                    && left.get(i).role() != Role.INITIAL
                    && right.get(j).role() != Role.INITIAL) {
                strong++;
            }
        }
        return total(worst, sum / n, strong, n, m);
    }

    private static double total(double worst, double mean, int strong, int n, int m) {
        double score = 0.65 * worst + 0.35 * mean;
        if (strong == 0) {
            score *= 0.5;
        }
        // one word against several says little; two against many are still short of a name
        double missing = m - n;
        score -= n == 1 && m > 1 ? 0.12 + 0.1 * missing : 0.035 * missing;
        return Math.max(0, score);
    }

    /** Ties go to the words that stand first, so that the answer does not depend on which name is given first. */
    private static int bestPair(double[][] table, boolean[] usedLeft, boolean[] usedRight) {
        int best = -1;
        double most = -1;
        int m = usedRight.length;
        for (int i = 0; i < usedLeft.length; i++) {
            for (int j = 0; !usedLeft[i] && j < m; j++) {
                if (!usedRight[j] && table[i][j] > most) {
                    most = table[i][j];
                    best = i * m + j;
                }
            }
        }
        return best;
    }

    private static List<NamePart> words(PersonName name) {
        List<NamePart> words = new ArrayList<>();
        for (NamePart part : name.parts()) {
            if (part.role() != Role.PARTICLE) {
                words.add(part);
            }
        }
        return words.isEmpty() ? name.parts() : words;
    }

    /** How well two words answer each other, from 0 to 1. */
    public double word(NamePart a, NamePart b) {
        if (a.latin().equals(b.latin())) {
            return 1;
        }
        if (a.role() == Role.INITIAL || b.role() == Role.INITIAL) {
            return a.latin().charAt(0) == b.latin().charAt(0)
                            || a.folded().charAt(0) == b.folded().charAt(0)
                    ? 0.85
                    : 0;
        }
        if (a.role() == Role.PATRONYMIC != (b.role() == Role.PATRONYMIC)) {
            return fathersName(a, b);
        }
        if (a.role() == Role.PATRONYMIC) {
            return spelling(a.stem(), b.stem());
        }
        if (a.folded().equals(b.folded())) {
            return 0.98;
        }
        if (a.stem().equals(b.stem())) {
            return 0.96;
        }
        if (NICKNAMES.areForms(a.folded(), b.folded())) {
            return 0.9;
        }
        return Math.max(spelling(a.folded(), b.folded()), spelling(a.stem(), b.stem()) - 0.03);
    }

    /** Whether two words can be forms of one name by rule, however they are spelled: initial, nickname, father's name. */
    public static boolean areForms(NamePart a, NamePart b) {
        if (a.role() == Role.INITIAL || b.role() == Role.INITIAL) {
            return a.folded().charAt(0) == b.folded().charAt(0);
        }
        if (a.role() == Role.PATRONYMIC != (b.role() == Role.PATRONYMIC)) {
            return isFather(a, b);
        }
        return a.role() == Role.NAME && NICKNAMES.areForms(a.folded(), b.folded());
    }

    /** Whether other names are known to be forms of this one. */
    public static boolean isKnown(NamePart name) {
        return NICKNAMES.knows(name.folded());
    }

    private static boolean isFather(NamePart a, NamePart b) {
        NamePart patronymic = a.role() == Role.PATRONYMIC ? a : b;
        NamePart other = a.role() == Role.PATRONYMIC ? b : a;
        return patronymic.stem().length() > 2
                && other.folded().startsWith(patronymic.stem())
                && other.folded().length() <= patronymic.stem().length() + 2;
    }

    /** {@code Magomedovich} against {@code Magomed}: one list may write the father's bare name. */
    private double fathersName(NamePart a, NamePart b) {
        return isFather(a, b) ? 0.9 : Math.max(0, spelling(a.folded(), b.folded()) - 0.2);
    }

    private double spelling(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        int most = Math.max(1, longer * 2 / 5);
        int edits = likeness.edits(a, b, most);
        if (edits > most) {
            return 0;
        }
        double byEdits = 1 - (double) edits / longer;
        return 0.5 * byEdits + 0.5 * likeness.jaroWinkler(a, b);
    }
}
