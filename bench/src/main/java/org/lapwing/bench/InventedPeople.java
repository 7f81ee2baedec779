// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Two lists of invented people of Morvel with known truth. Nobody in them exists; names are made of syllables.
 *
 * <p>People: half women; family names by a Zipf law over one name for each eight people, born 1940 to 2005, towns by a Zipf
 * law over 400. A third of people have a brother or sister beside them, with family name, patronymic and town in common. Each
 * list has half as many records as there are people wanted in all; four of ten on the first are on the second too.
 *
 * <p>How a list tells of them: the first in Cyrillic; the second in Latin letters by one of two romanisations. Each field of
 * each record for itself: 4 in 100 given and family names have a letter dropped, doubled, changed or swapped; the patronymic
 * is missing in 25 in 100, the date in 8, the town in 10; of dates 2 in 100 have day and month swapped, 3 a wrong year, 3 a
 * wrong day; 1 in 100 records has given and family name in each other's column.
 */
final class InventedPeople {

    private static final String[] ONSETS = {
        "б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "х", "ч", "ш", "бр", "гр", "др", "кр",
        "пр", "ст", "тр"
    };
    private static final String[] VOWELS = {"а", "о", "у", "е", "и", "я", "ю"};
    private static final String CYRILLIC = "абвгдежзийклмнопрстухчшюяыьц";
    private static final String[][] LATIN = {
        {
            "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "kh",
            "ch", "sh", "yu", "ya", "y", "", "ts"
        },
        {
            "a", "b", "v", "g", "d", "e", "j", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "ou", "h",
            "tch", "sh", "iu", "ia", "y", "", "tz"
        },
    };

    private final SplittableRandom random;
    private final List<String> men = new ArrayList<>();
    private final List<String> women = new ArrayList<>();
    private final List<String> families = new ArrayList<>();
    private final List<String> towns = new ArrayList<>();

    private record Person(
            String given, String father, String family, boolean woman, int year, int month, int day, String town) {}

    InventedPeople(long seed, int records) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < 600; i++) {
            men.add(word(1 + i % 2) + ONSETS[random.nextInt(17)]);
            women.add(word(2 + i % 2));
        }
        for (int i = 0; i < Math.max(50, records / 8); i++) {
            families.add(
                    word(2 + random.nextInt(2)) + ONSETS[random.nextInt(17)] + (random.nextInt(3) == 0 ? "ин" : "ов"));
        }
        for (int i = 0; i < 400; i++) {
            towns.add(word(2 + random.nextInt(2)));
        }
    }

    private String word(int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(ONSETS[random.nextInt(ONSETS.length)]).append(VOWELS[random.nextInt(VOWELS.length)]);
        }
        return word.toString();
    }

    /** Frequent ones first, the n-th about as often as one n-th of the first. */
    private String zipf(List<String> words) {
        double at = Math.pow(words.size() + 1.0, random.nextDouble()) - 1;
        return words.get(Math.min(words.size() - 1, (int) at));
    }

    /** Writes {@code amber.csv} and {@code birch.csv} with the column {@code truth} last, half the records each. */
    List<Path> write(Path folder, int records) throws IOException {
        List<Path> files = List.of(folder.resolve("amber.csv"), folder.resolve("birch.csv"));
        int half = records / 2;
        try (BufferedWriter amber = Files.newBufferedWriter(files.get(0));
                BufferedWriter birch = Files.newBufferedWriter(files.get(1))) {
            for (BufferedWriter out : List.of(amber, birch)) {
                out.write("id,given_name,patronymic,family_name,sex,birth_date,town,truth\n");
            }
            int first = 0;
            int second = 0;
            Person before = person(null);
            for (int truth = 0; first < half || second < half; truth++) {
                Person person = person(random.nextInt(3) == 0 ? before : null);
                before = person;
                double where = random.nextDouble();
                if (where < 0.625 && first < half) {
                    amber.write(row("a" + first++, person, -1, truth));
                }
                if ((where < 0.25 || where >= 0.625) && second < half) {
                    birch.write(row("b" + second++, person, random.nextInt(2), truth));
                }
            }
        }
        return files;
    }

    private Person person(@org.jspecify.annotations.Nullable Person sibling) {
        boolean woman = random.nextBoolean();
        String given = zipf(woman ? women : men);
        int year = sibling == null ? random.nextInt(1940, 2006) : sibling.year() + random.nextInt(-9, 10);
        return new Person(
                given,
                sibling == null ? zipf(men) : sibling.father(),
                sibling == null ? zipf(families) : sibling.family(),
                woman,
                year,
                random.nextInt(1, 13),
                random.nextInt(1, 29),
                sibling == null ? zipf(towns) : sibling.town());
    }

    private String row(String id, Person person, int romanisation, int truth) {
        String given = slipped(person.given());
        String family = slipped(person.family() + (person.woman() ? "а" : ""));
        if (random.nextInt(100) == 0) {
            String swap = given;
            given = family;
            family = swap;
        }
        String patronymic = random.nextInt(4) == 0 ? "" : person.father() + (person.woman() ? "овна" : "ович");
        String town = random.nextInt(10) == 0 ? "" : person.town();
        return String.join(
                        ",",
                        id,
                        written(given, romanisation),
                        written(patronymic, romanisation),
                        written(family, romanisation),
                        romanisation < 0 ? (person.woman() ? "Ж" : "М") : (person.woman() ? "f" : "m"),
                        date(person),
                        written(town, romanisation),
                        Integer.toString(truth))
                + "\n";
    }

    private String date(Person person) {
        int luck = random.nextInt(100);
        int year = person.year() + (luck >= 2 && luck < 5 ? (random.nextBoolean() ? 1 : 10) : 0);
        int day = luck >= 5 && luck < 8 ? 1 + random.nextInt(28) : person.day();
        boolean swapped = luck < 2 && day <= 12;
        return luck >= 92
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%d-%02d-%02d",
                        year,
                        swapped ? day : person.month(),
                        swapped ? person.month() : day);
    }

    private String slipped(String word) {
        if (random.nextInt(25) != 0 || word.length() < 4) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        char letter = word.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + VOWELS[random.nextInt(7)] + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + letter + word.substring(at + 2);
        };
    }

    private static String written(String word, int romanisation) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            int letter = CYRILLIC.indexOf(word.charAt(i));
            out.append(romanisation < 0 || letter < 0 ? word.substring(i, i + 1) : LATIN[romanisation][letter]);
        }
        return out.isEmpty() ? "" : out.substring(0, 1).toUpperCase(Locale.ROOT) + out.substring(1);
    }
}
