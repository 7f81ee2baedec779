// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

/** A table that is not accepted: where, why, and what would be. Line 0 or an empty column mean the file or row as a whole. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final String column;
    private final String problem;
    private final String accepted;

    public TableException(String file, long line, String column, String problem, String accepted) {
        super(message(file, line, column, problem, accepted));
        this.file = file;
        this.line = line;
        this.column = column;
        this.problem = problem;
        this.accepted = accepted;
    }

    private static String message(String file, long line, String column, String problem, String accepted) {
        String where =
                file + (line > 0 ? ", line " + line : "") + (column.isEmpty() ? "" : ", column \"" + column + "\"");
        return where + ": " + problem + "; accepted: " + accepted;
    }

    public String file() {
        return file;
    }

    /** Counted from 1 with the header; the line on which the row begins. */
    public long line() {
        return line;
    }

    public String column() {
        return column;
    }

    public String problem() {
        return problem;
    }

    public String accepted() {
        return accepted;
    }
}
