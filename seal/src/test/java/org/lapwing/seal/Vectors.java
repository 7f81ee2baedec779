// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Test vectors that nobody in this project wrote: they lie outside the repository, under {@code lapwing.shared}. */
final class Vectors {

    private Vectors() {}

    /** The file or folder of that name; where vectors are absent, the test reports itself as skipped. */
    static Path at(String name) {
        Path path = Path.of(System.getProperty("lapwing.shared", "absent"), "vectors")
                .resolve(name);
        assumeTrue(Files.exists(path), "vectors are not at hand: " + name);
        return path;
    }

    static String text(String name) throws IOException {
        return Files.readString(at(name));
    }

    /** All values of a string or number member called {@code key}, in order: enough JSON for flat vector files. */
    static List<String> members(String json, String key) {
        var found = new ArrayList<String>();
        var matcher =
                Pattern.compile("\"" + key + "\"\\s*:\\s*\"?([^\",}\\]]*)\"?").matcher(json);
        while (matcher.find()) {
            found.add(matcher.group(1).strip());
        }
        return found;
    }

    static String member(String json, String key) {
        return members(json, key).getFirst();
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
