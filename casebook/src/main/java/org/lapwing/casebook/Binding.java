// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import org.lapwing.casebook.fact.Compartment;

/**
 * Adds many facts of one compartment at once, in journal order: as {@link CasebookFold#apply} would one by one, but packed
 * from the start. For one thread; the folios may have been made by others.
 */
public final class Binding {
    private final Casebook before;
    private final Compartment compartment;
    private final Shelf shelf;
    private final BundleMaker maker;

    /** @param expected about how many facts will come */
    public Binding(Casebook before, Compartment compartment, int expected) {
        this.before = before;
        this.compartment = compartment;
        this.shelf = before.shelf(compartment);
        this.maker = new BundleMaker(expected);
    }

    public void add(Folio folio) {
        if (!shelf.has(folio.ref().entry())) {
            maker.add(folio);
        }
    }

    public Casebook bound() {
        return before.with(compartment, shelf.plus(maker.bound()));
    }
}
