// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.desk.doors.Founding;
import org.lapwing.desk.doors.Founding.FirstSecrets;
import org.lapwing.desk.doors.Founding.NewMember;
import org.lapwing.desk.doors.Locking;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.ReadingRoom;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.journal.Outcome;
import org.lapwing.seal.Argon2Cost;
import org.lapwing.seal.Duty;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.KeyFileOpener;
import org.lapwing.seal.RootKey;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.Totp;
import org.lapwing.seal.WordList;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real desk in this process, newly founded, with members of each duty. Members come in as people do: by words and
 * digits over HTTP.
 *
 * <pre>{@code
 * try (DeskFixture desk = DeskFixture.in(folder)) {
 *     DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
 *     DeskVisit.Page page = lark.get("/accounts/new");
 *     lark.submit(page, "/accounts/new", "words", "...");
 * }
 * }</pre>
 */
public final class DeskFixture implements AutoCloseable {
    public static final String INTAKE = "quiet-lark";
    public static final String INVESTIGATOR = "fair-owl";
    public static final String SECOND_INVESTIGATOR = "swift-dunlin";
    public static final String ANALYST = "plain-knot";
    public static final String PUBLISHER = "calm-brant";
    public static final String COORDINATOR = "brisk-wren";
    public static final String STEWARD = "even-coot";

    private static final Argon2Cost COST = new Argon2Cost(8 * 1024, 1, 1);
    private static final Map<String, Set<Duty>> MEMBERS = Map.of(
            INTAKE, EnumSet.of(Duty.INTAKE),
            INVESTIGATOR, EnumSet.of(Duty.INVESTIGATOR),
            SECOND_INVESTIGATOR, EnumSet.of(Duty.INVESTIGATOR),
            ANALYST, EnumSet.of(Duty.ANALYST),
            PUBLISHER, EnumSet.of(Duty.PUBLISHER),
            COORDINATOR, EnumSet.of(Duty.COORDINATOR),
            STEWARD, EnumSet.of(Duty.STEWARD));

    private final ConfigurableApplicationContext desk;
    private final Map<String, FirstSecrets> secrets = new HashMap<>();
    private final Map<String, DeskVisit> visits = new HashMap<>();

    private DeskFixture(ConfigurableApplicationContext desk, List<FirstSecrets> secrets) {
        this.desk = desk;
        secrets.forEach(each -> this.secrets.put(each.handle(), each));
    }

    /** Founds a desk in an empty folder and starts it. */
    public static DeskFixture in(Path folder) {
        return in(folder, MEMBERS, (founding, place) -> {});
    }

    /** The same where nobody waits for volumes that are being opened. */
    static DeskFixture in(Path folder, Duration patience) {
        Founding founding = found(folder, MEMBERS);
        return new DeskFixture(
                DeskMain.start(DeskSettings.in(folder).onPort(0).withCost(COST).withPatience(patience)),
                founding.firstSecrets());
    }

    /** @param before what is done with the new desk's folder before anybody can unlock it */
    public static DeskFixture in(Path folder, Map<String, Set<Duty>> members, BiConsumer<Founding, DeskPlace> before) {
        Founding founding = found(folder, members);
        before.accept(founding, new DeskPlace(folder));
        return new DeskFixture(
                DeskMain.start(DeskSettings.in(folder).onPort(0).withCost(COST)), founding.firstSecrets());
    }

    /** Founds a desk in an empty folder, to be started elsewhere. */
    public static Founding found(Path folder, Map<String, Set<Duty>> members) {
        SecureRandom random = new SecureRandom();
        Clock clock = Clock.systemUTC();
        RootKey root = RootKey.generate(random);
        Founding founding = new Founding(
                new Founding.Plan(
                        LocalDate.now(clock),
                        root.verifyKeys(),
                        List.of(
                                custodian("far-ibis", random),
                                custodian("far-rhea", random),
                                custodian("far-kiwi", random)),
                        members.entrySet().stream()
                                .map(each -> new NewMember(each.getKey(), each.getValue()))
                                .toList(),
                        "Every day.",
                        WordList.ENGLISH),
                new KeyFileOpener(COST, random),
                clock,
                random);
        founding.complete(RosterSignature.byRoot(root, founding.roster().digest()), new DeskPlace(folder))
                .ifPresent(reason -> {
                    throw new AssertionError(reason);
                });
        return founding;
    }

    private static Roster.Custodian custodian(String handle, SecureRandom random) {
        return new Roster.Custodian(
                Id.random(random).toString(),
                handle,
                HybridIdentity.generate(random).recipient());
    }

    /** Somebody who has not unlocked. */
    public DeskVisit stranger() {
        return new DeskVisit(address());
    }

    /** This member, unlocked; the same visit however often it is asked for, since each code works once. */
    public DeskVisit unlock(String handle) {
        return visits.computeIfAbsent(handle, name -> {
            FirstSecrets own = secrets.get(name);
            DeskVisit visit = stranger();
            DeskVisit.Page home = visit.submit(
                    visit.get("/"),
                    "/unlock",
                    "handle",
                    own.handle(),
                    "passphrase",
                    own.passphrase(),
                    "code",
                    Totp.parse(own.oneTimeSecret()).revealCode(Instant.now()));
            if (!home.path().equals("/home")) {
                throw new AssertionError(name + " could not unlock: " + home.path());
            }
            return visit;
        });
    }

    /** What this member may see now; they must have unlocked. */
    public View view(String handle) {
        unlock(handle);
        return bean(Locking.class).unlockedNow().stream()
                .filter(each -> each.member().handle().equals(handle))
                .findFirst()
                .map(bean(ReadingRoom.class)::enter)
                .orElseThrow();
    }

    /** Writes as this member, past the pages: for what a test takes as given. */
    public void given(String handle, Fact... facts) {
        View view = view(handle);
        if (!(bean(Pen.class).write(view, view.position(), List.of(), List.of(facts)) instanceof Outcome.Appended)) {
            throw new AssertionError("not written");
        }
    }

    /** One of the things that the desk's packages share. */
    public <T> T bean(Class<T> kind) {
        return desk.getBean(kind);
    }

    public <T> Collection<T> beans(Class<T> kind) {
        return desk.getBeansOfType(kind).values();
    }

    /** What this member was shown once: their words and the secret of their digits. */
    public FirstSecrets secretsOf(String handle) {
        return secrets.get(handle);
    }

    public URI address() {
        int port = ((WebServerApplicationContext) desk).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        desk.close();
    }
}
