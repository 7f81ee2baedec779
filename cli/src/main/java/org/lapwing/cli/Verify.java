// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lapwing.dossier.Fault;
import org.lapwing.dossier.Verification;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Json;
import org.lapwing.tlog.LogVerifierKey;
import org.lapwing.tlog.NoteKey;
import org.lapwing.tlog.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing verify}: whether a published package is exactly what the holder of a key published. Needs no network. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a published package offline: every file, every proof, and the signatures of the log.",
            "Get the log's key from the group by another way than the package. Without --log-key the answer is never yes: "
                    + "the package's own key is shown, so that you can compare it with one that you trust."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:verified: the holder of this key published exactly these files",
            "1:it does not verify, and each file at fault is named; or no key was given",
            "2:there is no package or key to read"
        },
        footer = {"", "Example:", "  lapwing verify dossier.zip --log-key log.key"})
final class Verify implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--log-key", paramLabel = "KEYFILE", description = "The log's public key: two lines.")
    private @Nullable Path logKey;

    @Option(
            names = "--witness",
            paramLabel = "KEY",
            description =
                    "The key of a witness who must have cosigned, name+id+key, or a file that holds it; may be given again.")
    private List<String> witnesses = List.of();

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Parameters(paramLabel = "PACKAGE", description = "The zip, or a folder into which it was unpacked.")
    private Path file = Path.of(".");

    Verify(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new BadInput(
                    file + (Files.exists(file) ? ": it may not be read" : ": there is no such file or folder"));
        }
        Verification answer = Verification.of(file, key(), witnessKeys());
        PrintWriter out = new PrintWriter(terminal.out(), false, StandardCharsets.UTF_8);
        if (json) {
            out.println(CanonicalJson.text(asJson(answer)));
        } else {
            print(answer, out);
        }
        out.flush();
        return answer instanceof Verification.Verified ? 0 : 1;
    }

    private Optional<LogVerifierKey> key() throws IOException {
        if (logKey == null) {
            return Optional.empty();
        }
        return switch (LogVerifierKey.parse(Source.text(logKey))) {
            case Reading.Read<LogVerifierKey>(var key) -> Optional.of(key);
            case Reading.Refused<LogVerifierKey>(var reason) -> throw new BadInput(logKey + ": " + reason);
        };
    }

    private List<NoteKey> witnessKeys() throws IOException {
        List<NoteKey> keys = new ArrayList<>();
        for (String given : witnesses) {
            String text =
                    given.contains("+") ? given : Source.text(Path.of(given)).strip();
            switch (NoteKey.parse(text)) {
                case Reading.Read<NoteKey>(var key) -> keys.add(key);
                case Reading.Refused<NoteKey>(var reason) -> throw new BadInput("--witness: " + reason);
            }
        }
        return keys;
    }

    private void print(Verification answer, PrintWriter out) {
        switch (answer) {
            case Verification.Verified(var summary) -> {
                out.println("Verified: the holder of this key published exactly these files.");
                summary(summary, out);
            }
            case Verification.NobodyVouches(var summary, var key, var fingerprint) -> {
                out.println("Consistent, but nobody vouched for the key: whoever wrote this package may be anybody.");
                summary(summary, out);
                out.println("  key in it   " + key.name() + ", SHA-256 " + fingerprint);
                terminal.err().println("Maybe you have the group's key from elsewhere: verify again with --log-key.");
            }
            case Verification.NotVerified(var faults) -> {
                out.println("Does not verify: believe nothing in it.");
                faults.forEach(fault -> out.println("  " + fault.file() + ": " + fault.reason()));
            }
        }
    }

    private static void summary(Verification.Summary summary, PrintWriter out) {
        out.println("  published   " + summary.day() + ", for " + plain(summary.recipient()));
        out.println("  log         " + summary.log() + ", " + summary.size() + " leaves");
        out.println("  proven      " + summary.opened() + " values stand so in entries of the log");
        for (Verification.Finding finding : summary.findings()) {
            out.println("  finding     " + plain(finding.sentence()));
            out.println("              "
                    + plain(finding.standard()).toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }

    /** Text from a package, without what could steer a terminal. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }

    private static Json asJson(Verification answer) {
        return switch (answer) {
            case Verification.Verified(var summary) ->
                Json.tree(Map.of(
                        "answer", Json.of("verified"), "findings", findings(summary), "faults", faults(List.of())));
            case Verification.NobodyVouches(var summary, var key, var fingerprint) ->
                Json.tree(Map.of(
                        "answer", Json.of("nobody vouched for the key"),
                        "findings", findings(summary),
                        "faults", faults(List.of()),
                        "key", Json.of(key.name()),
                        "key_sha256", Json.of(fingerprint)));
            case Verification.NotVerified(var faults) ->
                Json.tree(Map.of("answer", Json.of("not verified"), "faults", faults(faults)));
        };
    }

    private static Json findings(Verification.Summary summary) {
        return Json.items(summary.findings().stream()
                .map(each ->
                        Json.tree(Map.of("sentence", Json.of(each.sentence()), "standard", Json.of(each.standard()))))
                .toList());
    }

    private static Json faults(List<Fault> faults) {
        return Json.items(faults.stream()
                .map(each -> Json.tree(Map.of("file", Json.of(each.file()), "reason", Json.of(each.reason()))))
                .toList());
    }
}
