// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantTest {

    private final Group group = new Group();
    private final RosterChain.Accepted chain = group.chain();
    private final Grant grant = Grant.of(group.casebook);
    private final byte[] sealed = grant.seal(group.member(1), group.signer(0), group.random);

    @Test
    void opensForItsReaderAndNamesTheGranter() {
        assertThat(open(sealed, 1)).isEqualTo(new GrantOpening.Opened(grant, Group.id(0)));
        Grant opened = ((GrantOpening.Opened) open(sealed, 1)).grant();
        assertThat(opened.asEpoch().tag(3)).isEqualTo(group.casebook.tag(3));
    }

    @Test
    void opensForNobodyElse() {
        assertThat(open(sealed, 2)).isEqualTo(new GrantOpening.Refused("this grant is not made to this member"));
        assertThat(Grant.open(sealed, Group.id(1), group.keys.get(2).identity(), chain))
                .isEqualTo(new GrantOpening.Refused("this grant does not open with this member's key"));
    }

    @Test
    void refusesEveryChangedByteAndTruncation() {
        for (int at = 0; at < sealed.length; at++) {
            assertThat(open(Fixed.flipped(sealed, at), 1)).isInstanceOf(GrantOpening.Refused.class);
            assertThat(open(Arrays.copyOf(sealed, at), 1)).isInstanceOf(GrantOpening.Refused.class);
        }
    }

    @Test
    void refusesAGranterWhomTheRosterDoesNotCarry() {
        Signer stranger = new Signer(Group.id(5), SigningKey.generate(group.random));
        Signer impostor = new Signer(Group.id(0), group.keys.get(2).signing());
        for (Signer signer : List.of(stranger, impostor)) {
            assertThat(open(grant.seal(group.member(1), signer, group.random), 1))
                    .isEqualTo(
                            new GrantOpening.Refused("this grant is not signed by a member whom the roster carries"));
        }
    }

    @Test
    void refusesAnotherSecretThanTheRostersCompartment() {
        Grant swapped = Grant.of("casebook", 1, Fixed.bytes(32, 9));
        assertThat(open(swapped.seal(group.member(1), group.signer(0), group.random), 1))
                .isEqualTo(
                        new GrantOpening.Refused("this grant's secret is not that of the compartment in the roster"));
    }

    @Test
    void opensSecretsThatAreNoCompartments() {
        Grant log = Grant.of("log", 1, Fixed.bytes(32, 9));
        assertThat(open(log.seal(group.member(1), group.signer(0), group.random), 1))
                .isEqualTo(new GrantOpening.Opened(log, Group.id(0)));
    }

    @Test
    void staysReadableWhenItsGranterHasLeft() {
        Roster second = RosterDraft.after(group.first(), Group.DAY)
                .withoutMember(Group.id(0))
                .roster();
        var longer = (RosterChain.Accepted)
                RosterChain.verify(group.root.verifyKeys(), List.of(group.firstSigned(), group.signed(second, 1, 2)));
        assertThat(Grant.open(sealed, Group.id(1), group.keys.get(1).identity(), longer))
                .isInstanceOf(GrantOpening.Opened.class);
    }

    @Test
    void showsNothingOfItsSecret() {
        assertThat(grant).hasToString("Grant[casebook 1]");
        assertThat(Set.of(grant)).contains(Grant.of(group.casebook));
    }

    private GrantOpening open(byte[] bytes, int reader) {
        return Grant.open(bytes, Group.id(reader), group.keys.get(reader).identity(), chain);
    }
}
