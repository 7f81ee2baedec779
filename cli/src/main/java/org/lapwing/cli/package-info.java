// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code lapwing} command: arguments in, a library's call, an exit code out. Results go to standard output, notes to
 * standard error. Exit 0 done, 1 the answer is "no", 2 bad usage or input, 3 a fault of ours. It refuses to leave partial
 * output: files are written beside their name and renamed. One command a process, one thread.
 */
@NullMarked
package org.lapwing.cli;

import org.jspecify.annotations.NullMarked;
