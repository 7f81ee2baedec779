// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The next version of a roster while it is being put together. Not thread-safe. */
public final class RosterDraft {

    private final int version;
    private final String previous;
    private final LocalDate day;
    private final TreeMap<String, Roster.Member> members = new TreeMap<>();
    private final TreeMap<String, Roster.Custodian> custodians = new TreeMap<>();
    private final List<Roster.Compartment> compartments = new ArrayList<>();
    private List<String> witnesses = List.of();
    private List<String> logKeys = List.of();
    private @Nullable VerifyKey desk;
    private String gateHours = "";

    private RosterDraft(int version, String previous, LocalDate day) {
        this.version = version;
        this.previous = previous;
        this.day = day;
    }

    /** Version 1, to be signed by the root. */
    public static RosterDraft first(LocalDate day) {
        return new RosterDraft(1, "", day);
    }

    /** The version after {@code before}, with all that it has, to be signed by two of its members. */
    public static RosterDraft after(Roster before, LocalDate day) {
        RosterDraft draft = new RosterDraft(before.version() + 1, HexFormat.of().formatHex(before.digest()), day);
        before.members().forEach(draft::member);
        before.custodians().forEach(draft::custodian);
        before.compartments().forEach(draft::compartment);
        draft.desk = before.desk().orElse(null);
        return draft.witnesses(before.witnesses()).logKeys(before.logKeys()).gateHours(before.gateHours());
    }

    /** Adds a member, or replaces the one of the same id. */
    public RosterDraft member(Roster.Member member) {
        members.put(member.id(), member);
        return this;
    }

    /** Takes a member out, of the compartments too; what they held is to be rotated. */
    public RosterDraft withoutMember(String id) {
        members.remove(id);
        compartments.replaceAll(compartment -> {
            Set<String> holders = new HashSet<>(compartment.holders());
            holders.remove(id);
            return new Roster.Compartment(compartment.name(), compartment.epoch(), compartment.recipient(), holders);
        });
        return this;
    }

    /** Adds a custodian, or replaces the one of the same id. */
    public RosterDraft custodian(Roster.Custodian custodian) {
        custodians.put(custodian.id(), custodian);
        return this;
    }

    public RosterDraft withoutCustodian(String id) {
        custodians.remove(id);
        return this;
    }

    /** Adds an epoch of a compartment, or replaces the one of the same number. */
    public RosterDraft compartment(Roster.Compartment compartment) {
        withoutCompartment(compartment.name(), compartment.epoch());
        compartments.add(compartment);
        return this;
    }

    public RosterDraft withoutCompartment(String name, int epoch) {
        compartments.removeIf(one -> one.name().equals(name) && one.epoch() == epoch);
        return this;
    }

    public RosterDraft witnesses(List<String> keys) {
        witnesses = List.copyOf(keys);
        return this;
    }

    public RosterDraft logKeys(List<String> keys) {
        logKeys = List.copyOf(keys);
        return this;
    }

    public RosterDraft desk(VerifyKey key) {
        desk = key;
        return this;
    }

    public RosterDraft gateHours(String words) {
        gateHours = words;
        return this;
    }

    /**
     * The roster, unsigned.
     *
     * @throws SealException where it breaks a rule, such as two people of one handle
     */
    public Roster roster() {
        return new Roster(
                version,
                previous,
                day,
                List.copyOf(members.values()),
                List.copyOf(custodians.values()),
                compartments,
                witnesses,
                logKeys,
                Optional.ofNullable(desk),
                gateHours);
    }
}
