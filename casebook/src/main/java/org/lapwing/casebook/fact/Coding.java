// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.ClaimKind;
import org.lapwing.casebook.term.FateKind;
import org.lapwing.casebook.term.Method;
import org.lapwing.casebook.term.Role;
import org.lapwing.casebook.term.TellerCertainty;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/**
 * What one claim asserts and how its teller knows. Begin with {@link #act}, {@link #fate} or {@link #of}, then add.
 *
 * @param by who did it, and who else had a part
 * @param to whom it befell
 * @param heardFrom the person or source named as having told it; only with {@link Access#HEARD} or {@link Access#RUMOUR}
 * @param derivedFrom the source whose knowledge this is, where that is known
 * @param ground what the perpetrator gave as the ground, in his quoted words
 */
public record Coding(
        ClaimKind kind,
        Optional<ActType> act,
        List<Method> methods,
        Optional<FateKind> fate,
        List<Part> by,
        List<Part> to,
        Optional<Where> where,
        Optional<Edtf> when,
        Access access,
        Optional<Id> heardFrom,
        Optional<Id> derivedFrom,
        Optional<TellerCertainty> certainty,
        Optional<Text> ground,
        Optional<String> note)
        implements Mentions.Mentioning {
    public Coding {
        methods = List.copyOf(methods);
        by = List.copyOf(by);
        to = List.copyOf(to);
        if ((kind == ClaimKind.ACT) != act.isPresent() || (kind == ClaimKind.FATE) != fate.isPresent()) {
            throw new CasebookException("a claim of an act has its type, a claim of a fate its fate, others neither");
        }
        if (access.firstHand() && (heardFrom.isPresent() || derivedFrom.isPresent())) {
            throw new CasebookException("who suffered or saw it did not hear it from somebody");
        }
        if (act.filter(type -> type == ActType.COERCED_NAMING).isPresent() && !keepsThePairApart(by, to)) {
            throw new CasebookException("coerced naming is recorded for the one person who was made to name and for"
                    + " those who made them; whoever was named has no place in it");
        }
    }

    /** The pair who-named-whom must not be readable: one victim, and otherwise only those to blame. */
    private static boolean keepsThePairApart(List<Part> by, List<Part> to) {
        Predicate<Part> victim = part -> part.role() == Role.VICTIM;
        return to.size() <= 1
                && to.stream().allMatch(victim)
                && by.stream().allMatch(part -> part.role().blamed());
    }

    public static Coding of(ClaimKind kind, Access access) {
        return blank(kind, Optional.empty(), Optional.empty(), access);
    }

    public static Coding act(ActType type, Access access) {
        return blank(ClaimKind.ACT, Optional.of(type), Optional.empty(), access);
    }

    public static Coding fate(FateKind fate, Access access) {
        return blank(ClaimKind.FATE, Optional.empty(), Optional.of(fate), access);
    }

    private static Coding blank(ClaimKind kind, Optional<ActType> act, Optional<FateKind> fate, Access access) {
        return new Coding(
                kind,
                act,
                List.of(),
                fate,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                access,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Object mentioned() {
        return Mentions.of(by, to, where, heardFrom, derivedFrom);
    }

    /** Whether it names this person, place, unit or source. */
    public boolean names(Id id) {
        return Mentions.of(by, to, where, heardFrom, derivedFrom).contains(id);
    }

    /** Known persons to whom it befell. */
    public List<Id> victims() {
        return to.stream()
                .flatMap(part -> part.party() instanceof Party.Known(Id person) ? Stream.of(person) : Stream.empty())
                .toList();
    }

    public boolean befell(Id person) {
        return victims().contains(person);
    }

    public Optional<Id> place() {
        return where.flatMap(there -> there instanceof Where.At(Id place) ? Optional.of(place) : Optional.empty());
    }

    public Coding by(Part... parts) {
        return new Coding(
                kind,
                act,
                methods,
                fate,
                List.of(parts),
                to,
                where,
                when,
                access,
                heardFrom,
                derivedFrom,
                certainty,
                ground,
                note);
    }

    public Coding to(Part... parts) {
        return new Coding(
                kind,
                act,
                methods,
                fate,
                by,
                List.of(parts),
                where,
                when,
                access,
                heardFrom,
                derivedFrom,
                certainty,
                ground,
                note);
    }

    /** Whom it befell, as victims. */
    public Coding to(Id... persons) {
        return to(Stream.of(persons).map(each -> Part.of(each, Role.VICTIM)).toArray(Part[]::new));
    }

    public Coding with(Method... used) {
        return new Coding(
                kind,
                act,
                List.of(used),
                fate,
                by,
                to,
                where,
                when,
                access,
                heardFrom,
                derivedFrom,
                certainty,
                ground,
                note);
    }

    public Coding at(Id place) {
        return new Coding(
                kind,
                act,
                methods,
                fate,
                by,
                to,
                Optional.of(new Where.At(place)),
                when,
                access,
                heardFrom,
                derivedFrom,
                certainty,
                ground,
                note);
    }

    public Coding at(Where there) {
        return new Coding(
                kind,
                act,
                methods,
                fate,
                by,
                to,
                Optional.of(there),
                when,
                access,
                heardFrom,
                derivedFrom,
                certainty,
                ground,
                note);
    }

    /** @param edtf ISO 8601-2 level 1, for example {@code 2019-02~} */
    public Coding when(String edtf) {
        return new Coding(
                kind,
                act,
                methods,
                fate,
                by,
                to,
                where,
                Optional.of(Edtf.parse(edtf)),
                access,
                heardFrom,
                derivedFrom,
                certainty,
                ground,
                note);
    }

    public Coding when(Edtf date) {
        return new Coding(
                kind,
                act,
                methods,
                fate,
                by,
                to,
                where,
                Optional.of(date),
                access,
                heardFrom,
                derivedFrom,
                certainty,
                ground,
                note);
    }

    public Coding heardFrom(Id told) {
        return new Coding(
                kind,
                act,
                methods,
                fate,
                by,
                to,
                where,
                when,
                access,
                Optional.of(told),
                derivedFrom,
                certainty,
                ground,
                note);
    }

    public Coding derivedFrom(Id source) {
        return new Coding(
                kind,
                act,
                methods,
                fate,
                by,
                to,
                where,
                when,
                access,
                heardFrom,
                Optional.of(source),
                certainty,
                ground,
                note);
    }

    public Coding sure(TellerCertainty how) {
        return new Coding(
                kind,
                act,
                methods,
                fate,
                by,
                to,
                where,
                when,
                access,
                heardFrom,
                derivedFrom,
                Optional.of(how),
                ground,
                note);
    }

    public Coding ground(Text quoted) {
        return new Coding(
                kind,
                act,
                methods,
                fate,
                by,
                to,
                where,
                when,
                access,
                heardFrom,
                derivedFrom,
                certainty,
                Optional.of(quoted),
                note);
    }

    public Coding note(String words) {
        return new Coding(
                kind,
                act,
                methods,
                fate,
                by,
                to,
                where,
                when,
                access,
                heardFrom,
                derivedFrom,
                certainty,
                ground,
                Optional.of(words));
    }
}
