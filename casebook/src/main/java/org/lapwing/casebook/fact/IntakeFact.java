// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.casebook.term.TriageDecision;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** What comes in at the gate, and what becomes of it. */
public sealed interface IntakeFact extends Fact {
    /**
     * A file that came with a report, sealed as its own blob.
     *
     * @param name as the sender wrote it: shown, never used as a path
     * @param seed of the identity to which the blob is sealed; dies with this entry
     */
    record Attachment(Id file, String name, String mediaType, long length, String sha256, Id blob, String seed)
            implements Mentions.Mentioning {
        /** The media type of the custodians' sealed file, which is kept like an attachment and is none. */
        public static final String IDENTITY_TYPE = "application/vnd.lapwing.identity";

        @Override
        public Object mentioned() {
            return file;
        }

        /** Whether this is the file for custodians alone, and not something that the sender attached. */
        public boolean identityFile() {
            return mediaType.equals(IDENTITY_TYPE);
        }
    }

    /**
     * Something arrived from the gate: a report, or what the holder of its receipt sent later.
     *
     * @param day the day, never the hour
     * @param identity the sealed identity file of the custodians; present even when nothing was given
     * @param locator where the receipt's holder looks for a reply
     * @param mailbox to whom a reply is sealed
     * @param prove the key that marks additions as "from the holder of the receipt"
     * @param follows the report that this adds to or takes back
     */
    record ReportReceived(
            @Slot(0) Id report,
            @Slot(1) LocalDate day,
            @Slot(2) boolean urgent,
            @Slot(3) String language,
            @Slot(4) String words,
            @Slot(5) List<Attachment> attachments,
            @Slot(6) Optional<Id> identity,
            @Slot(7) String locator,
            @Slot(8) String mailbox,
            @Slot(9) String prove,
            @Slot(10) ReportKind kind,
            @Slot(11) Optional<Id> follows)
            implements IntakeFact {
        public ReportReceived {
            attachments = List.copyOf(attachments);
        }

        @Override
        public List<Id> subjects() {
            return List.of(report);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(report, attachments, follows);
        }
    }

    /** What a member decided about a report. */
    record ReportTriaged(
            @Slot(0) Id report,
            @Slot(1) TriageDecision decision,
            @Slot(2) Optional<Id> account,
            @Slot(3) Optional<String> note)
            implements IntakeFact {
        @Override
        public List<Id> subjects() {
            return List.of(report);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(report, account);
        }
    }

    /** A reply to the holder of the receipt, sealed to the mailbox. No place, hour, name or number belongs in it. */
    record ReplyWritten(
            @Slot(0) Id reply,
            @Slot(1) Id report,
            @Slot(2) Text words,
            @Slot(3) LocalDate day) implements IntakeFact {
        @Override
        public List<Id> subjects() {
            return List.of(report);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(reply, report);
        }
    }
}
