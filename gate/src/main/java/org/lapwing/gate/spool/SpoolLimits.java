// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

/**
 * What the gate takes.
 *
 * @param uploadBytes longest files of one report together
 * @param files most files of one report; with {@link Submission#MOST_WORD_BYTES} they fit the report file's class
 * @param spoolBytes most that waits for the desk, in all
 * @param reservedReports for so many reports of words alone there is room when files have to wait
 */
public record SpoolLimits(long uploadBytes, int files, long spoolBytes, int reservedReports) {

    public static SpoolLimits defaults() {
        return new SpoolLimits(500L << 20, Submission.MOST_FILES, 20L << 30, 10_000);
    }

    public SpoolLimits {
        if (uploadBytes < 1 || files < 0 || files > Submission.MOST_FILES || reservedReports < 1) {
            throw new IllegalArgumentException(
                    "accepted are at least 1 upload byte, 0 to 40 files and at least 1 reserved report");
        }
        if (spoolBytes < reservedReports * DiskRoom.REPORT_BYTES) {
            throw new IllegalArgumentException("the spool is smaller than its reserve of %,d reports, %,d bytes"
                    .formatted(reservedReports, reservedReports * DiskRoom.REPORT_BYTES));
        }
    }
}
