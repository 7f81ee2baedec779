// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.naming.CodeNames;
import org.lapwing.casebook.naming.Token;
import org.lapwing.entry.Id;

/**
 * Code names for one package: new for everybody in it, and none that the casebook has ever used. A source and the person
 * it is have one name. Not thread-safe: made and used within one preparation.
 */
final class FreshNames {
    private final Casebook casebook;
    private final RandomGenerator random;
    private final CodeNames names = new CodeNames();
    private final Set<String> inUse = new HashSet<>();
    /** Every code name of the casebook, in lower case, with whom it names; members name nobody. */
    private final Map<String, Optional<Id>> known = new HashMap<>();

    private final Map<Id, String> given = new HashMap<>();

    FreshNames(Casebook casebook, RandomGenerator random) {
        this.casebook = casebook;
        this.random = random;
        casebook.all(SourceOpened.class)
                .forEach(each ->
                        know(each.fact().codeName(), Optional.of(each.fact().source())));
        casebook.all(PersonOpened.class)
                .forEach(each ->
                        know(each.fact().codeName(), Optional.of(each.fact().person())));
        casebook.group().members().forEach(each -> know(each.fact().codeName(), Optional.empty()));
        inUse.addAll(known.keySet());
        casebook.all(WorkingCopyMade.class).stream()
                .flatMap(each -> each.fact().tokens().stream())
                .flatMap(token -> Token.parse(token.token()).stream())
                .forEach(token -> inUse.add(token.name()));
    }

    private void know(String codeName, Optional<Id> whom) {
        known.putIfAbsent(codeName.toLowerCase(Locale.ROOT), whom);
    }

    /** Whom a code name of the casebook names; empty where it is none, an empty inside where it names a member. */
    Optional<Optional<Id>> named(String codeName) {
        return Optional.ofNullable(known.get(codeName.toLowerCase(Locale.ROOT)));
    }

    Set<String> known() {
        return known.keySet();
    }

    /** The name in this package of a source or person. */
    String of(Id whom) {
        return given.computeIfAbsent(one(whom), id -> {
            String name = names.next(inUse, random);
            inUse.add(name);
            return name;
        });
    }

    /** The same id for a source, the person it is, and all who are decided to be that person. */
    Id one(Id whom) {
        Id person = casebook.sources()
                .source(whom)
                .flatMap(source -> source.opened().fact().person())
                .orElse(whom);
        return casebook.people().sameAs(person).getFirst();
    }
}
