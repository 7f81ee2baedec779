// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** Words and files as they were given, unchanged for ever. */
public sealed interface OriginalFact extends Fact {
    /** The words of an account as told. */
    record OriginalKept(@Slot(0) Id account, @Slot(1) Text words) implements OriginalFact {
        @Override
        public List<Id> subjects() {
            return List.of(account);
        }
    }

    /**
     * A file, sealed and hashed, never altered.
     *
     * @param origin where it comes from
     * @param captured who captured it, when and how
     * @param copyOf the exhibit from which this one was derived
     */
    record ExhibitKept(
            @Slot(0) Id exhibit,
            @Slot(1) Optional<Id> account,
            @Slot(2) String name,
            @Slot(3) String mediaType,
            @Slot(4) long length,
            @Slot(5) String sha256,
            @Slot(6) Id blob,
            @Slot(7) String seed,
            @Slot(8) String origin,
            @Slot(9) Optional<String> captured,
            @Slot(10) Optional<Id> copyOf)
            implements OriginalFact {
        @Override
        public List<Id> subjects() {
            return List.of(exhibit);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(exhibit, account, copyOf);
        }
    }

    /** Where one token stands in the working copy, and what it stands for in the original: code points, end excluded. */
    record TokenPlace(String token, int originalFrom, int originalTo, int copyFrom, int copyTo) {}

    /** How a numbered working copy leads back to the original. */
    record TokensMapped(
            @Slot(0) Id account, @Slot(1) int copy, @Slot(2) List<TokenPlace> tokens) implements OriginalFact {
        public TokensMapped {
            tokens = List.copyOf(tokens);
        }

        @Override
        public List<Id> subjects() {
            return List.of(account);
        }
    }
}
