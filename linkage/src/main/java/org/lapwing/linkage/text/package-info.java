/**
 * Words before they are compared: Latin letters from any script, one form for many spellings, sounds, and how alike two
 * words are. Pure functions of text; {@link org.lapwing.linkage.text.Likeness} keeps a working table and belongs to one
 * thread, everything else is safe between threads.
 */
@NullMarked
package org.lapwing.linkage.text;

import org.jspecify.annotations.NullMarked;
