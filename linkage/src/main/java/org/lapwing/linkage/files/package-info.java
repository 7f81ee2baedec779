/**
 * The files of one run: pairs, clusters, review, overlap, samples and the model, to the byte in docs/formats/linkage.md. The
 * same result gives the same bytes. Streams are the caller's, who seals and renames them.
 */
@NullMarked
package org.lapwing.linkage.files;

import org.jspecify.annotations.NullMarked;
