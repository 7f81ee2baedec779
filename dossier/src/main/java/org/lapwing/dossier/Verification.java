// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lapwing.tlog.LogVerifierKey;
import org.lapwing.tlog.NoteKey;

/** What somebody who has only a package, and perhaps a key, may conclude. */
public sealed interface Verification {
    /**
     * Every byte of it is vouched for by the log whose key was given.
     *
     * @param summary what it says
     */
    record Verified(Summary summary) implements Verification {}

    /**
     * It fits together, but no key was given: whoever wrote it may be anybody. Compare the fingerprint with one that
     * the group publishes elsewhere, and verify again with that key.
     *
     * @param key as it lies in the package
     * @param fingerprint SHA-256 of that key
     */
    record NobodyVouches(Summary summary, LogVerifierKey key, String fingerprint) implements Verification {}

    /** Believe nothing of it. */
    record NotVerified(List<Fault> faults) implements Verification {
        public NotVerified {
            faults = List.copyOf(faults);
        }
    }

    /**
     * @param findings each sentence with its standard, as text of {@code dossier.json}
     * @param opened how many values are tied to an entry of the log by themselves
     * @param log the log's name
     * @param size how many leaves it had
     */
    record Summary(LocalDate day, String recipient, List<Finding> findings, int opened, String log, long size) {
        public Summary {
            findings = List.copyOf(findings);
        }
    }

    record Finding(String sentence, String standard) {}

    /** Verifies a zip, or a folder that holds the unpacked bag, against the key of the group's log. */
    static Verification of(Path path, LogVerifierKey key) {
        return of(path, Optional.of(key), List.of());
    }

    /**
     * @param key absent: the package's own is used, and nobody vouches for it
     * @param witnesses each must have cosigned the checkpoint
     */
    static Verification of(Path path, Optional<LogVerifierKey> key, List<NoteKey> witnesses) {
        return switch (Contents.of(path)) {
            case Contents.Refused(var fault) -> new NotVerified(List.of(fault));
            case Contents.Read(var files) -> new Verifier(files).verify(key, witnesses);
        };
    }
}
