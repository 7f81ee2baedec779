// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.desk.demo.LargeCast.Written;
import org.lapwing.entry.Id;

/** The world that measurements are made on is the same each time, and keeps the casebook's own rules. */
class LargeWorldTest {
    private static final int ACCOUNTS = 300;

    private static List<Written> world(long seed) {
        LargeCast cast = LargeWorld.cast(ACCOUNTS, seed);
        var keys = new LargeAccount.ShredKeys(
                new Id(0, 0), ids(1, cast.sources()), ids(2, cast.reports()), ids(3, cast.persons()));
        return IntStream.range(0, ACCOUNTS)
                .boxed()
                .flatMap(account -> LargeAccount.write(cast, keys, account).stream())
                .toList();
    }

    private static List<Id> ids(long high, int count) {
        return IntStream.range(0, count).mapToObj(low -> new Id(high, low)).toList();
    }

    private static <F extends Fact> List<F> all(Class<F> kind, List<Written> world) {
        return world.stream()
                .map(Written::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void givesTheSameFactsForTheSameSeedAndOthersForAnother() {
        assertThat(world(7)).isEqualTo(world(7)).isNotEqualTo(world(8));
    }

    @Test
    void hasAboutTenEntriesForEachAccountAndNoIdTwice() {
        List<Written> world = world(7);
        assertThat(world.size()).isBetween(9 * ACCOUNTS, 12 * ACCOUNTS);
        assertThat(all(ClaimCoded.class, world)).extracting(ClaimCoded::claim).doesNotHaveDuplicates();
        assertThat(all(SourceOpened.class, world)).hasSize(ACCOUNTS * 4 / 5);
        assertThat(all(PersonOpened.class, world)).hasSize(ACCOUNTS / 2);
        assertThat(all(PersonOpened.class, world))
                .extracting(PersonOpened::codeName)
                .doesNotHaveDuplicates();
    }

    @Test
    void hasNoNameInAWorkingCopy() {
        List<Written> world = world(7);
        Set<String> names = all(NameRecorded.class, world).stream()
                .map(name -> name.value().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(names).hasSizeGreaterThan(100);
        for (WorkingCopyMade copy : all(WorkingCopyMade.class, world)) {
            assertThat(List.of(copy.words().words().toLowerCase(Locale.ROOT).split("[^\\p{L}]+")))
                    .doesNotContainAnyElementsOf(names);
        }
    }

    @Test
    void codesEveryClaimFromOneWholeSentence() {
        List<Written> world = world(7);
        var copies = all(WorkingCopyMade.class, world).stream()
                .collect(Collectors.toMap(WorkingCopyMade::account, WorkingCopyMade::words));
        for (ClaimCoded claim : all(ClaimCoded.class, world)) {
            assertThat(claim.excerpt())
                    .isInstanceOfSatisfying(
                            Excerpt.OfWords.class,
                            words -> assertThat(copies.get(claim.account()).between(words.from(), words.to()))
                                    .matches("[^.]+\\."));
        }
    }
}
