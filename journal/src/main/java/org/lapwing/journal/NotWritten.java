// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.sql.SQLException;
import java.util.Locale;

/** Nothing of an append was written, and the journal goes on: the same may be appended again when the cause is gone. */
public final class NotWritten extends JournalException {
    private static final long serialVersionUID = 1;

    NotWritten(String message, Throwable cause) {
        super(message, cause);
    }

    static NotWritten because(Throwable cause) {
        return new NotWritten(
                "nothing was written: " + why(cause)
                        + ". What was acknowledged before is safe; append again after that",
                cause);
    }

    /** By SQLite's result codes and PostgreSQL's classes 53 and 58 (its documentation, appendix A). */
    private static String why(Throwable cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        String state = cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        if (text.contains("[sqlite_full]") || state.equals("53100")) {
            return "the disk of the journal is full. Make room";
        } else if (text.contains("[sqlite_readonly") || state.equals("25006")) {
            return "the journal's disk or database can only be read. Make it writable";
        } else if (text.contains("[sqlite_ioerr") || text.contains("[sqlite_cantopen") || state.startsWith("58")) {
            return "the disk of the journal cannot be written. Look at the disk";
        }
        return "the store refused it";
    }
}
