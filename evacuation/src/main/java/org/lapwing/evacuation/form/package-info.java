/**
 * Situations and plans as JSON, in and out: {@code docs/formats/plan.md}. Whatever is refused is named by line, column and
 * place in the file, with what would be accepted; values are not quoted. Stateless, safe for use by several threads.
 */
@NullMarked
package org.lapwing.evacuation.form;

import org.jspecify.annotations.NullMarked;
