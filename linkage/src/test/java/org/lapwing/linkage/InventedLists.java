// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lapwing.linkage.lists.Layout;
import org.lapwing.linkage.lists.Recognition;
import org.lapwing.linkage.lists.RecordList;
import org.lapwing.linkage.lists.Records;

/** Two lists of invented people of Morvel, the second with some of the first again, each told a little otherwise. */
final class InventedLists {

    static final List<String> HEADER = List.of("id", "given name", "family name", "birth date", "town");

    private static final String[] SYLLABLES = {
        "ka", "ri", "mo", "ve", "lu", "sa", "to", "ni", "be", "dar", "len", "gu", "pi"
    };

    private final Random random;
    private final List<List<String>> amber = new ArrayList<>();
    private final List<List<String>> birch = new ArrayList<>();

    InventedLists(long seed, int people) {
        this(seed, people, 0);
    }

    /** @param brothers of a hundred people, so many have the family name and town of the one before them */
    InventedLists(long seed, int people, int brothers) {
        random = new Random(seed);
        List<String> families = words(people / 4 + 3);
        List<String> given = words(60);
        List<String> towns = words(25);
        List<String> before = List.of();
        for (int i = 0; i < people; i++) {
            String birth =
                    "%d-%02d-%02d".formatted(1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
            List<String> person = List.of(
                    given.get(random.nextInt(given.size())),
                    families.get(random.nextInt(families.size())),
                    birth,
                    towns.get(random.nextInt(towns.size())));
            if (i > 0 && brothers > 0 && random.nextInt(100) < brothers) {
                person = List.of(person.get(0), before.get(1), person.get(2), before.get(3));
            }
            before = person;
            boolean onBoth = i % 3 == 0;
            if (onBoth || i % 3 == 1) {
                amber.add(row("a" + i, person));
            }
            if (onBoth || i % 3 == 2) {
                birch.add(row("b" + i, onBoth ? slipped(person) : person));
            }
        }
    }

    private List<String> words(int count) {
        List<String> words = new ArrayList<>();
        while (words.size() < count) {
            StringBuilder word = new StringBuilder();
            for (int k = 0; k < 2 + random.nextInt(2); k++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
        return words;
    }

    private static List<String> row(String id, List<String> person) {
        List<String> row = new ArrayList<>(List.of(id));
        row.addAll(person);
        return row;
    }

    private List<String> slipped(List<String> person) {
        List<String> told = new ArrayList<>(person);
        int field = random.nextInt(6);
        if (field < 2) {
            String word = told.get(field);
            told.set(field, word.substring(0, word.length() - 1) + "x");
        } else if (field < 4) {
            told.set(field, "");
        }
        return told;
    }

    List<RecordList> lists() {
        return List.of(list("amber", amber), list("birch", birch));
    }

    /** A third list, on which everybody of the first is told as there. */
    RecordList again() {
        return list("cedar", amber.stream().map(InventedLists::renamed).toList());
    }

    private static List<String> renamed(List<String> row) {
        List<String> renamed = new ArrayList<>(row);
        renamed.set(0, "c" + row.getFirst().substring(1));
        return renamed;
    }

    /** The same rows in another order. */
    List<RecordList> shuffled() {
        List<List<String>> first = new ArrayList<>(amber);
        List<List<String>> second = new ArrayList<>(birch);
        Collections.shuffle(first, new Random(5));
        Collections.shuffle(second, new Random(6));
        return List.of(list("amber", first), list("birch", second));
    }

    static RecordList list(String name, List<List<String>> rows) {
        RecordList.Builder list = new RecordList.Builder(name, name + ".csv", HEADER);
        for (int i = 0; i < rows.size(); i++) {
            list.row(i + 2, rows.get(i));
        }
        return list.build();
    }

    static Records records(List<RecordList> lists) {
        return Records.of(lists, layout(lists));
    }

    static Layout layout(List<RecordList> lists) {
        return Recognition.of(lists);
    }

    /** Whether two records were made from one person. */
    static boolean areOne(Records records, int a, int b) {
        return records.id(a).substring(1).equals(records.id(b).substring(1));
    }
}
