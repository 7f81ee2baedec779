// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.EntryException;
import org.lapwing.entry.Json;
import org.lapwing.pages.Tongue;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.SealException;
import org.lapwing.seal.SizeClass;

/**
 * Replies that wait, each sealed by the desk to the mailbox of its receipt and filed under its locator. One opens once;
 * unread ones go after {@value #MOST_DAYS} days.
 */
public final class Replies {

    public static final int MOST_DAYS = 14;

    /** Every reply has this size: an age file to one recipient of one content of the smallest size class. */
    public static final int BYTES = 67_195;

    private static final Pattern LOCATOR = Pattern.compile("[0-9a-f]{32}");
    private static final int VERSION = 1;

    private final Path folder;
    private final DayStamp days;
    private final GroupSync sync;

    /** What a reply says, and in which language if in one of ours. */
    public record Reply(String words, Optional<Tongue> tongue) {
        @Override
        public String toString() {
            return "Reply";
        }
    }

    private Replies(Path folder, DayStamp days) {
        this.folder = folder;
        this.days = days;
        this.sync = GroupSync.of(folder);
    }

    public static Replies open(Path folder, DayStamp days) throws IOException {
        Files.createDirectories(folder);
        return new Replies(folder, days);
    }

    /** Whether {@code text} is a locator: 32 hexadecimal digits in lower case. */
    public static boolean isLocator(String text) {
        return LOCATOR.matcher(text).matches();
    }

    /** Files a reply, in place of one not yet read; false if it is not {@link #BYTES} long. */
    public boolean put(String locator, byte[] sealed) throws IOException {
        if (!isLocator(locator) || sealed.length != BYTES) {
            return false;
        }
        Path part = Files.createTempFile(folder, "", ".part");
        Files.delete(part);
        SealedFile.write(part, sealed);
        days.stamp(part);
        Files.move(part, folder.resolve(locator), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync.sync();
        return true;
    }

    /** Takes a reply back; false if there is none. */
    public boolean delete(String locator) throws IOException {
        boolean was = isLocator(locator) && Files.deleteIfExists(folder.resolve(locator));
        if (was) {
            sync.sync();
        }
        return was;
    }

    /** Opens the reply that waits for a receipt and deletes it. What does not open or is no reply is as if not there. */
    public Optional<Reply> take(Receipt receipt) throws IOException {
        String locator = HexFormat.of().formatHex(receipt.locator());
        byte[] sealed;
        try {
            sealed = Files.readAllBytes(folder.resolve(locator));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        try {
            byte[] padded = AgeFile.openBytes(List.of(receipt.mailbox()), sealed);
            Json.Tree reply =
                    CanonicalJson.parse(SizeClass.unpaddedText(padded)).tree();
            if (reply.get("version").whole() != VERSION) {
                return Optional.empty();
            }
            Reply read = new Reply(
                    reply.get("words").text(), Tongue.of(reply.get("language").text()));
            delete(locator);
            return Optional.of(read);
        } catch (SealException | EntryException notAReply) {
            return Optional.empty();
        }
    }

    /** Deletes what nobody read in time, and what a crash left half written. */
    public void sweep() throws IOException {
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
            for (Path reply : each) {
                boolean old = DayStamp.of(reply).plusDays(MOST_DAYS).isBefore(days.today());
                boolean left = !isLocator(reply.getFileName().toString())
                        && DayStamp.of(reply).isBefore(days.today());
                if (old || left) {
                    Files.deleteIfExists(reply);
                }
            }
        }
    }
}
