// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.release;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.entry.Id;

/**
 * One question about consent.
 *
 * @param recipient the body that would receive it, for purposes that name one
 * @param removed people who were taken out of it, so that they need not be asked
 */
public record Ask(What what, Purpose purpose, Optional<Id> recipient, LocalDate today, Set<Id> removed) {
    public Ask {
        removed = Set.copyOf(removed);
    }

    public static Ask of(What what, Purpose purpose, LocalDate today) {
        return new Ask(what, purpose, Optional.empty(), today, Set.of());
    }

    public Ask to(Id body) {
        return new Ask(what, purpose, Optional.of(body), today, removed);
    }

    public Ask without(Set<Id> people) {
        return new Ask(what, purpose, recipient, today, people);
    }
}
