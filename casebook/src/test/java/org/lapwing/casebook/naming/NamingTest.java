// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.naming.Tokens.Mark;

class NamingTest {
    private final CodeNames names = new CodeNames();
    private final Token teal = new Token(Token.Kind.P, "grey-teal");
    private final Token yard = new Token(Token.Kind.L, "quiet-owl");

    @Test
    void codeNamesAreTwoWordsAndNeverOneInUse() {
        var used = new HashSet<String>();
        var random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            String name = names.next(used, random);
            assertThat(CodeNames.isCodeName(name)).isTrue();
            assertThat(used.add(name)).as(name).isTrue();
        }
        assertThat(names.size()).isGreaterThan(10_000);
    }

    @Test
    void theSameRandomnessGivesTheSameNames() {
        assertThat(names.next(Set.of(), new Random(3))).isEqualTo(new CodeNames().next(Set.of(), new Random(3)));
    }

    @Test
    void aNumberFollowsOnlyWhenEveryPairIsInUse() {
        var used = new HashSet<String>();
        var random = new Random(1);
        for (int i = 0; i < names.size(); i++) {
            used.add(names.next(used, random));
        }
        assertThat(used).noneMatch(name -> name.matches(".*[0-9]"));
        assertThat(names.next(used, random)).endsWith("-2");
    }

    @Test
    void marksBecomeTokensAndTheMapLeadsBackInCodePoints() {
        // The flag is one grapheme of two code points outside the basic plane.
        Text original = new Text("🇦🇦 Вымышлен и Вымышлен были во дворе.", "ru");
        Tokens.Copy copy = (Tokens.Copy)
                Tokens.apply(original, List.of(new Mark(14, 22, teal), new Mark(3, 11, teal), new Mark(31, 36, yard)));
        assertThat(copy.words().words()).isEqualTo("🇦🇦 [P: grey-teal] и [P: grey-teal] были во [L: quiet-owl].");
        assertThat(copy.places())
                .hasSize(3)
                .allSatisfy(place -> assertThat(copy.words().between(place.copyFrom(), place.copyTo()))
                        .isEqualTo(place.token()));
        assertThat(original.between(
                        copy.places().getFirst().originalFrom(),
                        copy.places().getFirst().originalTo()))
                .isEqualTo("Вымышлен");
        // "были во" in the copy leads to "были во" in the original.
        int from = copy.words().words().codePointCount(0, copy.words().words().indexOf("были"));
        var back = copy.inOriginal(from, from + 7);
        assertThat(original.between(back.originalFrom(), back.originalTo())).isEqualTo("были во");
    }

    @Test
    void anExcerptThatCutsATokenTakesItWhole() {
        Text original = new Text("Вымышлен пришёл", "ru");
        Tokens.Copy copy = (Tokens.Copy) Tokens.apply(original, List.of(new Mark(0, 8, teal)));
        var back = copy.inOriginal(4, 14 + 4);
        assertThat(original.between(back.originalFrom(), back.originalTo())).isEqualTo("Вымышлен при");
        assertThat(copy.inOriginal(0, 3).originalTo()).isEqualTo(8);
    }

    @Test
    void overlappingAndEmptyMarksAreRefusedAndNothingChanges() {
        Text original = new Text("some words", "en");
        assertThat(Tokens.apply(original, List.of(new Mark(0, 4, teal), new Mark(3, 6, yard))))
                .isEqualTo(new Tokens.Refused("two marks overlap", 3));
        assertThat(Tokens.apply(original, List.of(new Mark(2, 2, teal)))).isInstanceOf(Tokens.Refused.class);
        assertThat(Tokens.apply(original, List.of(new Mark(2, 99, teal)))).isInstanceOf(Tokens.Refused.class);
    }

    @Test
    void wordsThatLookLikeATokenMustBeMarked() {
        Text original = new Text("he wrote [P: grey-teal] himself", "en");
        assertThat(Tokens.apply(original, List.of())).isInstanceOf(Tokens.Refused.class);
        assertThat(Tokens.apply(original, List.of(new Mark(9, 23, new Token(Token.Kind.P, "late-plover")))))
                .isInstanceOf(Tokens.Copy.class);
    }

    @Test
    void onlyWhatIsWrittenExactlyLikeATokenIsOne() {
        assertThat(Tokens.in("[P: grey-teal] [p: grey-teal] [P:grey-teal] [P: Grey-Teal] [X: a-b] [P: grey]"))
                .singleElement()
                .isEqualTo(new Tokens.Found(0, 14, teal));
        assertThat(Token.parse("[P: grey-teal]")).contains(teal);
        assertThat(Token.parse("[P: grey-teal] ")).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> new Token(Token.Kind.P, "Вымышлен")).hasMessageContaining("two words");
    }

    @Test
    void otherPlacesOfTheSameNameAreOfferedAndNotApplied() {
        Text original = new Text("Olm came. OLM left. Olmer stayed, olm too.", "en");
        var marks = List.of(new Mark(0, 3, teal));
        assertThat(Tokens.alike(original, marks)).containsExactly(new Mark(10, 13, teal), new Mark(34, 37, teal));
    }

    @Test
    void tokensOfOneAccountDiffer() {
        Token first = Tokens.mint(Token.Kind.P, Set.of(), names, new Random(5));
        Token second = Tokens.mint(Token.Kind.P, Set.of(first), names, new Random(5));
        assertThat(second.name()).isNotEqualTo(first.name());
    }
}
