// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.lapwing.fuzz.Batch.Kind.PUBLISHED;
import static org.lapwing.fuzz.Batch.Kind.REPORTS;
import static org.lapwing.fuzz.Batch.Kind.SEALED;
import static org.lapwing.fuzz.Batch.Kind.TEXTS;

import java.util.Locale;
import java.util.function.Supplier;
import org.lapwing.cli.SpreadsheetTarget;
import org.lapwing.desk.inbox.InboxTargets;
import org.lapwing.dossier.DossierTargets;

/** What is fuzzed, each with the folder of its corpus named after it. */
public enum Target {
    MULTIPART(REPORTS, () -> new FormTargets()::multipart, 8192),
    RECEIPT(REPORTS, () -> FormTargets::receipt, 512),
    SLIP39(REPORTS, () -> FormTargets::paper, 2048),
    DESK_REQUEST(REPORTS, () -> new SealTargets()::deskRequest, 512),
    AGE_FILE(SEALED, () -> new SealTargets()::ageFile, 8192),
    AGE_PAYLOAD(SEALED, () -> new SealTargets()::agePayload, 8192),
    ARMOR(SEALED, () -> SealTargets::armor, 4096),
    KEY_TEXTS(SEALED, () -> SealTargets::keyTexts, 4096),
    KEY_FILE(SEALED, () -> SealTargets::keyFile, 512),
    IDENTITY_FILE(SEALED, () -> new SealTargets()::identityFile, 9000),
    ROSTER(SEALED, () -> RosterTargets::roster, 32768),
    ROSTER_CHAIN(SEALED, () -> new RosterTargets()::chain, 65536),
    ROSTER_LINES(SEALED, () -> RosterTargets::lines, 8192),
    CERTIFICATE(SEALED, () -> RosterTargets::certificate, 4096),
    GRANT(SEALED, () -> new RosterTargets()::grant, 2048),
    NOTE(PUBLISHED, () -> LogTargets::note, 8192),
    CHECKPOINT(PUBLISHED, () -> new LogTargets()::checkpoint, 8192),
    LOG_KEY(PUBLISHED, () -> LogTargets::logKey, 4096),
    TLOG_PROOF(PUBLISHED, () -> new LogTargets()::proof, 8192),
    TILES(PUBLISHED, () -> new LogTargets()::tiles, 16384),
    PACKAGE(PUBLISHED, () -> new DossierTargets()::container, 65536),
    DOSSIER(PUBLISHED, () -> new DossierTargets()::resealed, 8192),
    OPENING(PUBLISHED, () -> new DossierTargets()::opening, 8192),
    REPORT(REPORTS, () -> InboxTargets::report, 8192),
    WAITING_LIST(REPORTS, () -> InboxTargets::waitingList, 4096),
    CSV(TEXTS, () -> TableTargets::csv, 4096),
    OVERLAP(TEXTS, () -> TableTargets::overlap, 2048),
    XLSX(TEXTS, () -> SpreadsheetTarget::take, 16384),
    MODEL(TEXTS, () -> TableTargets::model, 8192),
    EDTF(TEXTS, () -> TextTargets::edtf, 128),
    TYPED_DATE(TEXTS, () -> TextTargets::typedDate, 256),
    JSON(TEXTS, () -> TextTargets::json, 4096),
    ENTRY(TEXTS, () -> TextTargets::entry, 4096),
    PLAN(TEXTS, () -> TextTargets::plan, 8192),
    SITUATION(TEXTS, () -> TextTargets::situation, 8192);

    private final Batch.Kind kind;
    private final Supplier<Parser> parser;
    private final int longest;

    Target(Batch.Kind kind, Supplier<Parser> parser, int longest) {
        this.kind = kind;
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

    /** With whom it shares a process where time is short. */
    Batch.Kind kind() {
        return kind;
    }

    static Target ofFolder(String folder) {
        return valueOf(folder.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
