// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import static org.lapwing.fuzz.Parser.read;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.lapwing.desk.inbox.ReportFile.ListedFile;
import org.lapwing.seal.SizeClass;

/** What a gate hands to the desk, and a captured gate may forge. */
public final class InboxTargets {
    private InboxTargets() {}

    public static void report(byte[] input) throws Exception {
        Optional<ReportFile> report = read(Unaccepted.class, () -> ReportFile.parse(input));
        if (report.isPresent()) {
            for (ListedFile each : report.get().files()) {
                SizeClass.paddedLength(each.length());
            }
            report.get().proof().ifPresent(proof -> proof.holds("00".repeat(32)));
        }
    }

    public static void waitingList(byte[] input) throws Exception {
        Optional<WaitingList> list = read(IOException.class, () -> WaitingList.parse(input));
        if (list.isPresent()) {
            for (WaitingList.Waiting waiting : list.get().reports()) {
                if (waiting.bytes() < 0) {
                    throw new AssertionError("a report of fewer than no bytes");
                }
                for (WaitingList.WaitingFile file : waiting.files()) {
                    String path = "/collect/" + waiting.report() + "/" + file.name();
                    String asked =
                            URI.create("http://127.0.0.1:1").resolve(path).getPath();
                    if (!asked.equals(path)) {
                        throw new AssertionError("a file's name leads elsewhere");
                    }
                }
            }
        }
    }
}
