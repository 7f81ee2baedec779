// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.naming.CodeNames;

/** Code names of persons and sources, those given on this page among them. For use by one thread. */
final class NamesInUse {
    private final Casebook casebook;
    private final Set<String> given = new HashSet<>();

    NamesInUse(Casebook casebook) {
        this.casebook = casebook;
    }

    boolean has(String name) {
        return given.contains(name)
                || casebook.named(PersonOpened.class, name).isPresent()
                || casebook.named(SourceOpened.class, name).isPresent();
    }

    /** A name that nobody has; from now on somebody has it. */
    String next(RandomGenerator random) {
        String name = new CodeNames().next(this::has, random);
        given.add(name);
        return name;
    }
}
