// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import java.util.Locale;
import java.util.function.Supplier;
import org.lapwing.cli.SpreadsheetTarget;
import org.lapwing.desk.inbox.InboxTargets;
import org.lapwing.dossier.DossierTargets;

/** What is fuzzed, each with the folder of its corpus named after it. */
public enum Target {
    MULTIPART(() -> new FormTargets()::multipart, 8192),
    RECEIPT(() -> FormTargets::receipt, 512),
    SLIP39(() -> FormTargets::paper, 2048),
    DESK_REQUEST(() -> new SealTargets()::deskRequest, 512),
    AGE_FILE(() -> new SealTargets()::ageFile, 8192),
    AGE_PAYLOAD(() -> new SealTargets()::agePayload, 8192),
    ARMOR(() -> SealTargets::armor, 4096),
    KEY_TEXTS(() -> SealTargets::keyTexts, 4096),
    KEY_FILE(() -> SealTargets::keyFile, 512),
    IDENTITY_FILE(() -> new SealTargets()::identityFile, 9000),
    ROSTER(() -> RosterTargets::roster, 32768),
    ROSTER_CHAIN(() -> new RosterTargets()::chain, 65536),
    ROSTER_LINES(() -> RosterTargets::lines, 8192),
    CERTIFICATE(() -> RosterTargets::certificate, 4096),
    GRANT(() -> new RosterTargets()::grant, 2048),
    NOTE(() -> LogTargets::note, 8192),
    CHECKPOINT(() -> new LogTargets()::checkpoint, 8192),
    LOG_KEY(() -> LogTargets::logKey, 4096),
    TLOG_PROOF(() -> new LogTargets()::proof, 8192),
    TILES(() -> new LogTargets()::tiles, 16384),
    PACKAGE(() -> new DossierTargets()::container, 65536),
    DOSSIER(() -> new DossierTargets()::resealed, 8192),
    OPENING(() -> new DossierTargets()::opening, 8192),
    REPORT(() -> InboxTargets::report, 8192),
    WAITING_LIST(() -> InboxTargets::waitingList, 4096),
    CSV(() -> TableTargets::csv, 4096),
    OVERLAP(() -> TableTargets::overlap, 2048),
    XLSX(() -> SpreadsheetTarget::take, 16384),
    MODEL(() -> TableTargets::model, 8192),
    EDTF(() -> TextTargets::edtf, 128),
    TYPED_DATE(() -> TextTargets::typedDate, 256),
    JSON(() -> TextTargets::json, 4096),
    ENTRY(() -> TextTargets::entry, 4096),
    PLAN(() -> TextTargets::plan, 8192),
    SITUATION(() -> TextTargets::situation, 8192);

    private final Supplier<Parser> parser;
    private final int longest;

    Target(Supplier<Parser> parser, int longest) {
        this.parser = parser;
        this.longest = longest;
    }

    /** A new one, with keys of its own; what only others need is not made. */
    public Parser parser() {
        return parser.get();
    }

    /** Longest input that the fuzzer makes, in bytes. */
    int longest() {
        return longest;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
