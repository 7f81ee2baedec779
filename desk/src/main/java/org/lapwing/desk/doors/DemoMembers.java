// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.lapwing.desk.DeskSettings;
import org.lapwing.seal.Totp;
import org.springframework.stereotype.Component;

/** Who may be tried in the demonstration; nobody on any other desk. */
@Component
public final class DemoMembers {
    /** @param code the six digits of this moment */
    public record DemoMember(String handle, String passphrase, String code) {}

    private final DeskSettings settings;
    private final Clock clock;

    DemoMembers(DeskSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public List<DemoMember> now() {
        Path file = settings.data().resolveSibling("demo-keys").resolve("members.txt");
        if (!settings.demonstration() || !Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file, UTF_8).stream()
                    .map(line -> line.split("\t"))
                    .map(parts -> new DemoMember(
                            parts[0], parts[1], Totp.parse(parts[2]).revealCode(clock.instant())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's members cannot be read", e);
        }
    }
}
