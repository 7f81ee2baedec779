// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rosters count: version 1 by the pinned root's signature alone, each later one by those of two members of the
 * version before (of one, while it has one), in an unbroken chain of digests. Stateless, thread-safe.
 *
 * <p>It does not know whether a newer version exists: whoever is shown an old chain sees an old roster.
 */
public final class RosterChain {

    private RosterChain() {}

    /** Whether a chain holds. */
    public sealed interface Verdict {}

    /**
     * Every version from the first on was signed as it must be.
     *
     * @param versions oldest first, at least one
     */
    public record Accepted(List<Roster> versions) implements Verdict {

        public Accepted {
            versions = List.copyOf(versions);
        }

        public Roster latest() {
            return versions.getLast();
        }

        /** As the newest version that names them has them: also who has left. */
        public Optional<Roster.Member> member(String id) {
            return versions.reversed().stream()
                    .flatMap(roster -> roster.member(id).stream())
                    .findFirst();
        }
    }

    /**
     * The chain breaks.
     *
     * @param version the place in the list, from 1, of the first roster that does not hold
     * @param reason what is wrong with it and what would be accepted
     */
    public record Refused(int version, String reason) implements Verdict {}

    /** Reads and checks a chain, oldest first. */
    public static Verdict verify(RootVerifyKeys pinned, List<byte[]> texts) {
        if (texts.isEmpty()) {
            return new Refused(1, "there is no roster; accepted is a chain from version 1 on");
        }
        List<Roster> versions = new ArrayList<>();
        for (byte[] text : texts) {
            int place = versions.size() + 1;
            SignedRoster signed;
            try {
                signed = SignedRoster.parse(text);
            } catch (SealException malformed) {
                return new Refused(place, String.valueOf(malformed.getMessage()));
            }
            Optional<String> wrong =
                    versions.isEmpty() ? wrongWithFirst(pinned, signed) : wrongWithNext(versions.getLast(), signed);
            if (wrong.isPresent()) {
                return new Refused(place, wrong.get());
            }
            versions.add(signed.roster());
        }
        return new Accepted(versions);
    }

    private static Optional<String> wrongWithFirst(RootVerifyKeys pinned, SignedRoster signed) {
        if (signed.roster().version() != 1) {
            return Optional.of("the first roster of a chain is version 1, not "
                    + signed.roster().version());
        }
        if (signed.signatures().size() != 1
                || !signed.signatures().getFirst().signer().equals(RosterSignature.ROOT)) {
            return Optional.of("version 1 is signed by the root, and by nobody else");
        }
        return signed.signatures().getFirst().verifies(pinned.ed25519(), pinned.mlDsa44(), signed.roster())
                ? Optional.empty()
                : Optional.of("version 1 is not signed by the root pinned here");
    }

    private static Optional<String> wrongWithNext(Roster before, SignedRoster signed) {
        Roster roster = signed.roster();
        if (roster.version() != before.version() + 1) {
            return Optional.of("version " + (before.version() + 1) + " was expected, not " + roster.version());
        }
        if (!roster.previous().equals(HexFormat.of().formatHex(before.digest()))) {
            return Optional.of("it names another version before it than the one in this chain: a fork");
        }
        if (roster.day().isBefore(before.day())) {
            return Optional.of("its day, " + roster.day() + ", is before that of the version before");
        }
        return wrongWithSigners(before, signed);
    }

    private static Optional<String> wrongWithSigners(Roster before, SignedRoster signed) {
        Set<String> signers = new HashSet<>();
        for (RosterSignature signature : signed.signatures()) {
            Optional<Roster.Member> member = before.member(signature.signer());
            if (member.isEmpty()) {
                return Optional.of("it is signed by somebody who is no member of the version before");
            }
            if (!signature.verifies(member.get().ed25519(), member.get().mlDsa44(), signed.roster())) {
                return Optional.of("a signature under it does not hold");
            }
            if (!signers.add(signature.signer())) {
                return Optional.of("one member signed it twice");
            }
        }
        int needed = Math.min(2, before.members().size());
        return signers.size() >= needed
                ? Optional.empty()
                : Optional.of("it needs the signatures of " + needed + " members of the version before and has "
                        + signers.size());
    }
}
