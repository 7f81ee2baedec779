// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.lapwing.entry.Id;
import org.lapwing.gate.spool.Added.Why;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.SealingStream;
import org.lapwing.seal.SizeClass;

/**
 * One report while it is being put together: its folder holds sealed attachments and counts for nothing until
 * {@link #complete}. Files that come at the same time wait for one another; {@link #discard} does not wait.
 */
public final class Parcel {

    static final String REPORT = "report.age";
    static final String IDENTITY = "identity";

    private static final String PART = ".part";
    private static final long ROOM_STEP = 1 << 20;

    private final Id id;
    private final Path folder;
    private final Spool spool;
    private final List<Attachment> attachments = new ArrayList<>();
    private final ReentrantLock adding = new ReentrantLock();
    private int numbered;
    private boolean over;

    Parcel(Id id, Path folder, Spool spool) {
        this.id = id;
        this.folder = folder;
        this.spool = spool;
    }

    public Id id() {
        return id;
    }

    public synchronized List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    /**
     * Seals a file as it streams in.
     *
     * @param name fit to show
     * @return {@link Why#NO_ROOM_FOR_WORDS} if the disk fails, too
     * @throws IOException if the upload breaks off; nothing of it is left then
     */
    public Added add(List<HybridRecipient> to, String name, String type, InputStream body) throws IOException {
        adding.lock();
        try {
            return addNext(to, name, type, body);
        } finally {
            adding.unlock();
        }
    }

    private Added addNext(List<HybridRecipient> to, String name, String type, InputStream body) throws IOException {
        Path file;
        synchronized (this) {
            if (over) {
                return new Added.Left(Why.ENDED);
            }
            if (attachments.size() >= spool.limits().files()) {
                return new Added.Left(Why.TOO_MANY);
            }
            file = folder.resolve(++numbered + ".age");
        }
        Uploading uploading = new Uploading(file, name, type);
        Added added = new Added.Left(Why.ENDED);
        try {
            Files.createDirectories(folder);
            added = uploading.seal(to, body);
        } catch (BrokenOff upload) {
            throw upload.how;
        } catch (IOException disk) {
            System.err.println("lapwing gate: a file could not be written, and was refused: "
                    + disk.getClass().getSimpleName() + ". Maybe the disk is full or can only be read");
            added = new Added.Left(Why.NO_ROOM_FOR_WORDS);
        } finally {
            if (!(added instanceof Added.Kept(Attachment kept) && keep(kept))) {
                Files.deleteIfExists(file);
                spool.room().give(uploading.taken);
                if (added instanceof Added.Kept) {
                    added = new Added.Left(Why.ENDED);
                }
            }
        }
        return added;
    }

    /** The sender's fault and not the disk's. */
    private static final class BrokenOff extends IOException {
        private final IOException how;

        BrokenOff(IOException how) {
            super(how);
            this.how = how;
        }
    }

    private synchronized boolean keep(Attachment attachment) throws IOException {
        if (over) {
            return false;
        }
        spool.days().stamp(folder.resolve(attachment.file()));
        attachments.add(attachment);
        return true;
    }

    private final class Uploading {
        private final Path file;
        private final String name;
        private final String type;
        private long taken;

        Uploading(Path file, String name, String type) {
            this.file = file;
            this.name = name;
            this.type = type;
        }

        Added seal(List<HybridRecipient> to, InputStream body) throws IOException {
            if (!hasRoom(SizeClass.paddedLength(0))) { // before the header, which a full disk would not take
                return noRoom();
            }
            SealedFile out = new SealedFile(file);
            SealingStream sealing = AgeFile.seal(to, out, spool.random());
            boolean whole = false;
            try {
                MessageDigest hash = sha256();
                long left = spool.limits().uploadBytes() - uploadedBytes();
                long length = 0;
                byte[] buffer = new byte[16 * 1024];
                for (int n = read(body, buffer); n >= 0; n = read(body, buffer)) {
                    length += n;
                    if (length > left) {
                        return new Added.Left(Why.TOO_LARGE);
                    }
                    if (!hasRoom(SizeClass.paddedLength(length))) {
                        return noRoom();
                    }
                    hash.update(buffer, 0, n);
                    sealing.write(buffer, 0, n);
                }
                SizeClass.pad(sealing, length);
                sealing.close();
                whole = true;
                spool.room().give(taken - out.length());
                taken = out.length();
                String sha256 = HexFormat.of().formatHex(hash.digest());
                return new Added.Kept(
                        new Attachment(file.getFileName().toString(), name, type, length, sha256, out.length()));
            } finally {
                if (!whole) {
                    sealing.abort();
                }
            }
        }

        private Added noRoom() throws IOException {
            return new Added.Left(spool.room().hasRoomForReport() ? Why.NO_ROOM : Why.NO_ROOM_FOR_WORDS);
        }

        private static int read(InputStream body, byte[] into) throws BrokenOff {
            try {
                return body.read(into);
            } catch (IOException how) {
                throw new BrokenOff(how);
            }
        }

        private boolean hasRoom(long bytes) throws IOException {
            while (taken < bytes + ROOM_STEP / 16) { // age adds 16 bytes to each 64 KiB, and a header
                if (!spool.room().takeForFile(ROOM_STEP)) {
                    return false;
                }
                taken += ROOM_STEP;
            }
            return true;
        }
    }

    private synchronized long uploadedBytes() {
        return attachments.stream().mapToLong(Attachment::length).sum();
    }

    /** Takes a file out again. */
    public synchronized void remove(String file) throws IOException {
        for (Attachment each : List.copyOf(attachments)) {
            if (!over && each.file().equals(file)) {
                Files.deleteIfExists(folder.resolve(file));
                attachments.remove(each);
                spool.room().give(each.sealedLength());
            }
        }
    }

    /**
     * Seals and writes the report file last, and makes all durable. Returns false if there is no room even for words.
     *
     * @param submission with this parcel's id and attachments
     */
    public synchronized boolean complete(List<HybridRecipient> to, Submission submission, IdentityFile identity)
            throws IOException {
        if (over || !submission.id().equals(id)) {
            throw new IllegalStateException("a parcel is completed once, with its own submission");
        }
        if (!spool.room().takeForReport()) {
            return false;
        }
        try {
            write(to, submission.json(), identity);
            over = true;
            return true;
        } finally {
            if (!over) {
                spool.room().give(DiskRoom.REPORT_BYTES);
                for (String file : List.of(REPORT, REPORT + PART, IDENTITY)) {
                    Files.deleteIfExists(folder.resolve(file));
                }
            }
        }
    }

    private void write(List<HybridRecipient> to, byte[] json, IdentityFile identity) throws IOException {
        Files.createDirectories(folder);
        SealedFile.write(folder.resolve(IDENTITY), identity.bytes());
        Path part = folder.resolve(REPORT + PART);
        try (SealingStream sealing = AgeFile.seal(to, new SealedFile(part), spool.random())) {
            sealing.write(json, 0, json.length);
            SizeClass.pad(sealing, json.length);
        }
        spool.days().stamp(folder.resolve(IDENTITY));
        spool.days().stamp(part);
        Files.move(part, folder.resolve(REPORT));
        spool.days().stamp(folder);
        GroupSync.now(folder);
        spool.sync().sync();
    }

    /** Deletes everything, unless it was completed. */
    public synchronized void discard() throws IOException {
        if (!over) {
            over = true;
            attachments.forEach(each -> spool.room().give(each.sealedLength()));
            attachments.clear();
            Spool.delete(folder);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Parcel[" + id + "]";
    }
}
