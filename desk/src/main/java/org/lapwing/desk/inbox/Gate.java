// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.doors.Unlocked;

/** Where the gate is, and speaking to it as a member who was granted the desk's key. */
final class Gate {
    private final Optional<URI> address;
    private final Doors doors;
    private final Clock clock;
    private final SecureRandom random;
    // Never follows: a redirect would carry a signed request to another host.
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Gate(Optional<URI> address, Doors doors, Clock clock, SecureRandom random) {
        this.address = address;
        this.doors = doors;
        this.clock = clock;
        this.random = random;
    }

    boolean known() {
        return address.isPresent();
    }

    /** Empty where no gate was named at start, or the member was not granted the desk's key. */
    Optional<GateClient> as(Unlocked member) {
        return address.flatMap(
                where -> doors.deskKey(member).map(key -> new GateClient(http, where, key, clock, random)));
    }
}
