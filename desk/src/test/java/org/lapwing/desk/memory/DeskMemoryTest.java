// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskMain;
import org.lapwing.desk.DeskVisit;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.doors.Founding;
import org.lapwing.desk.doors.Founding.FirstSecrets;
import org.lapwing.seal.Argon2Cost;
import org.lapwing.seal.Duty;
import org.lapwing.seal.Grant;
import org.lapwing.seal.GrantOpening;
import org.lapwing.seal.KeyFileOpener;
import org.lapwing.seal.KeyFileOpening;
import org.lapwing.seal.MemberKeyFile;
import org.lapwing.seal.MemberKeys;
import org.lapwing.seal.Passphrase;
import org.lapwing.seal.Totp;
import org.lapwing.testing.Needles;
import org.lapwing.testing.Searched;

/**
 * A desk as its supervisor starts it, searched from outside through {@code /proc}. A search that finds nothing is believed
 * because the same search, of the same process while it is in use, finds everything.
 */
class DeskMemoryTest {
    private static final String LARK = "quiet-lark";
    private static final String OWL = "fair-owl";
    private static final String WORDS = "Вострелин поставил сине-жёлтый чайник у третьего окна.";
    private static final String COPIED = " поставил сине-жёлтый чайник у третьего окна";
    private static final String NAME = "Вострелин";

    @TempDir
    Path folder;

    private Founding founding;
    private Path data;
    private Process desk;
    private int port;

    @BeforeEach
    void found() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/mem")), "memory is searched through /proc, which is not here");
        data = folder.resolve("desk");
        founding = DeskFixture.found(data, Map.of(LARK, EnumSet.of(Duty.INTAKE), OWL, EnumSet.of(Duty.INVESTIGATOR)));
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start();
    }

    @AfterEach
    void end() throws InterruptedException {
        desk.destroyForcibly().waitFor();
    }

    /** As {@code serve} does: standard input is held open. */
    private void start() throws IOException {
        desk = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+DisableAttachMechanism",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeskMain.class.getName(),
                        "--child",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        while (!answers()) {
            assertThat(desk.isAlive())
                    .as(Files.readString(folder.resolve("err")))
                    .isTrue();
        }
    }

    private boolean answers() throws IOException {
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            return false;
        }
    }

    private DeskVisit unlock(String handle) {
        FirstSecrets own = secrets(handle);
        DeskVisit visit = DeskVisit.at(URI.create("http://127.0.0.1:" + port));
        DeskVisit.Page home = visit.submit(
                visit.get("/"),
                "/unlock",
                "handle",
                handle,
                "passphrase",
                own.passphrase(),
                "code",
                Totp.parse(own.oneTimeSecret()).revealCode(next(handle)));
        assertThat(home.path()).isEqualTo("/home");
        return visit;
    }

    private final Set<String> codesUsed = new TreeSet<>();

    /** The second time the code of the next half minute: the first one's counts once, whatever process looks at it. */
    private Instant next(String handle) {
        return codesUsed.add(handle) ? Instant.now() : Instant.now().plusSeconds(30);
    }

    private FirstSecrets secrets(String handle) {
        return founding.firstSecrets().stream()
                .filter(each -> each.handle().equals(handle))
                .findFirst()
                .orElseThrow();
    }

    /** An account with words as told, its working copy without the name, and a look at the name. */
    private String tell(DeskVisit lark) {
        DeskVisit.Page copy = lark.submit(
                lark.get("/accounts/new"),
                "/accounts/new",
                "words",
                WORDS,
                "language",
                "ru",
                "channel",
                "CALL",
                "told",
                "about March 2019",
                "sourceKind",
                "EYEWITNESS",
                "consent",
                "RECORD");
        DeskVisit.Page account = lark.submit(copy, copy.path(), "names", NAME + " = new family", "make", "yes");
        assertThat(account.text()).contains("чайник").doesNotContain(NAME);
        return account.path();
    }

    private Needles words() {
        return new Needles().word("words as told", WORDS).word("name", NAME).word("working copy", COPIED);
    }

    /** Secret keys of both members and of every compartment, as the folder holds them sealed. */
    private Needles keys(Needles needles) {
        for (String handle : List.of(LARK, OWL)) {
            MemberKeys keys = memberKeys(handle);
            needles.key(handle + "'s identity", keys.identity().revealSeed())
                    .word(handle + "'s identity", keys.identity().revealSecretKey())
                    .key(handle + "'s signing key", keys.signing().revealSeed())
                    .key(handle + "'s roster key", keys.pqSigning().revealSeed())
                    .key(handle + "'s one-time secret", keys.totp().revealSecret())
                    .word(handle + "'s one-time secret", keys.totp().revealBase32())
                    .word(handle + "'s passphrase", secrets(handle).passphrase());
            grants(handle, keys).forEach(grant -> needles.key("secret of " + grant.name(), grant.revealSecret()));
        }
        return needles;
    }

    private MemberKeys memberKeys(String handle) {
        byte[] file = DeskPlace.read(new DeskPlace(data).keys().resolve(id(handle) + ".key"));
        var opener = new KeyFileOpener(new Argon2Cost(8 * 1024, 1, 1), new SecureRandom());
        return opener.open(
                                MemberKeyFile.parse(file),
                                Passphrase.typed(secrets(handle).passphrase()))
                        instanceof KeyFileOpening.Opened opened
                ? opened.keys()
                : fail();
    }

    private static MemberKeys fail() {
        throw new AssertionError("the key file does not open");
    }

    private String id(String handle) {
        return founding.roster().members().stream()
                .filter(each -> each.handle().equals(handle))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Grant> grants(String handle, MemberKeys keys) {
        DeskPlace place = new DeskPlace(data);
        var opener = new KeyFileOpener(new Argon2Cost(8 * 1024, 1, 1), new SecureRandom());
        var chain = new Doors(place, opener, Clock.systemUTC(), new SecureRandom()).chain();
        List<Grant> grants = new ArrayList<>();
        try (var files = Files.list(place.grants().resolve(id(handle)))) {
            for (Path file : files.toList()) {
                if (Grant.open(DeskPlace.read(file), id(handle), keys.identity(), chain)
                        instanceof GrantOpening.Opened opened) {
                    grants.add(opened.grant());
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(grants).hasSizeGreaterThan(3);
        return grants;
    }

    @Test
    void whatMembersReadIsGoneWithTheProcessWhenTheLastOneLocksAndAFreshOneHoldsNothing()
            throws IOException, InterruptedException {
        Searched all = new Searched(keys(words()));
        assertThat(all.memory(desk.toHandle())).as("before anybody unlocked").isEmpty();

        DeskVisit lark = unlock(LARK);
        DeskVisit owl = unlock(OWL);
        String account = tell(lark);
        assertThat(owl.get(account).text()).contains("чайник");
        Set<String> unlocked = all.memory(desk.toHandle());
        assertThat(unlocked)
                .as("the control: in use, it is all there")
                .contains(
                        "words as told",
                        "name",
                        "working copy",
                        LARK + "'s identity",
                        LARK + "'s signing key",
                        LARK + "'s roster key",
                        LARK + "'s one-time secret",
                        OWL + "'s identity",
                        "secret of originals",
                        "secret of names",
                        "secret of casebook",
                        "secret of intake",
                        "secret of ties",
                        "secret of log",
                        "secret of shred",
                        "secret of desk");
        assertThat(all.open(desk.toHandle())).as("open files").isEmpty();

        long before = desk.pid();
        lark.submit(lark.get("/home"), "/lock");
        assertThat(owl.get("/home").status()).as("one is still unlocked").isEqualTo(200);
        assertThat(desk.isAlive()).isTrue();
        owl.submit(owl.get("/home"), "/lock");
        assertThat(desk.waitFor(20, TimeUnit.SECONDS)).as("ends").isTrue();
        assertThat(desk.exitValue()).as("and asks to be started again").isEqualTo(75);

        start();
        assertThat(desk.pid()).isNotEqualTo(before);
        assertThat(DeskVisit.at(URI.create("http://127.0.0.1:" + port)).get("/").status())
                .isEqualTo(200);
        assertThat(all.memory(desk.toHandle())).as("the fresh process").isEmpty();
        assertThat(all.open(desk.toHandle())).as("open files").isEmpty();
        assertThat(all.disk(folder)).as("data, temp and log folders").isEmpty();
        Files.writeString(folder.resolve("tmp").resolve("unsealed"), "x" + WORDS);
        assertThat(all.disk(folder)).as("the control").contains("words as told", "name", "working copy");
    }

    @Test
    void aMemberWithoutACompartmentBringsNothingOfItIntoMemory() throws IOException, InterruptedException {
        DeskVisit lark = unlock(LARK);
        String account = tell(lark);
        lark.submit(lark.get("/home"), "/lock");
        assertThat(desk.waitFor(20, TimeUnit.SECONDS)).isTrue();
        start();
        DeskVisit owl = unlock(OWL);
        assertThat(owl.get(account).text()).contains("чайник");
        owl.get("/people");
        owl.get(account + "/copy");
        Set<String> found = new Searched(keys(words())).memory(desk.toHandle());
        assertThat(found)
                .as("the control: what an investigator was granted")
                .contains("working copy", "secret of casebook", "secret of ties", OWL + "'s identity");
        assertThat(found)
                .as("what was not granted")
                .doesNotContain(
                        "words as told",
                        "name",
                        "secret of originals",
                        "secret of names",
                        "secret of intake",
                        "secret of moving",
                        "secret of desk",
                        LARK + "'s identity",
                        LARK + "'s signing key",
                        LARK + "'s roster key",
                        LARK + "'s one-time secret",
                        LARK + "'s passphrase");
    }
}
