// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.util.List;
import java.util.SplittableRandom;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.naming.CodeNames;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.desk.demo.Numbered.Sort;
import org.lapwing.entry.Id;

/**
 * Who and what a large world has, all by number.
 *
 * @param accounts how many; of five accounts one is the second telling of a source, of five three began as reports, and for
 *     each two there is a person of whom they tell
 */
record LargeCast(int accounts, Numbered numbered, CodeNames codeNames) {
    private static final List<SourceKind> KINDS = List.of(
            SourceKind.SURVIVOR,
            SourceKind.SURVIVOR,
            SourceKind.SURVIVOR,
            SourceKind.RELATIVE,
            SourceKind.RELATIVE,
            SourceKind.EYEWITNESS,
            SourceKind.INSIDER,
            SourceKind.DOCUMENT);

    /** A fact, who writes it, and the shred key of whoever it is forgotten with. */
    record Written(Hand hand, Fact fact, Id shredKey) {}

    /** Which members write. */
    enum Hand {
        INTAKE,
        CODER,
        REVIEWER
    }

    int source(int account) {
        return (int) (account * 4L / 5);
    }

    boolean beginsSource(int account) {
        return account == 0 || source(account - 1) != source(account);
    }

    int sources() {
        return source(accounts - 1) + 1;
    }

    boolean hasReport(int account) {
        return account % 5 < 3;
    }

    int report(int account) {
        return account / 5 * 3 + account % 5;
    }

    int reports() {
        return (accounts + 4) / 5 * 3;
    }

    /** Reports that nobody has looked at yet. */
    int waiting() {
        return Math.max(3, accounts / 1000);
    }

    int persons() {
        return (accounts + 1) / 2;
    }

    int places() {
        return Math.max(20, accounts / 250);
    }

    int units() {
        return Math.max(4, places() / 5);
    }

    int statements() {
        return Math.max(5, accounts / 500);
    }

    int findings() {
        return Math.max(3, accounts / 1000);
    }

    SourceKind kind(int source) {
        return KINDS.get(numbered.random(Sort.SOURCE, source).nextInt(KINDS.size()));
    }

    /** Whether the person of whom this account first tells is the one who tells it. */
    boolean tellsOfThemself(int account) {
        return account % 2 == 0 && beginsSource(account) && kind(source(account)) == SourceKind.SURVIVOR;
    }

    String codeNameOfSource(int source) {
        return codeNames.numbered(2 * source);
    }

    String codeNameOfPerson(int person) {
        return tellsOfThemself(2 * person) ? codeNameOfSource(source(2 * person)) : codeNames.numbered(2 * person + 1);
    }

    String givenName(int person) {
        return InventedWords.name(numbered.random(Sort.NAME, 2L * person));
    }

    String familyName(int person) {
        return InventedWords.familyName(numbered.random(Sort.NAME, 2L * person + 1));
    }

    String placeName(int place) {
        return InventedWords.name(numbered.random(Sort.PLACE, place));
    }

    /** The first places are told of most: of a hundred accounts about five tell of the first of 400. */
    int somePlace(SplittableRandom random) {
        double at = random.nextDouble();
        return (int) (places() * at * at);
    }
}
