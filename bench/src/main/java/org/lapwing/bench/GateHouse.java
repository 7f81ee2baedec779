// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lapwing.seal.Duty;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.IntakeCertificate;
import org.lapwing.seal.MemberKeys;
import org.lapwing.seal.RootKey;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterDraft;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.SignedRoster;
import org.lapwing.seal.Signer;
import org.lapwing.seal.SigningKey;

/** A gate alone, as a process, with the public keys of an invented group of one member and three custodians. */
final class GateHouse {
    private final Workplace place;
    private final Path home;
    private final int port = freePort();
    private final int collectPort = freePort();

    GateHouse(Workplace place, Path home) throws IOException {
        this.place = place;
        this.home = home;
        handOver(home.resolve("handed"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void handOver(Path folder) throws IOException {
        SecureRandom random = new SecureRandom();
        RootKey root = RootKey.generate(random);
        MemberKeys member = MemberKeys.generate(random);
        String id = "a" + "7".repeat(25);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        RosterDraft draft =
                RosterDraft.first(today).member(Roster.Member.of(id, "curlew", Set.of(Duty.INTAKE), member));
        for (int i = 0; i < 3; i++) {
            draft.custodian(new Roster.Custodian(
                    (char) ('p' + i) + "7".repeat(25),
                    "keeper" + i,
                    HybridIdentity.generate(random).recipient()));
        }
        Roster roster = draft.desk(SigningKey.generate(random).verifyKey())
                .gateHours("every day, 9:00 to 10:00")
                .roster();
        Path rosters = Files.createDirectories(folder.resolve("roster"));
        Path intake = Files.createDirectories(folder.resolve("intake"));
        Files.writeString(folder.resolve("root.pin"), root.verifyKeys().text() + "\n");
        Files.write(
                rosters.resolve("00001"),
                new SignedRoster(roster, List.of(RosterSignature.byRoot(root, roster.digest()))).bytes());
        Files.write(
                intake.resolve("this-week.certificate"),
                IntakeCertificate.sign(
                                HybridIdentity.generate(random).recipient(),
                                today,
                                14,
                                new Signer(id, member.signing()))
                        .bytes());
    }

    /**
     * Starts the gate and waits for its page.
     *
     * @param room {@code gate}, or {@code gate.cold} without its cache
     */
    Child start(String room, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "--data",
                home.resolve("gate").toString(),
                "--roster",
                home.resolve("handed").resolve("roster").toString(),
                "--port",
                Integer.toString(port),
                "--collect-port",
                Integer.toString(collectPort)));
        words.addAll(List.of(more));
        Child gate = Child.serving(
                Child.room(place, room, "org.lapwing.gate.GateMain", words.toArray(String[]::new)),
                home.resolve("gate.log"));
        new Visitor(port).waitFor("/");
        return gate;
    }

    int port() {
        return port;
    }

    Path spool() {
        return home.resolve("gate").resolve("spool");
    }

    /** How many whole reports wait. */
    long reports() throws IOException {
        try (Stream<Path> folders = Files.list(spool())) {
            return folders.filter(each -> Files.exists(each.resolve("report.age")))
                    .count();
        }
    }
}
