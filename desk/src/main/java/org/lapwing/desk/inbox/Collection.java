// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.desk.doors.Bell;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.desk.inbox.Intake.Hands;
import org.lapwing.desk.inbox.WaitingList.Waiting;
import org.lapwing.desk.reading.LogRoom;
import org.lapwing.entry.Id;
import org.lapwing.journal.JournalLog.Signing;
import org.lapwing.seal.Duty;

/**
 * Rounds to the gate, one at a time, by an unlocked intake member who signs the entries. In this order: what the gate is
 * to know, then each report into the journal, then a signed checkpoint over all of them, and only then their deletion at
 * the gate. A round that breaks off anywhere is taken up by the next one.
 */
final class Collection {
    /** Why a round did not come to its end. */
    enum Trouble {
        GATE_OUT_OF_REACH,
        GATE_REFUSES,
        LOG_NOT_SIGNED
    }

    /** A report that stays at the gate because it was not accepted: its day and size, which the gate sees too. */
    record StillThere(LocalDate day, long bytes, Unaccepted.Why why) {}

    /** How the last round went. */
    record Round(int collected, List<StillThere> stillThere, Optional<Trouble> trouble) {
        static final Round NONE = new Round(0, List.of(), Optional.empty());
    }

    private final Gate gate;
    private final Intake intake;
    private final IntakeKeys keys;
    private final Outbox outbox;
    private final LogRoom logRoom;
    private final Doors doors;
    private final Bell bell;
    private volatile Round last = Round.NONE;

    Collection(Gate gate, Intake intake, Paper paper, LogRoom logRoom, Doors doors, Bell bell) {
        this.gate = gate;
        this.intake = intake;
        this.keys = paper.keys();
        this.outbox = paper.outbox();
        this.logRoom = logRoom;
        this.doors = doors;
        this.bell = bell;
    }

    /** What goes to the gate. */
    record Paper(IntakeKeys keys, Outbox outbox) {}

    Round last() {
        return last;
    }

    /** One round, if this member may; else how the last one went. */
    synchronized Round collect(Unlocked member) {
        Optional<GateClient> client = member.member().has(Duty.INTAKE) ? gate.as(member) : Optional.empty();
        if (client.isPresent()) {
            last = round(new Hands(client.get(), member, List.of()));
        }
        return last;
    }

    /** For a member on call who takes nothing in: asks how many rang, a number only. */
    synchronized void listen(Unlocked member) {
        try {
            var client = gate.as(member);
            if (client.isPresent()) {
                bell.rang(client.get().bell());
            }
        } catch (IOException e) {
            // the next round says so
        }
    }

    private record Fetched(List<Id> collected, List<StillThere> stillThere) {}

    private Round round(Hands hands) {
        Fetched fetched = new Fetched(new ArrayList<>(), new ArrayList<>());
        try {
            tellTheGate(hands);
            fetch(hands.with(keys.identities(hands.member())), fetched);
            Optional<Trouble> trouble = acknowledge(hands, fetched.collected());
            if (trouble.isEmpty()) {
                hands.gate().bell();
                bell.silence();
            }
            return new Round(fetched.collected().size(), List.copyOf(fetched.stillThere()), trouble);
        } catch (IOException e) {
            return new Round(
                    fetched.collected().size(),
                    List.copyOf(fetched.stillThere()),
                    Optional.of(e instanceof GateClient.Refused ? Trouble.GATE_REFUSES : Trouble.GATE_OUT_OF_REACH));
        }
    }

    private void tellTheGate(Hands hands) throws IOException {
        byte[] certificate = keys.renew(hands.member()).bytes();
        hands.gate().putRoster(doors.rosterTexts());
        hands.gate().putCertificate(certificate);
        outbox.push(hands.gate());
    }

    /** First reports first: what follows one finds it in the journal then, in whatever order the gate lists them. */
    private void fetch(Hands hands, Fetched fetched) throws IOException {
        List<Waiting> following = new ArrayList<>();
        WaitingList list = hands.gate().waiting();
        for (Waiting waiting : list.reports()) {
            fetch(waiting, hands, fetched, Optional.of(following));
        }
        // What they follow might be among those that the list leaves out: then they wait for a later round.
        for (Waiting waiting : list.more() ? List.<Waiting>of() : following) {
            fetch(waiting, hands, fetched, Optional.empty());
        }
    }

    /** @param putOff takes what is no first report; then it is left for the second pass, unless it has none */
    private void fetch(Waiting waiting, Hands hands, Fetched fetched, Optional<List<Waiting>> putOff)
            throws IOException {
        try {
            if (!intake.has(waiting.report(), hands.member())) {
                ReportFile report = intake.read(waiting, hands);
                if (report.kind() != ReportKind.REPORT && putOff.isPresent()) {
                    putOff.get().add(waiting);
                    return;
                }
                intake.take(waiting, report, hands);
            }
            fetched.collected().add(waiting.report());
        } catch (Unaccepted e) {
            fetched.stillThere().add(new StillThere(waiting.day(), waiting.bytes(), e.why()));
        }
    }

    /** The gate may forget only what is durable here and under a signed checkpoint. */
    private Optional<Trouble> acknowledge(Hands hands, List<Id> collected) throws IOException {
        if (collected.isEmpty()) {
            return Optional.empty();
        }
        if (logRoom.sign(hands.member()) instanceof Signing.RefusedToSign) {
            return Optional.of(Trouble.LOG_NOT_SIGNED);
        }
        for (Id report : collected) {
            hands.gate().delete(report);
        }
        return Optional.empty();
    }
}
