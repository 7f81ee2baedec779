// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.Optional;

/**
 * One thing found, as a page shows it.
 *
 * @param codeName shown as a chip; empty where it is nobody
 * @param title in words; empty where the chip says it all
 * @param href where it is opened; empty where this reader has no page of it
 * @param about what kind, when, where
 */
public record Row(String codeName, String title, String href, String about, Optional<Passage> passage) {}
