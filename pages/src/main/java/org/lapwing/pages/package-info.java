// SPDX-License-Identifier: Apache-2.0
/**
 * What both doors share: messages in English and Russian, assets, header policy, the shape of a code name, streaming
 * multipart, templates.
 *
 * <p>Templates lie in {@code pages/src/main/jte/lapwing} and are used as {@code @template.lapwing.NAME(...)}; each door
 * joins them with its own before jte runs, see {@code docs/adr/0003-templates.md}. Everything here is immutable and safe
 * for use by several threads.
 */
@NullMarked
package org.lapwing.pages;

import org.jspecify.annotations.NullMarked;
