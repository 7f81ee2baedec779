// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lapwing.entry.Id;

/** The folder of reports that wait for the desk, each in a folder of its own under a random name. */
public final class Spool {

    private static final Pattern FILE = Pattern.compile("identity|report\\.age|[1-9][0-9]{0,3}\\.age");

    private final Path folder;
    private final SpoolLimits limits;
    private final DayStamp days;
    private final SecureRandom random;
    private final DiskRoom room;
    private final GroupSync sync;

    /** A file of a report that waits. */
    public record WaitingFile(String name, long bytes) {}

    /** A report that waits, whole. */
    public record Waiting(Id id, LocalDate day, List<WaitingFile> files) {}

    private Spool(Path folder, SpoolLimits limits, DayStamp days, SecureRandom random) {
        this.folder = folder;
        this.limits = limits;
        this.days = days;
        this.random = random;
        this.room = new DiskRoom(folder, limits);
        this.sync = GroupSync.of(folder);
    }

    /** Opens the folder and removes what was never completed: nobody can complete it after a restart. */
    public static Spool open(Path folder, SpoolLimits limits, DayStamp days, SecureRandom random) throws IOException {
        Files.createDirectories(folder);
        Spool spool = new Spool(folder, limits, days, random);
        for (Path report : spool.folders()) {
            if (!isComplete(report)) {
                delete(report);
            }
        }
        for (Waiting waiting : spool.waiting(Integer.MAX_VALUE)) {
            spool.room.takeUnasked(bytes(waiting));
        }
        return spool;
    }

    public Parcel begin() {
        Id id = Id.random(random);
        return new Parcel(id, folder.resolve(id.toString()), this);
    }

    /** At most {@code most} of the reports that wait, whole ones only, in the order of their random names. */
    public List<Waiting> waiting(int most) throws IOException {
        var waiting = new ArrayList<Waiting>();
        for (Path report : folders()) {
            if (waiting.size() < most && isComplete(report)) {
                waiting.add(waiting(report));
            }
        }
        return waiting;
    }

    /** A file of a report that waits. */
    public Optional<Path> file(String report, String name) {
        if (!Id.isId(report) || !FILE.matcher(name).matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(report).resolve(name);
        return isComplete(folder.resolve(report)) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** Removes a report that the desk has; false if there is none. */
    public boolean remove(String report) throws IOException {
        if (!Id.isId(report) || !isComplete(folder.resolve(report))) {
            return false;
        }
        long bytes = bytes(waiting(folder.resolve(report)));
        delete(folder.resolve(report));
        sync.sync();
        room.give(bytes);
        return true;
    }

    /** Removes what has stayed incomplete since before yesterday. */
    public void sweep() throws IOException {
        for (Path report : folders()) {
            if (!isComplete(report) && DayStamp.of(report).isBefore(days.today().minusDays(1))) {
                delete(report);
            }
        }
    }

    private static long bytes(Waiting waiting) {
        long files = waiting.files().stream()
                .filter(file -> Character.isDigit(file.name().charAt(0)))
                .mapToLong(WaitingFile::bytes)
                .sum();
        return files + DiskRoom.REPORT_BYTES;
    }

    private static boolean isComplete(Path report) {
        return Files.isRegularFile(report.resolve(Parcel.REPORT));
    }

    private static Waiting waiting(Path report) throws IOException {
        var files = new ArrayList<WaitingFile>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(report)) {
            for (Path file : each) {
                String name = file.getFileName().toString();
                if (FILE.matcher(name).matches()) {
                    files.add(new WaitingFile(name, Files.size(file)));
                }
            }
        }
        files.sort(Comparator.comparingInt((WaitingFile file) -> file.name().length())
                .thenComparing(WaitingFile::name));
        return new Waiting(
                Id.parse(report.getFileName().toString()), DayStamp.of(report.resolve(Parcel.REPORT)), files);
    }

    private List<Path> folders() throws IOException {
        var folders = new ArrayList<Path>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
            for (Path report : each) {
                if (Id.isId(report.getFileName().toString())) {
                    folders.add(report);
                }
            }
        }
        folders.sort(Comparator.naturalOrder());
        return folders;
    }

    /** The report file first, so that what a crash leaves is incomplete and goes at the next start. */
    static void delete(Path report) throws IOException {
        Files.deleteIfExists(report.resolve(Parcel.REPORT));
        try (DirectoryStream<Path> each = Files.newDirectoryStream(report)) {
            for (Path file : each) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            return;
        }
        Files.deleteIfExists(report);
    }

    SpoolLimits limits() {
        return limits;
    }

    DayStamp days() {
        return days;
    }

    SecureRandom random() {
        return random;
    }

    DiskRoom room() {
        return room;
    }

    GroupSync sync() {
        return sync;
    }
}
