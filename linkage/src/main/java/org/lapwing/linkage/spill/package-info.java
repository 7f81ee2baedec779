/**
 * What does not fit in memory waits on disk, in one file that nobody else can read: each piece is sealed by a
 * {@link PieceLock} that whoever links hands over, with a key held in memory only and overwritten when the file is closed; the file loses its name as
 * soon as it is open where the system allows (it does on Linux and macOS), and is deleted when it is closed everywhere. A piece
 * that comes back changed is refused. What is said to fit and what not is counted by {@link WorkingMemory}. Safe between threads.
 */
@NullMarked
package org.lapwing.linkage.spill;

import org.jspecify.annotations.NullMarked;
