// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lapwing.pages.MultipartRefused.Reason;

/**
 * What the headers of a part say.
 *
 * @param file the display name, where the part is a file
 * @param type what the browser claims
 */
record PartHeaders(String field, Optional<String> file, String type) {

    /**
     * {@code name="value"} as browsers write it: the HTML standard percent-encodes a quote and line breaks and nothing
     * else, older browsers escape a quote by a backslash.
     */
    // possessive: a long name must not grow the stack
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*([a-zA-Z0-9*]+)\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s\";]+))", Pattern.DOTALL);

    /** @param headers by name in lower case */
    static PartHeaders of(Map<String, String> headers) {
        String disposition = headers.getOrDefault("content-disposition", "");
        if (!disposition.toLowerCase(Locale.ROOT).startsWith("form-data")) {
            throw new MultipartRefused(Reason.MALFORMED);
        }
        var parameters = new HashMap<String, String>();
        Matcher each = PARAMETER.matcher(disposition);
        while (each.find()) {
            String value = each.group(2) != null ? unescaped(each.group(2)) : each.group(3);
            parameters.putIfAbsent(each.group(1).toLowerCase(Locale.ROOT), value);
        }
        String field = parameters.get("name");
        if (field == null) {
            throw new MultipartRefused(Reason.MALFORMED);
        }
        String type = headers.get("content-type");
        return new PartHeaders(
                field,
                Optional.ofNullable(parameters.get("filename")).map(FileNames::display),
                Multipart.claimedType(type == null ? "" : type));
    }

    /** A backslash before anything but a quote is part of a Windows path, which the display name drops. */
    private static String unescaped(String quoted) {
        return quoted.replace("\\\"", "\"")
                .replace("%22", "\"")
                .replace("%0D", "")
                .replace("%0A", "");
    }
}
