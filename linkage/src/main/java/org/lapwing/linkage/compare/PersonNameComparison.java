// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.linkage.name.NameAlignment;
import org.lapwing.linkage.name.NamePart;
import org.lapwing.linkage.name.NamePart.Role;
import org.lapwing.linkage.name.NameReader;
import org.lapwing.linkage.name.PersonName;
import org.lapwing.linkage.text.Skeleton;

/** A person's whole name in one cell, in any order and script. */
final class PersonNameComparison implements Comparison<PersonNameComparison.Whole> {

    /** @param words folded words without particles and initials, sorted */
    record Whole(PersonName name, String text, List<String> words, String term) {}

    private final NameReader reader = new NameReader();
    private final NameAlignment alignment = new NameAlignment();

    @Override
    public Optional<Whole> read(String cell) {
        PersonName name = reader.read(cell);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (NamePart part : name.parts()) {
            text.append(part.latin()).append(' ');
            if (part.role() == Role.NAME) {
                words.add(part.stem());
            }
        }
        words.sort(null);
        return Optional.of(new Whole(name, text.toString(), List.copyOf(words), String.join(" ", words)));
    }

    @Override
    public List<String> levels() {
        return List.of(
                "differs",
                "one word in common",
                "two words in common, another contradicts",
                "somewhat alike",
                "alike in spelling, or a part is missing",
                "every word alike or a form of the other",
                "the same words",
                "the same");
    }

    @Override
    public int level(Whole a, Whole b) {
        if (a.text().equals(b.text())) {
            return 8;
        }
        if (a.words().size() > 1 && a.words().equals(b.words())) {
            return 7;
        }
        double alike = alignment.similarity(a.name(), b.name());
        if (alike >= 0.74) {
            return alike >= 0.93 ? 6 : alike >= 0.85 ? 5 : 4;
        }
        int shared = shared(a.words(), b.words());
        return shared >= 2 ? 3 : shared == 1 ? 2 : 1;
    }

    private static int shared(List<String> a, List<String> b) {
        int shared = 0;
        int j = 0;
        for (int i = 0; i < a.size() && j < b.size(); ) {
            int order = a.get(i).compareTo(b.get(j));
            if (order == 0) {
                shared++;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    @Override
    public String term(Whole value) {
        return value.term();
    }

    @Override
    public boolean sharesTerm(int level) {
        return level >= 6;
    }

    @Override
    public List<String> keys() {
        return List.of("words in any order", "two sounds in any order", "first of its sounds", "last of its sounds");
    }

    @Override
    public String key(int which, Whole value) {
        if (value.words().size() < 2) {
            return "";
        }
        List<String> sounds = new ArrayList<>();
        for (String word : value.words()) {
            sounds.add(Skeleton.of(word));
        }
        sounds.sort(null);
        return switch (which) {
            case 0 -> value.term();
            case 1 -> sounds.getFirst() + " " + sounds.getLast();
            case 2 -> sounds.getFirst();
            default -> sounds.getLast();
        };
    }
}
