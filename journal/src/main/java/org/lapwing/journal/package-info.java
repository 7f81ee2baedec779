// SPDX-License-Identifier: Apache-2.0
/**
 * The group's memory: signed sealed entries, append-only, in SQLite or PostgreSQL; blobs beside them; the log's tiles,
 * snapshots and erasure, all derived from the rows or at their command.
 *
 * <p><b>Promises.</b> All drafts of an append are written in one transaction or none; nothing is acknowledged before it
 * is durable; nothing is appended over what its writer had not seen ({@link org.lapwing.journal.Outcome.Stale}); every
 * entry that is handed out had its author's signature and its log leaf checked; of what lies in other compartments a
 * reader learns neither content nor which rows are theirs. An entry whose shred key is gone is erased for good.
 *
 * <p><b>Refuses.</b> To open twice at once; to write an entry that no reader could verify; to sign a checkpoint when the
 * rows do not continue the one before. It does not know what entries mean, nor who may read: the caller's keys say that.
 *
 * <p><b>Thread-safety.</b> A {@link org.lapwing.journal.Journal} serves any number of threads; a {@link
 * org.lapwing.journal.Scan} belongs to one. Values are immutable; keyrings and signers that are passed in are used from
 * several threads.
 *
 * <p><b>Errors.</b> What a careful caller can meet is a value ({@link org.lapwing.journal.Outcome}); a broken store is a
 * {@link org.lapwing.journal.JournalException}. The formats are written down in {@code docs/formats/journal.md}.
 */
@NullMarked
package org.lapwing.journal;

import org.jspecify.annotations.NullMarked;
