// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterChainTest {

    private final Group group = new Group();
    private final byte[] first = group.firstSigned();
    private final Roster second = RosterDraft.after(group.first(), Group.DAY.plusDays(1))
            .withoutMember(Group.id(2))
            .gateHours("never on Sundays")
            .roster();

    @Test
    void acceptsAChainFromThePinnedRoot() {
        Roster third = RosterDraft.after(second, Group.DAY.plusDays(1)).roster();
        List<byte[]> texts = List.of(first, group.signed(second, 0, 2), group.signed(third, 0, 1));
        assertThat(verify(texts)).isInstanceOfSatisfying(RosterChain.Accepted.class, accepted -> {
            assertThat(accepted.latest()).isEqualTo(third);
            assertThat(accepted.versions()).hasSize(3);
            assertThat(accepted.latest().member(Group.id(2))).isEmpty();
            assertThat(accepted.latest().membersWith(Duty.INTAKE)).hasSize(1);
        });
    }

    @Test
    void refusesAnotherRoot() {
        RootVerifyKeys other = RootKey.generate(new Fixed.Counting(200)).verifyKeys();
        assertThat(RosterChain.verify(other, List.of(first)))
                .isEqualTo(new RosterChain.Refused(1, "version 1 is not signed by the root pinned here"));
    }

    @Test
    void refusesAFirstVersionSignedByMembers() {
        refuses("version 1 is signed by the root, and by nobody else", group.signed(group.first(), 0, 1));
        refuses("version 1 is signed by the root, and by nobody else", group.signed(group.first()));
    }

    @Test
    void refusesARosterNotSignedByTwo() {
        String needed = "it needs the signatures of 2 members of the version before and has ";
        refuses(needed + 1, first, group.signed(second, 0));
        refuses(needed + 0, first, group.signed(second));
    }

    @Test
    void refusesOneMemberTwice() {
        refuses("one member signed it twice", first, group.signed(second, 0, 0));
    }

    @Test
    void refusesASignerWhoIsInTheNewVersionOnly() {
        MemberKeys newcomer = MemberKeys.generate(group.random);
        Roster.Member member = Roster.Member.of(Group.id(5), "knot", Set.of(), newcomer);
        Roster with = RosterDraft.after(group.first(), Group.DAY).member(member).roster();
        byte[] signed = new SignedRoster(
                        with,
                        List.of(
                                RosterSignature.byMember(Group.id(0), group.keys.get(0), with),
                                RosterSignature.byMember(Group.id(5), newcomer, with)))
                .bytes();
        refuses("it is signed by somebody who is no member of the version before", first, signed);
    }

    @Test
    void refusesASignatureWhoseEitherHalfIsAnothers() {
        RosterSignature good = RosterSignature.byMember(Group.id(0), group.keys.get(0), second);
        RosterSignature other = RosterSignature.byMember(Group.id(1), group.keys.get(1), second);
        RosterSignature wrongFirst = new RosterSignature(Group.id(0), other.ed25519(), good.mlDsa44());
        RosterSignature wrongSecond = new RosterSignature(Group.id(0), good.ed25519(), other.mlDsa44());
        for (RosterSignature wrong : List.of(wrongFirst, wrongSecond)) {
            refuses(
                    "a signature under it does not hold",
                    first,
                    new SignedRoster(second, List.of(wrong, other)).bytes());
        }
    }

    @Test
    void acceptsOneSignatureWhileThereIsOneMember() {
        Roster alone = RosterDraft.first(Group.DAY).member(group.member(0)).roster();
        byte[] signed = new SignedRoster(alone, List.of(RosterSignature.byRoot(group.root, alone.digest()))).bytes();
        Roster two = RosterDraft.after(alone, Group.DAY).member(group.member(1)).roster();
        assertThat(verify(List.of(signed, group.signed(two, 0)))).isInstanceOf(RosterChain.Accepted.class);
        Roster three = RosterDraft.after(two, Group.DAY).member(group.member(2)).roster();
        assertThat(verify(List.of(signed, group.signed(two, 0), group.signed(three, 0))))
                .isInstanceOf(RosterChain.Refused.class);
    }

    @Test
    void refusesAForkASkipAndAnEarlierDay() {
        Roster otherFirst = group.draft().gateHours("").roster();
        Roster fork = RosterDraft.after(otherFirst, Group.DAY).roster();
        refuses(
                "it names another version before it than the one in this chain: a fork",
                first,
                group.signed(fork, 0, 1));
        refuses("version 2 was expected, not 1", first, first);
        refuses("the first roster of a chain is version 1, not 2", group.signed(second, 0, 1));
        Roster early = RosterDraft.after(group.first(), Group.DAY.minusDays(1)).roster();
        refuses("its day, 2026-11-21, is before that of the version before", first, group.signed(early, 0, 1));
        assertThat(verify(List.of())).isInstanceOf(RosterChain.Refused.class);
    }

    @Test
    void theRootsSignatureTravelsAsOneLine() {
        Roster roster = group.first();
        String line = RosterSignature.byRoot(group.root, roster.digest()).line();
        assertThat(new SignedRoster(roster, List.of(RosterSignature.parse(line))).bytes())
                .isEqualTo(first);
    }

    /** The text is long (keys), so of each line the first 120 bytes, the last 8, and every 97th between. */
    @Test
    void refusesChangedBytes() {
        int changes = 0;
        int column = 0;
        for (int at = 0; at < first.length; at++) {
            column = at > 0 && first[at - 1] == '\n' ? 0 : column + 1;
            boolean nearEnd = at + 8 >= first.length || indexOfNewline(at) - at < 8;
            if (column < 120 || nearEnd || at % 97 == 0) {
                assertThat(verify(List.of(Fixed.flipped(first, at))))
                        .as("byte %d", at)
                        .isInstanceOf(RosterChain.Refused.class);
                changes++;
            }
        }
        assertThat(changes).isGreaterThan(1500);
    }

    private int indexOfNewline(int from) {
        int at = from;
        while (first[at] != '\n') {
            at++;
        }
        return at;
    }

    @Test
    void refusesTruncations() {
        for (int length = 0; length < first.length; length += length < 400 ? 1 : 331) {
            assertThat(verify(List.of(Arrays.copyOf(first, length)))).isInstanceOf(RosterChain.Refused.class);
        }
        assertThat(verify(List.of(Arrays.copyOf(first, first.length - 1)))).isInstanceOf(RosterChain.Refused.class);
    }

    @Test
    void refusesOtherSpellingsOfTheSameRoster() {
        String text = new String(first, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(List.of(text.split("\n")));
        Collections.swap(lines, 4, 5);
        for (String other : List.of(
                String.join("\n", lines) + "\n",
                text.replace("\n", "\r\n"),
                text.replace("version 1", "version 01"),
                text.replace("version 1", "version +1"),
                text.replace("version 1\n", "version 1\nversion 1\n"),
                text.replace("intake,investigator", "investigator,intake"),
                text.replace("intake,investigator", "intake,intake,investigator"),
                text + "\n",
                "\uFEFF" + text)) {
            assertThat(other).isNotEqualTo(text);
            assertThat(verify(List.of(other.getBytes(StandardCharsets.UTF_8)))).isInstanceOf(RosterChain.Refused.class);
        }
    }

    @Test
    void namesTheLineAndWhatIsAccepted() {
        String text = new String(first, StandardCharsets.UTF_8).replace("analyst,publisher", "analyst,spy");
        refuses(
                "roster, line 6: names an unknown duty; accepted are"
                        + " [intake, investigator, analyst, coordinator, custodian, publisher, steward]",
                text.getBytes(StandardCharsets.UTF_8));
        refuses("this text is not UTF-8", new byte[] {(byte) 0xc3, 0x28, '\n'});
    }

    @Test
    void refusesTwoPeopleOfOneHandleOrKey() {
        Roster.Member twin = Roster.Member.of(Group.id(5), "CURLEW", Set.of(), MemberKeys.generate(group.random));
        assertThatThrownBy(() -> group.draft().member(twin).roster()).hasMessageContaining("the same handle");
        Roster.Member double0 = Roster.Member.of(Group.id(5), "knot", Set.of(), group.keys.getFirst());
        assertThatThrownBy(() -> group.draft().member(double0).roster()).hasMessageContaining("the same public key");
        Roster.Custodian member = new Roster.Custodian(
                Group.id(6), "godwit", group.keys.getFirst().identity().recipient());
        assertThatThrownBy(() -> group.draft().custodian(member).roster()).hasMessageContaining("the same public key");
    }

    @Test
    void refusesHoldersWhoAreNotMembersAndTricksInLines() {
        assertThatThrownBy(() -> group.draft()
                        .compartment(Roster.Compartment.of(group.casebook, Set.of(Group.id(9))))
                        .roster())
                .hasMessage("compartment casebook: its holders are members of the roster");
        for (String hours : List.of("a\nlog x", "a\u202eb", "a\u0000", " a", "a".repeat(301))) {
            assertThatThrownBy(() -> group.draft().gateHours(hours).roster()).isInstanceOf(SealException.class);
        }
        for (String handle : List.of("", "a b", "a\nb", "-a", "a\u202e", "и\u0306", "a".repeat(33))) {
            assertThatThrownBy(() -> Roster.Member.of(Group.id(1), handle, Set.of(), group.keys.getFirst()))
                    .isInstanceOf(SealException.class);
        }
    }

    private RosterChain.Verdict verify(List<byte[]> texts) {
        return RosterChain.verify(group.root.verifyKeys(), texts);
    }

    private void refuses(String reason, byte[]... texts) {
        assertThat(verify(List.of(texts))).isEqualTo(new RosterChain.Refused(texts.length, reason));
    }
}
