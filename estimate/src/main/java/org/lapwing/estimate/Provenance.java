// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lapwing.figures.Language;

/**
 * From what and how a report was made, so that others can make it again.
 *
 * @param table SHA-256 of the table's file, opened if it was sealed, in hexadecimal digits
 * @param options that are in no settings, as {@code by region}
 */
public record Provenance(String table, Settings settings, List<String> options) {
    private static final String VERSION = "0.1.0";

    public Provenance {
        options = List.copyOf(options);
    }

    public static Provenance of(byte[] table, Settings settings, List<String> options) {
        return new Provenance(sha256(table), settings, options);
    }

    List<String> lines(Language in) {
        String all = told();
        return List.of(
                in.of("seed ", "начальное число ") + settings.seed(),
                in.of("SHA-256 of the table's file: ", "SHA-256 файла таблицы: ") + table,
                in.of("options: ", "настройки: ") + all,
                in.of("SHA-256 of the options as written here: ", "SHA-256 настроек, как они здесь записаны: ")
                        + sha256(all.getBytes(StandardCharsets.UTF_8)),
                "Lapwing " + VERSION);
    }

    /** Every option that changes a number, those left at their defaults too. */
    private String told() {
        String methods = settings.methods().stream().sorted().map(Method::word).collect(Collectors.joining(" "));
        return Stream.concat(
                        Stream.of(
                                "methods " + methods,
                                "seed " + settings.seed(),
                                "grid " + settings.grid(),
                                "delta " + settings.delta(),
                                "classes " + settings.classes(),
                                "cap " + settings.cap(),
                                "scans " + settings.scans(),
                                "pthresh " + settings.threshold(),
                                "replicates " + settings.replicates(),
                                "doubtful "
                                        + (settings.doubtful().isEmpty()
                                                ? "none"
                                                : String.join(" ", settings.doubtful()))),
                        options.stream())
                .collect(Collectors.joining("; "));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
