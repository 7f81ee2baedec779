// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.desk.InventedFacts.copy;
import static org.lapwing.desk.InventedFacts.source;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.CasebookFold;
import org.lapwing.casebook.EntryRef;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.Channel;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.Wording;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/**
 * How long an index of many accounts takes to make, what it weighs, and how fast it answers. It prints and asserts no
 * time: {@code -Dsearch.accounts=100000}, words drawn by Zipf's law, half of the accounts in Russian.
 */
@Tag("long")
class SearchSpeedTest {
    private static final int ACCOUNTS = Integer.getInteger("search.accounts", 20_000);
    private static final int WORDS_EACH = 180;
    private static final int CLAIMS_EACH = 4;
    private static final int QUERIES = 2_000;
    private static final String LATIN = "bcdfghklmnprstvz";
    private static final String CYRILLIC = "бвгдзклмнпрстхчш";

    private final Random random = new Random(20261122);
    private final List<String> english = vocabulary(LATIN, "aeiou");
    private final List<String> russian = vocabulary(CYRILLIC, "аеиоу");

    @Test
    void answersOverManyAccounts() {
        Casebook casebook = casebook();
        try (CompartmentIndex index = new CompartmentIndex(Compartment.CASEBOOK, casebook)) {
            Instant begun = Instant.now();
            long busy = busy();
            index.make();
            busy = busy() - busy;
            Duration made = Duration.between(begun, Instant.now());
            assertThat(index.whole()).isTrue();
            System.out.printf(
                    Locale.ROOT,
                    "%,d accounts, %,d facts, %,d things: index made in %.1f s (%.1f s of one core), %.1f MB, %d bytes"
                            + " an account%n",
                    ACCOUNTS,
                    casebook.size(),
                    index.all(),
                    made.toMillis() / 1000.0,
                    busy / 1e9,
                    index.bytes() / 1e6,
                    index.bytes() / ACCOUNTS);
            ask(index, casebook, "any word", () -> any());
            ask(index, casebook, "two words", () -> any() + " " + any());
            ask(
                    index,
                    casebook,
                    "a common word",
                    () -> (random.nextBoolean() ? english : russian).get(random.nextInt(10)));
            ask(
                    index,
                    casebook,
                    "three common words",
                    () -> english.get(random.nextInt(10)) + " " + english.get(random.nextInt(10)) + " "
                            + english.get(random.nextInt(10)));
            ask(
                    index,
                    casebook,
                    "a phrase",
                    () -> "\"" + english.get(random.nextInt(50)) + " " + english.get(random.nextInt(50)) + "\"");
            ask(index, casebook, "a beginning", () -> any().substring(0, 3) + "*");
        }
    }

    /** What this thread has used of a core: the figure that others on the machine do not change. */
    private static long busy() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private String any() {
        return word(random.nextBoolean() ? english : russian);
    }

    private interface Typed {
        String words();
    }

    private static void ask(CompartmentIndex index, Casebook casebook, String what, Typed typed) {
        long[] nanos = new long[QUERIES];
        long[] busy = new long[QUERIES];
        long found = 0;
        Set<Matter> matters = EnumSet.copyOf(Matter.in(Compartment.CASEBOOK));
        for (int i = -QUERIES / 4; i < QUERIES; i++) {
            String words = typed.words();
            long begun = System.nanoTime();
            long worked = busy();
            Question question = Question.of(words);
            Asked asked = new Asked(question, Optional.empty(), Optional.empty(), Optional.empty(), false);
            Found here = index.ask(searcher -> Best.of(searcher, asked.query(question.all(), matters), 5))
                    .orElseThrow();
            Writings writings = new Writings(casebook);
            here.keys()
                    .values()
                    .forEach(keys -> keys.forEach(
                            key -> writings.of(key).ifPresent(written -> Passage.of(written.texts(), question))));
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begun;
                busy[i] = busy() - worked;
                found += here.all();
            }
        }
        Arrays.sort(nanos);
        Arrays.sort(busy);
        System.out.printf(
                Locale.ROOT,
                "%-20s p50 %6.2f ms  p99 %6.2f ms  most %6.2f ms; of one core p50 %6.2f ms  p99 %6.2f ms; found %,d"
                        + " each%n",
                what,
                nanos[QUERIES / 2] / 1e6,
                nanos[QUERIES * 99 / 100] / 1e6,
                nanos[QUERIES - 1] / 1e6,
                busy[QUERIES / 2] / 1e6,
                busy[QUERIES * 99 / 100] / 1e6,
                found / QUERIES);
    }

    private Casebook casebook() {
        Casebook casebook = Casebook.holding(Set.of(Compartment.CASEBOOK));
        long index = 0;
        Id author = Id.random(random);
        for (int i = 0; i < ACCOUNTS; i++) {
            for (Fact fact : facts(i)) {
                casebook = CasebookFold.apply(
                        casebook, fact, new EntryRef(index++, Id.random(random), author, Instant.EPOCH, author));
            }
        }
        return casebook;
    }

    private List<Fact> facts(int i) {
        boolean cyrillic = i % 2 == 0;
        String language = cyrillic ? "ru" : "en";
        Id source = Id.random(random);
        Id account = Id.random(random);
        List<Fact> facts = new ArrayList<>();
        facts.add(source(source, "wet-" + LATIN.charAt(i % 16) + i, SourceKind.EYEWITNESS, language));
        facts.add(new AccountTaken(
                account,
                source,
                Channel.GATE,
                Edtf.parse(Integer.toString(2000 + i % 25)),
                language,
                "",
                "",
                Optional.empty(),
                "none",
                true,
                Wording.VERBATIM,
                List.of(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty()));
        facts.add(copy(account, words(cyrillic ? russian : english), language));
        for (int c = 0; c < CLAIMS_EACH; c++) {
            facts.add(ClaimCoded.of(
                    Id.random(random),
                    account,
                    new Excerpt.OfWords(1, c * 40, c * 40 + 60),
                    Coding.act(ActType.values()[(i + c) % ActType.values().length], Access.SAW)
                            .when(Integer.toString(2000 + i % 25))));
        }
        return facts;
    }

    private String words(List<String> vocabulary) {
        var text = new StringBuilder();
        for (int i = 0; i < WORDS_EACH; i++) {
            String word = word(vocabulary);
            text.append(i % 12 == 0 ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word)
                    .append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }

    /** The rank of a word drawn by Zipf's law is about e to an even draw. */
    private String word(List<String> vocabulary) {
        return vocabulary.get(
                (int) Math.min(vocabulary.size() - 1, Math.exp(random.nextDouble() * Math.log(vocabulary.size()))));
    }

    private List<String> vocabulary(String consonants, String vowels) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            var word = new StringBuilder();
            int syllables = 2 + random.nextInt(3);
            for (int s = 0; s < syllables; s++) {
                word.append(consonants.charAt(random.nextInt(consonants.length())))
                        .append(vowels.charAt(random.nextInt(vowels.length())));
            }
            words.add(word.append(consonants.charAt(random.nextInt(consonants.length())))
                    .toString());
        }
        return words;
    }
}
