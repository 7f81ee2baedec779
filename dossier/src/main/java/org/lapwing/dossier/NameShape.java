// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

/** The small shape beside a code name, drawn from the name alone, so that people can be told apart at a glance. */
record NameShape(int form, int colour) {
    private static final int FORMS = 4;
    private static final int COLOURS = 6;

    static NameShape of(String codeName) {
        int hash = Math.floorMod(codeName.hashCode(), FORMS * COLOURS);
        return new NameShape(hash / COLOURS, hash % COLOURS);
    }

    void write(Markup page) {
        page.element("i", "", "class", "shape form" + form + " colour" + colour).text(" ");
    }
}
