// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that every answer of a door carries, whatever it says. */
public final class HeaderPolicy {
    /** Ends what the browser keeps of us. */
    public static final String CLEAR_SITE_DATA = "Clear-Site-Data";

    public static final String EVERYTHING = "\"cache\", \"cookies\", \"storage\"";

    private static final String ALL_FEATURES_OFF = String.join(
            ", ",
            "accelerometer=()",
            "autoplay=()",
            "camera=()",
            "clipboard-read=()",
            "display-capture=()",
            "encrypted-media=()",
            "fullscreen=()",
            "geolocation=()",
            "gyroscope=()",
            "hid=()",
            "idle-detection=()",
            "magnetometer=()",
            "microphone=()",
            "midi=()",
            "payment=()",
            "picture-in-picture=()",
            "screen-wake-lock=()",
            "serial=()",
            "usb=()",
            "web-share=()",
            "xr-spatial-tracking=()");

    private HeaderPolicy() {}

    /** No script at all: the pages work in the safest mode of Tor Browser. */
    public static Map<String, String> gate() {
        return with("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'");
    }

    /** Our own scripts, styles and fonts; nothing inline, nothing from elsewhere. */
    public static Map<String, String> desk() {
        return with("default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    private static Map<String, String> with(String contentPolicy) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", contentPolicy);
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cache-Control", "no-store");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Embedder-Policy", "require-corp");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", ALL_FEATURES_OFF);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("X-Robots-Tag", "noindex, nofollow");
        headers.put("X-DNS-Prefetch-Control", "off");
        return Map.copyOf(headers);
    }
}
