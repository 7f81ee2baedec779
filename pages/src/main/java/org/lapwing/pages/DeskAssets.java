// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import java.util.List;

/** What the desk serves beside its pages. */
public final class DeskAssets {
    private DeskAssets() {}

    public static Assets load() {
        return Assets.of(
                DeskAssets.class,
                List.of(
                        "fonts/noto-sans-latin.woff2",
                        "fonts/noto-sans-cyrillic.woff2",
                        "fonts/noto-sans-cyrillic-ext.woff2",
                        "fonts/noto-serif-latin.woff2",
                        "fonts/noto-serif-cyrillic.woff2",
                        "fonts/noto-serif-cyrillic-ext.woff2",
                        "look.css",
                        "htmx.js",
                        "desk.js"));
    }
}
