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
        return log.sign(new LogKey(doors.logName(), secret.get()), clock);
    }
}
