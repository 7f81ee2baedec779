// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lapwing.seal.Epoch;
import org.lapwing.tlog.LogVerifierKey;

/**
 * Checks a journal and everything beside it, and changes nothing. How much it can say depends on the keys it is given:
 * without any it compares rows, tiles and checkpoint with one another; with the keys of compartments it opens each entry
 * and checks signature and leaf.
 */
public final class Fsck {
    /**
     * The keys at hand.
     *
     * @param compartments those whose rows are to be opened
     * @param all whether these are all the compartments there are: then a row that no key fits is a finding
     */
    public record Keys(Keyring keyring, Signers signers, Set<String> compartments, boolean all) {
        public Keys {
            compartments = Set.copyOf(compartments);
        }

        Stream<Epoch> epochs() {
            return compartments.stream().flatMap(each -> keyring.epochs(each).stream());
        }
    }

    /**
     * What the check may rest on.
     *
     * @param logKey without it a checkpoint's signatures are not checked
     * @param blobs all that entries hold; each is opened to its end, and without them none is missing and none an orphan
     */
    public record Knowledge(Optional<LogVerifierKey> logKey, Optional<Keys> keys, Optional<List<Blob>> blobs) {
        public static final Knowledge NONE = new Knowledge(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How many rows there are, and what became of them. */
    public record Counts(long rows, long opened, long erased, long sealed) {}

    /** Nothing is wrong when there are no findings. */
    public record Report(Counts counts, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }
    }

    private Fsck() {}

    /** The journal must not be appended to meanwhile. */
    public static Report check(Journal journal, JournalFolder folder, Knowledge knowledge) {
        List<Finding> findings = new ArrayList<>();
        for (String fault : journal.integrity()) {
            findings.add(new Finding(Finding.Part.DATABASE, "database", fault, false));
        }
        RowsCheck rows = new RowsCheck(journal, knowledge.keys(), findings);
        rows.run();
        new LogCheck(folder.log(), rows.dense(), findings).run(knowledge.logKey());
        FilesCheck files = new FilesCheck(findings);
        files.blobs(
                folder.blobs(),
                knowledge.blobs().map(all -> all.stream().collect(Collectors.toMap(Blob::name, Function.identity()))));
        files.snapshots(
                folder.snapshots(),
                knowledge.keys().stream().flatMap(Keys::epochs).toList());
        return new Report(rows.counts(), findings);
    }
}
