// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

/** What became of an uploaded file. */
public sealed interface Added {

    /** Sealed and forced to the disk. */
    record Kept(Attachment attachment) implements Added {}

    /** Not taken, and nothing of it left on the disk. */
    record Left(Why why) implements Added {}

    /** Why a file is not taken. */
    enum Why {
        /** With it the files of this report would be longer than is accepted. */
        TOO_LARGE,
        TOO_MANY,
        /** The gate's disk is so full that files have to wait; words have room. */
        NO_ROOM,
        /** The disk takes nothing at all, or nothing more: words would not be taken either. */
        NO_ROOM_FOR_WORDS,
        /** The visit ended meanwhile. */
        ENDED
    }
}
