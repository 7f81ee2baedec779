// SPDX-License-Identifier: Apache-2.0
/**
 * What both doors share: messages in English and Russian, assets, header policy, the shape of a code name, streaming
 * multipart. Templates are each door's own, see {@code docs/adr/0003-templates.md}.
 *
 * <p>Everything here is immutable and safe for use by several threads.
 */
@NullMarked
package org.lapwing.pages;

import org.jspecify.annotations.NullMarked;
