// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.ArrayList;
import java.util.List;

/** Where a PDF reader's outline leads: each finding by its sentence, and how to check them, in every tongue. */
record Bookmarks(List<Mark> marks) {
    record Mark(String name, String anchor) {}

    static Bookmarks of(Dossier dossier) {
        List<Mark> marks = new ArrayList<>();
        for (Tongue tongue : dossier.tongues()) {
            Labels labels = new Labels(tongue);
            for (int number = 1; number <= dossier.findings().size(); number++) {
                Chapter chapter = dossier.findings().get(number - 1);
                marks.add(new Mark(number + ". " + chapter.sentence().in(tongue).words(), finding(tongue, number)));
            }
            marks.add(new Mark(labels.of("withheld"), withheld(tongue)));
            marks.add(new Mark(labels.of("check"), check(tongue)));
        }
        return new Bookmarks(List.copyOf(marks));
    }

    static String finding(Tongue tongue, int number) {
        return tongue.code() + "-finding-" + number;
    }

    static String withheld(Tongue tongue) {
        return tongue.code() + "-withheld";
    }

    static String check(Tongue tongue) {
        return tongue.code() + "-check";
    }

    void write(Markup head) {
        head.open("bookmarks");
        marks.forEach(mark -> head.empty("bookmark", "name", mark.name(), "href", "#" + mark.anchor()));
        head.close();
    }
}
