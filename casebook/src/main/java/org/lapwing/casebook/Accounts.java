// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.fact.AccountFact.AccountReadBack;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.RenderingChecked;
import org.lapwing.casebook.fact.AccountFact.RenderingMade;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.OriginalFact.ExhibitKept;
import org.lapwing.casebook.fact.OriginalFact.OriginalKept;
import org.lapwing.entry.Id;

/** What was told. */
public final class Accounts {
    private final Casebook casebook;

    Accounts(Casebook casebook) {
        this.casebook = casebook;
    }

    /** A rendering with who checked it. */
    public record Rendering(Noted<RenderingMade> made, Optional<Noted<RenderingChecked>> check) {
        /** Quotable only once another person agreed, and never if a machine made it. */
        public boolean quotable() {
            return made.fact().method().quotable()
                    && check.filter(each -> each.fact().agrees()
                                    && !each.ref().author().equals(made.ref().author()))
                            .isPresent();
        }
    }

    /** @param copies working copies, oldest first; excerpts name one by number */
    public record Account(
            Noted<AccountTaken> taken,
            List<Noted<WorkingCopyMade>> copies,
            List<Rendering> renderings,
            List<Noted<AccountReadBack>> readBacks) {
        public Id id() {
            return taken.fact().account();
        }

        public Id source() {
            return taken.fact().source();
        }

        public Optional<Noted<WorkingCopyMade>> workingCopy() {
            return copies.isEmpty() ? Optional.empty() : Optional.of(copies.getLast());
        }

        public Optional<Noted<WorkingCopyMade>> workingCopy(int number) {
            return copies.stream().filter(each -> each.fact().copy() == number).findFirst();
        }
    }

    public Optional<Account> account(Id account) {
        return casebook.about(account, AccountTaken.class).stream()
                .findFirst()
                .map(taken -> new Account(
                        taken,
                        casebook.about(account, WorkingCopyMade.class),
                        casebook.about(account, RenderingMade.class).stream()
                                .map(made -> new Rendering(
                                        made, casebook.last(made.fact().rendering(), RenderingChecked.class)))
                                .toList(),
                        casebook.about(account, AccountReadBack.class)));
    }

    public List<Account> all() {
        return casebook.all(AccountTaken.class).stream()
                .flatMap(each -> account(each.fact().account()).stream())
                .toList();
    }

    /** What the list of those without labels takes from one account. */
    private record Labelled(Id entry, Id account, boolean labelled) implements Shelf.Of {
        static Labelled of(Noted<AccountTaken> noted) {
            return new Labelled(
                    noted.ref().entry(),
                    noted.fact().account(),
                    !noted.fact().labels().isEmpty());
        }
    }

    /** Accounts that nobody labelled as heavy, oldest first. */
    public List<Id> withoutLabels() {
        Shelf shelf = casebook.shelf(Compartment.of(AccountTaken.class));
        return shelf.worked()
                .out(
                        Labelled.class,
                        () -> shelf.each(AccountTaken.class, Labelled.class, Labelled::of).stream()
                                .filter(each -> !each.labelled())
                                .map(Labelled::account)
                                .toList());
    }

    public List<Account> of(Id source) {
        return casebook.about(source, AccountTaken.class).stream()
                .filter(each -> each.fact().source().equals(source))
                .flatMap(each -> account(each.fact().account()).stream())
                .toList();
    }

    /** The original, for whoever holds its compartment. */
    public Optional<Noted<OriginalKept>> original(Id account) {
        return casebook.last(account, OriginalKept.class);
    }

    /** The files that came with an account, for whoever holds the originals' compartment. */
    public List<Noted<ExhibitKept>> exhibits(Id account) {
        return casebook.about(account, ExhibitKept.class);
    }

    /** The words that an excerpt points to, if it points to words of a copy that is here. */
    public Optional<String> words(Id account, Excerpt excerpt) {
        return excerpt instanceof Excerpt.OfWords(int copy, int from, int to)
                ? account(account)
                        .flatMap(told -> told.workingCopy(copy))
                        .map(made -> made.fact().words())
                        .filter(text -> to <= text.length())
                        .map(text -> text.between(from, to))
                : Optional.empty();
    }
}
