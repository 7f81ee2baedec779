// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.lapwing.fuzz.Parser.read;
import static org.lapwing.fuzz.Parser.same;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.seal.Grant;
import org.lapwing.seal.GrantOpening;
import org.lapwing.seal.IntakeCertificate;
import org.lapwing.seal.RosterChain;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.SealException;
import org.lapwing.seal.SignedRoster;

/** What members sign: rosters, certificates, grants. */
final class RosterTargets {
    private static final String FIRST_LINE = "LAPWING-ROSTER-1\n";

    private final Cast cast = new Cast();
    private final List<byte[]> chain = cast.chain();
    private final RosterChain.Accepted accepted = cast.accepted();

    static void roster(byte[] input) throws Exception {
        Optional<SignedRoster> roster = read(SealException.class, () -> SignedRoster.parse(input));
        if (roster.isPresent()) {
            same(input, roster.get().bytes(), "a roster");
        }
    }

    /** Several rosters as one text, as the desk sends them to the gate. */
    void chain(byte[] input) {
        String whole = new String(input, StandardCharsets.ISO_8859_1);
        List<byte[]> texts = new ArrayList<>();
        for (String part : whole.split("(?=" + FIRST_LINE + ")")) {
            texts.add(part.getBytes(StandardCharsets.ISO_8859_1));
        }
        switch (RosterChain.verify(cast.root.verifyKeys(), texts)) {
            case RosterChain.Refused refused -> {}
            case RosterChain.Accepted taken -> {
                for (int i = 0; i < texts.size(); i++) {
                    same(chain.get(i), texts.get(i), "a roster of the only chain under this root");
                }
            }
        }
    }

    static void lines(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.UTF_8);
        Optional<RosterSignature> signature = read(SealException.class, () -> RosterSignature.parse(text));
        if (signature.isPresent()) {
            String line = signature.get().line();
            same(line, RosterSignature.parse(line).line(), "a roster's signature");
        }
    }

    static void certificate(byte[] input) throws Exception {
        Optional<IntakeCertificate> certificate = read(SealException.class, () -> IntakeCertificate.parse(input));
        if (certificate.isPresent()) {
            same(input, certificate.get().bytes(), "a certificate");
        }
    }

    void grant(byte[] input) {
        if (Grant.open(input, Cast.id(1), cast.keys.get(1).identity(), accepted)
                instanceof GrantOpening.Opened(Grant grant, String granter)) {
            same(Grant.of(cast.casebook), grant, "the only grant that was made");
            same(Cast.id(0), granter, "its granter");
        }
    }
}
