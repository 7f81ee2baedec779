// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lapwing.entry.Id;
import org.lapwing.gate.spool.Added;
import org.lapwing.gate.spool.Parcel;
import org.lapwing.gate.spool.Submission;
import org.lapwing.gate.spool.Submission.Kind;
import org.lapwing.pages.Tongue;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.MalformedReceipt;
import org.lapwing.seal.Receipt;

/**
 * What each press does to a visit. Everything typed is kept first; then the press is obeyed, or a {@link Notice} says why
 * not. A press that does not belong to the step changes nothing.
 */
final class Acts {

    private static final Map<String, Step> OPENS = Map.of(
            "words", Step.WRITE,
            "files", Step.FILES,
            "identity", Step.IDENTITY,
            "withdraw", Step.WITHDRAW,
            "forget", Step.FORGET,
            "box", Step.BOX,
            "come-back", Step.RETURN);

    private static final Set<Step> WRITING = Set.of(Step.WRITE, Step.FILES, Step.IDENTITY, Step.CHECK);
    private static final Set<Step> RETURNED = Set.of(Step.BOX, Step.WITHDRAW, Step.FORGET);

    private final Surroundings around;

    Acts(Surroundings around) {
        this.around = around;
    }

    /** @param fields of the form, {@code act} among them */
    void perform(Visit visit, Map<String, String> fields) throws IOException {
        synchronized (visit) {
            keep(visit, fields);
            String act = fields.getOrDefault("act", "");
            switch (act) {
                case "check" -> check(visit);
                case "keep-identity" -> keepIdentity(visit);
                case "remove" -> remove(visit, fields.getOrDefault("file", ""));
                case "send" -> send(visit);
                case "written" -> written(visit);
                case "return" -> comeBack(visit, fields.getOrDefault("receipt", ""));
                case "add" -> add(visit);
                case "safer" -> safer(visit);
                case "back" -> visit.step = visit.step == Step.SAFER ? visit.before : visit.step;
                case "start" -> start(visit);
                case "en", "ru" -> visit.tongue = Tongue.of(act).orElse(visit.tongue);
                case "upload" -> {} // its files were taken as they came
                default -> open(visit, act);
            }
        }
    }

    /** Kept whichever page the visit shows now: people go back with their browser and write there. */
    private static void keep(Visit visit, Map<String, String> fields) throws IOException {
        boolean writesAgain = visit.step == Step.DONE && fields.containsKey("words");
        if (writesAgain) {
            start(visit);
        }
        boolean writing = WRITING.contains(visit.step);
        if ((writing || visit.step == Step.WITHDRAW) && fields.containsKey("words")) {
            visit.words.set(fields.getOrDefault("words", ""));
            visit.urgent = "yes".equals(fields.get("urgent"));
        }
        if (writing && fields.containsKey("name")) {
            visit.name.set(fields.getOrDefault("name", "").strip());
            visit.contact.set(fields.getOrDefault("contact", "").strip());
        }
    }

    private void open(Visit visit, String act) throws IOException {
        Step next = OPENS.get(act);
        if (next == null) {
            return;
        }
        boolean belongs = switch (next) {
            case WRITE, FILES, IDENTITY -> WRITING.contains(visit.step);
            case WITHDRAW, FORGET, BOX -> canReturnTo(visit);
            default -> WRITING.contains(visit.step) || visit.step == Step.DONE;
        };
        if (!belongs) {
            expired(visit);
        } else if (next == Step.WITHDRAW || next == Step.FORGET) {
            visit.draft(next == Step.FORGET ? Kind.FORGET : Kind.WITHDRAWAL);
            visit.step = next;
        } else if (next == Step.BOX || next == Step.RETURN) {
            visit.draft(Kind.REPORT);
            visit.step = next;
        } else if (wordsFit(visit)) {
            visit.step = next;
        }
    }

    /** Whoever came back with a receipt may go on to what can be done with it, from wherever they stand. */
    private static boolean canReturnTo(Visit visit) {
        boolean underReceipt = RETURNED.contains(visit.step)
                || visit.step == Step.DONE
                || (WRITING.contains(visit.step) && visit.kind == Kind.ADDITION);
        return underReceipt && visit.receipt != null;
    }

    private void check(Visit visit) {
        if (!WRITING.contains(visit.step)) {
            expired(visit);
        } else if (visit.words.isBlank() && !visit.hasFiles()) {
            visit.tell(Notice.at("words", "write.none"));
            visit.step = Step.WRITE;
        } else if (wordsFit(visit)) {
            visit.step = Step.CHECK;
        }
    }

    private static boolean wordsFit(Visit visit) {
        int over = Submission.wordBytes(visit.words.text()) - Submission.MOST_WORD_BYTES;
        if (over <= 0) {
            return true;
        }
        String words = visit.words.text();
        int letters = words.codePointCount(0, words.length());
        long most = (long) letters * Submission.MOST_WORD_BYTES / Submission.wordBytes(words);
        visit.tell(Notice.at("words", "write.long", "letters", letters, "most", most / 100 * 100));
        visit.step = visit.step == Step.WITHDRAW ? Step.WITHDRAW : Step.WRITE;
        return false;
    }

    private void keepIdentity(Visit visit) {
        if (!WRITING.contains(visit.step)) {
            expired(visit);
        } else if (Submission.identityText(visit.name.text(), visit.contact.text()).length > IdentityFile.TEXT_BYTES) {
            visit.tell(Notice.at("contact", "identity.long"));
            visit.step = Step.IDENTITY;
        } else {
            visit.step = Step.CHECK;
        }
    }

    private static void remove(Visit visit, String file) throws IOException {
        if (visit.parcel != null && WRITING.contains(visit.step)) {
            visit.parcel.remove(file);
        }
    }

    /** Takes one uploaded file as it streams in; outside the guard of the visit, because it may take an hour. */
    void upload(Visit visit, String name, String type, InputStream body) throws IOException {
        Parcel parcel;
        synchronized (visit) {
            if (!WRITING.contains(visit.step)) {
                expired(visit);
                return;
            }
            parcel = visit.parcel == null ? around.spool().begin() : visit.parcel;
            visit.parcel = parcel;
        }
        List<HybridRecipient> recipients = around.trust().recipients();
        if (recipients.isEmpty()) {
            visit.tell(Notice.of("closed.now"));
        } else if (parcel.add(recipients, name, type, body) instanceof Added.Left(Added.Why why)) {
            switch (why) {
                case TOO_LARGE -> visit.tell(Notice.at("files", "files.large", "name", name, "most", mostMegabytes()));
                case TOO_MANY ->
                    visit.tell(Notice.at(
                            "files", "files.many", "most", around.limits().files()));
                case NO_ROOM -> visit.tell(Notice.at("files", "files.wait", "name", name));
                case NO_ROOM_FOR_WORDS -> visit.tell(Notice.at("files", "files.noroom", "name", name));
                case ENDED -> {} // nobody is there to be told
            }
        }
    }

    long mostMegabytes() {
        return Math.max(1, around.limits().uploadBytes() >> 20);
    }

    private void send(Visit visit) throws IOException {
        boolean ready = visit.step == Step.CHECK || visit.step == Step.WITHDRAW || visit.step == Step.FORGET;
        boolean needsContent = visit.step == Step.CHECK;
        if (visit.step == Step.RECEIPT || visit.step == Step.DONE) {
            return; // pressed twice: it was sent once
        }
        if (!ready || (needsContent && visit.words.isBlank() && !visit.hasFiles())) {
            expired(visit);
            return;
        }
        if (!around.trust().takesReports()) {
            visit.tell(Notice.of("closed.now"));
            return;
        }
        if (!wordsFit(visit)) {
            return;
        }
        Receipt receipt =
                visit.kind == Kind.REPORT || visit.receipt == null ? Receipt.generate(around.random()) : visit.receipt;
        if (!complete(visit, receipt)) {
            visit.tell(Notice.of("send.noroom"));
            return;
        }
        boolean first = visit.kind == Kind.REPORT;
        visit.wipeDraft();
        visit.receipt = receipt;
        visit.step = first ? Step.RECEIPT : Step.DONE;
    }

    private boolean complete(Visit visit, Receipt receipt) throws IOException {
        Parcel parcel = visit.parcel == null ? around.spool().begin() : visit.parcel;
        Id record = Id.random(around.random());
        IdentityFile identity = IdentityFile.seal(
                record.bytes(),
                Submission.identityText(visit.name.text(), visit.contact.text()),
                around.trust().roster().custodians(),
                around.random());
        Submission submission = new Submission(
                parcel.id(),
                visit.kind,
                around.days().today(),
                visit.tongue,
                visit.urgent,
                visit.words.text(),
                parcel.attachments(),
                record,
                receipt);
        boolean sent = taken(parcel, submission, identity);
        if (sent && visit.urgent) {
            ring();
        }
        return sent;
    }

    /** A full or failing disk is told to whoever sends as a spool without room is: nothing was taken. */
    private boolean taken(Parcel parcel, Submission submission, IdentityFile identity) {
        try {
            return parcel.complete(around.trust().recipients(), submission, identity);
        } catch (IOException e) {
            System.err.println("lapwing gate: a report could not be written, and was refused: "
                    + e.getClass().getSimpleName() + ". Maybe the disk is full or can only be read");
            return false;
        }
    }

    private void ring() {
        try {
            around.bell().ring();
        } catch (IOException e) {
            // The report is safe and says itself that it is urgent: whoever sent it must not be told that it failed.
            System.err.println(
                    "lapwing gate: the bell cannot be rung: " + e.getClass().getSimpleName());
        }
    }

    private static void written(Visit visit) {
        if (visit.step == Step.RECEIPT) {
            visit.receipt = null;
            visit.step = Step.DONE;
        }
    }

    private void comeBack(Visit visit, String typed) throws IOException {
        if (visit.step != Step.RETURN) {
            expired(visit);
            return;
        }
        visit.typed.set(typed);
        switch (Receipt.parse(typed)) {
            case MalformedReceipt(MalformedReceipt.Reason reason, int position) ->
                visit.tell(
                        switch (reason) {
                            case UNKNOWN_WORD -> Notice.at("receipt", "return.word", "number", position);
                            case LENGTH -> Notice.at("receipt", "return.length", "found", position);
                            case CHECKSUM -> Notice.at("receipt", "return.sum");
                        });
            case Receipt receipt -> {
                visit.typed.wipe();
                visit.receipt = receipt;
                visit.reply = around.replies().take(receipt).orElse(null);
                visit.step = Step.BOX;
            }
        }
    }

    private void add(Visit visit) throws IOException {
        if (canReturnTo(visit)) {
            visit.draft(Kind.ADDITION);
            visit.step = Step.WRITE;
        } else {
            expired(visit);
        }
    }

    private static void safer(Visit visit) {
        if (visit.step != Step.SAFER) {
            visit.before = visit.step;
            visit.step = Step.SAFER;
        }
    }

    private static void start(Visit visit) throws IOException {
        visit.draft(Kind.REPORT);
        visit.receipt = null;
        visit.step = Step.WRITE;
    }

    private static void expired(Visit visit) {
        visit.tell(Notice.of("expired"));
    }

    /** Which of the fields of a form are looked at. */
    static final Set<String> FIELDS = Set.of("t", "act", "words", "urgent", "name", "contact", "receipt", "file");
}
