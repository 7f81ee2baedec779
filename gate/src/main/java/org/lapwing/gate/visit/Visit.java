// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lapwing.gate.spool.Parcel;
import org.lapwing.gate.spool.Replies;
import org.lapwing.gate.spool.Submission;
import org.lapwing.pages.Tongue;
import org.lapwing.seal.Receipt;

/** One visit, in memory only. Guarded by itself; an upload streams outside the guard. */
final class Visit {

    final Wiped words = new Wiped();
    final Wiped name = new Wiped();
    final Wiped contact = new Wiped();
    /** A receipt that was typed and is not one yet, to be corrected. */
    final Wiped typed = new Wiped();

    Tongue tongue;
    Step step = Step.WRITE;
    /** Where "how to be safer" goes back to. */
    Step before = Step.WRITE;

    Submission.Kind kind = Submission.Kind.REPORT;
    boolean urgent;
    /** Made with the first file or on sending. */
    @Nullable
    Parcel parcel;
    /** Under which one came back, or the new one while it is shown. */
    @Nullable
    Receipt receipt;

    Replies.@Nullable Reply reply;

    private final Set<Notice> notices = new LinkedHashSet<>();
    private int requests;
    private boolean over;
    private Instant lastSeen;

    Visit(Tongue tongue, Instant now) {
        this.tongue = tongue;
        this.lastSeen = now;
    }

    /** A request begins; false if the visit ended meanwhile. A visit does not grow idle during a long upload. */
    synchronized boolean enter() {
        requests++;
        return !over;
    }

    synchronized void exit(Instant now) {
        requests--;
        lastSeen = now;
    }

    synchronized boolean idleSince(Instant then) {
        return requests <= 0 && lastSeen.isBefore(then);
    }

    /** Whether ending it now would take nothing from whoever comes back to it. */
    synchronized boolean holdsNothing() {
        boolean typed = !(words.isEmpty() && name.isEmpty() && contact.isEmpty());
        return requests <= 0 && !typed && parcel == null && receipt == null && reply == null;
    }

    synchronized Instant lastSeen() {
        return lastSeen;
    }

    synchronized void tell(Notice notice) {
        notices.add(notice);
    }

    synchronized List<Notice> notices() {
        return new ArrayList<>(notices);
    }

    synchronized void forgetNotices() {
        notices.clear();
    }

    /** Begins anew what is being written; what came before under the same receipt stays known. */
    synchronized void draft(Submission.Kind next) throws IOException {
        wipeDraft();
        kind = next;
    }

    synchronized boolean hasFiles() {
        return parcel != null && !parcel.attachments().isEmpty();
    }

    synchronized void wipeDraft() throws IOException {
        words.wipe();
        name.wipe();
        contact.wipe();
        typed.wipe();
        urgent = false;
        reply = null;
        if (parcel != null) {
            parcel.discard(); // does nothing to what was sent
            parcel = null;
        }
    }

    /** Ends the visit: nothing of it is left, unsent files included. */
    synchronized void end() throws IOException {
        over = true;
        notices.clear();
        receipt = null;
        wipeDraft();
    }

    @Override
    public String toString() {
        return "Visit";
    }
}
