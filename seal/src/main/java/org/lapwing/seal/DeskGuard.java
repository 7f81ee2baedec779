// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whether a request is the desk's, fresh, and new. A nonce is asked for only once the signature held, so nobody else
 * fills the memory of nonces. Thread-safe where its nonces are.
 */
public final class DeskGuard {

    private static final Pattern HEADER = Pattern.compile("v1 (0|[1-9][0-9]{0,11}) ([0-9a-f]{32}) ([0-9a-f]{128})");

    private final Duration window;
    private final Clock clock;
    private final SeenNonces seen;
    private final Instant started;

    /** A guard that accepts clocks at most {@code window} apart. */
    public DeskGuard(Duration window, Clock clock, SeenNonces seen) {
        this.window = window;
        this.clock = clock;
        this.seen = seen;
        this.started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Which nonces were used. */
    public interface SeenNonces {

        /** Whether {@code nonce} comes for the first time; it is remembered at least until {@code until}. */
        boolean firstTime(String nonce, Instant until);
    }

    /** Why the request is refused, empty if it is the desk's. {@code desk} is the roster's key. */
    public Optional<String> refusal(DeskRequest request, String header, VerifyKey desk) {
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches()) {
            return Optional.of("the header " + DeskRequest.HEADER + " is not \"v1 SECONDS NONCE SIGNATURE\"");
        }
        HexFormat hex = HexFormat.of();
        long seconds = Long.parseLong(parts.group(1));
        byte[] nonce = hex.parseHex(parts.group(2));
        if (!desk.verify(request.signed(seconds, nonce), hex.parseHex(parts.group(3)))) {
            return Optional.of("the request is not signed by the desk of the roster");
        }
        Instant sent = Instant.ofEpochSecond(seconds);
        if (Duration.between(sent, clock.instant()).abs().compareTo(window) > 0) {
            return Optional.of("the desk's clock and the gate's are more than " + window.toSeconds() + " s apart");
        }
        if (sent.isBefore(started)) { // nonces in memory do not outlive the process, so neither do requests
            return Optional.of("the request was sent before the gate started; send it anew");
        }
        return seen.firstTime(parts.group(2), sent.plus(window).plusSeconds(1))
                ? Optional.empty()
                : Optional.of("the request was sent before");
    }
}
