// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;

/** Files fill all of the spool but its reserve; reports of words then still come in. */
final class GateFlood implements Case {
    /** The smallest spool that has the default reserve of 10,000 reports of 96 kB and a little for files. */
    private static final String GIGABYTES = "1";

    private static final int FILE_BYTES = 20 << 20;
    private static final int MOST_FILES = 40;
    private static final int RATE = 100;
    private static final int SECONDS = 10;

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        return GateCases.inHouse(place, house -> {
            try (Child _ = house.start("gate", "--spool-gigabytes", GIGABYTES);
                    Arrival others = new Arrival(house.port())) {
                int taken = fill(house.port());
                Arrival.Outcome outcome = others.run(RATE, SECONDS);
                return List.of(Figure.judged(
                        "gate",
                        "files of 20 MB taken before files have to wait; reports of words at %d /s for %d s after that, p50 and p99"
                                .formatted(RATE, SECONDS),
                        "%d; %s and %s ms, %d refused or late"
                                .formatted(
                                        taken,
                                        Rounds.number(outcome.milliseconds().middle()),
                                        Rounds.number(outcome.milliseconds().quantile(0.99)),
                                        outcome.late()),
                        new Figure.Target("all words taken", outcome.late() == 0)));
            }
        });
    }

    private static int fill(int port) throws IOException {
        byte[] content = Workplace.bytes(FILE_BYTES);
        for (int taken = 0; taken < MOST_FILES; taken++) {
            try (Socket socket = Wire.connect(port)) {
                Wire.Ticket ticket = Wire.begin(socket);
                Wire.ask(socket, ticket.press("act", "files", "words", "With a file.", "urgent", "no"));
                byte[] before = ticket.beforeFile("flood.bin");
                OutputStream out = socket.getOutputStream();
                out.write(ticket.pressHead((long) before.length + content.length + Wire.afterFile().length));
                out.write(before);
                out.write(content);
                out.write(Wire.afterFile());
                Wire.answer(socket.getInputStream());
                if (Wire.ask(socket, ticket.get()).contains("has to wait")) {
                    return taken;
                }
            }
        }
        throw new IOException("the gate took " + MOST_FILES + " files of 20 MB into what should be too small for them");
    }
}
