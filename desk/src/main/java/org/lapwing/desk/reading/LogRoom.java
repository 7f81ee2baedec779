// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.time.Clock;
import java.util.Optional;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.journal.JournalLog;
import org.lapwing.journal.JournalLog.Signing;
import org.lapwing.tlog.LogKey;

/** Where the log is brought up and its internal checkpoint signed. Safe for use by several threads. */
public final class LogRoom {
    private final JournalLog log;
    private final Doors doors;
    private final Clock clock;
    private volatile Optional<String> refusal = Optional.empty();

    public LogRoom(JournalLog log, Doors doors, Clock clock) {
        this.log = log;
        this.doors = doors;
        this.clock = clock;
    }

    /** Signs over all rows with the log key that every member is granted. */
    public Signing sign(Unlocked member) {
        Optional<byte[]> secret = doors.logSecret(member);
        if (secret.isEmpty()) {
            return new Signing.RefusedToSign("this member was not granted the log's key");
        }
        Signing signing = log.sign(new LogKey(doors.logName(), secret.get()), clock);
        remember(signing instanceof Signing.RefusedToSign(var reason) ? Optional.of(reason) : Optional.empty());
        return signing;
    }

    /** Signs where rows came since the last signing, and once in each process: so that rows that changed are noticed. */
    public void keepUp(Unlocked member) {
        if (log.behind() || refusal.isPresent()) {
            sign(member);
        }
    }

    /** Why the log could not be signed when it was last tried. */
    public Optional<String> refusal() {
        return refusal;
    }

    private void remember(Optional<String> now) {
        if (!now.equals(refusal)) {
            // names files and rows, never what is in them
            System.err.println("lapwing desk: "
                    + now.map(reason -> "nothing is signed: " + reason).orElse("the log is signed again"));
        }
        refusal = now;
    }
}
