// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.naming;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Two words, the second a bird: {@code amber-heron}. Drawn at random, never from anything about the person, and never
 * one that is in use. Which are in use is for the caller to say.
 */
public final class CodeNames {
    private final List<String> first;
    private final List<String> birds;

    public CodeNames() {
        this.first = words("code-name-first.txt");
        this.birds = words("code-name-birds.txt");
    }

    /** How many there are before a number has to follow. */
    public int size() {
        return first.size() * birds.size();
    }

    /**
     * A name that is not in use. The same generator in the same state and the same names in use give the same name. When
     * every pair is in use, a number follows: {@code amber-heron-2}.
     */
    public String next(Set<String> inUse, RandomGenerator random) {
        return next(inUse::contains, random);
    }

    /** The same where those in use are asked for one by one. */
    public String next(Predicate<String> inUse, RandomGenerator random) {
        for (int attempt = 0; attempt < 64; attempt++) {
            String name = at(random.nextInt(size()));
            if (!inUse.test(name)) {
                return name;
            }
        }
        int start = random.nextInt(size());
        for (int round = 1; ; round++) {
            for (int i = 0; i < size(); i++) {
                String name = at((start + i) % size()) + (round == 1 ? "" : "-" + round);
                if (!inUse.test(name)) {
                    return name;
                }
            }
        }
    }

    /**
     * The n-th name with a number behind it, from 0: for worlds that are made and not met, since whoever knows one name
     * knows the next. Neighbours look nothing alike.
     */
    public String numbered(int n) {
        // The step is a prime greater than any list here is long: each pair is met once before the number grows.
        return at((int) (n * 104_729L % size())) + "-" + (2 + n / size());
    }

    private String at(int number) {
        return first.get(number / birds.size()) + "-" + birds.get(number % birds.size());
    }

    /** Whether it is written like a code name; it need not be one of ours. */
    public static boolean isCodeName(String text) {
        return text.matches("[a-z]{2,20}-[a-z]{2,20}(-[0-9]{1,4})?");
    }

    private static List<String> words(String file) {
        try (InputStream in = CodeNames.class.getResourceAsStream("/org/lapwing/casebook/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
