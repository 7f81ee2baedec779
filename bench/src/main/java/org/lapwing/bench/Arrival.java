// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reports that arrive at a fixed rate whether or not the gate keeps up, so that waiting counts: the time of each runs from
 * when it was due until the gate has answered the press that sent it, which it does when the report is durable. A report is
 * three presses and a page: "check" with 4 kB of words, a name and a contact, "send", the page with the receipt, "written".
 * One thread over sockets that stay open, requests made beforehand: what the generator takes of the cores is small. Visits
 * are used again after their receipt was put away.
 */
final class Arrival implements AutoCloseable {
    private static final int VISITS = 400;
    private static final int WORDS = 4000;
    private static final long PATIENCE = 5_000_000_000L;
    private static final int STEPS = 4;
    private static final int SEND = 1;
    private static final int LOOK = 2;

    private final Selector selector = Selector.open();
    private final ArrayDeque<Visit> free = new ArrayDeque<>();
    private final List<Visit> visits = new ArrayList<>();
    private final ArrayDeque<Long> waiting = new ArrayDeque<>();
    private double[] took = new double[0];
    private int answered;
    private int sent;
    private int broken;
    private final List<String> why = new ArrayList<>();
    private long runs;

    /**
     * @param late those that had not been answered a few seconds after the last was due, or were refused
     * @param why what became of the connection of those that broke off
     */
    record Outcome(int due, int late, Rounds milliseconds, List<String> why) {
        boolean keptUp() {
            return late == 0 && milliseconds.quantile(0.99) < 50;
        }
    }

    Arrival(int port) throws IOException {
        for (int i = 0; i < VISITS; i++) {
            Wire.Ticket ticket;
            try (Socket socket = Wire.connect(port)) {
                ticket = Wire.begin(socket);
            }
            Visit visit = new Visit(port, ticket, Workplace.words(i, WORDS));
            visits.add(visit);
            free.add(visit);
        }
    }

    /** How many were sent in all, by the gate's word. */
    int sent() {
        return sent;
    }

    Outcome run(int aSecond, int seconds) throws IOException {
        int due = aSecond * seconds;
        took = new double[due];
        runs++;
        answered = 0;
        waiting.clear();
        why.clear();
        selector.selectNow(this::ready); // connections that the gate closed while nobody looked
        long start = System.nanoTime();
        long last = start + due * 1_000_000_000L / aSecond;
        int begun = 0;
        while ((answered + broken < due || free.size() + broken < VISITS) && System.nanoTime() < last + PATIENCE) {
            long now = System.nanoTime();
            while (begun < due && start + begun * 1_000_000_000L / aSecond <= now) {
                waiting.add(start + begun * 1_000_000_000L / aSecond);
                begun++;
            }
            while (!waiting.isEmpty() && !free.isEmpty()) {
                free.remove().begin(waiting.remove());
            }
            long next = begun < due ? start + begun * 1_000_000_000L / aSecond - System.nanoTime() : 5_000_000L;
            selector.select(this::ready, Math.max(1, next / 1_000_000));
        }
        double[] times = answered == 0 ? new double[] {Double.NaN} : Arrays.copyOf(took, answered);
        return new Outcome(due, due - answered, Rounds.of(times), List.copyOf(why));
    }

    private void ready(SelectionKey key) {
        Visit visit = (Visit) key.attachment();
        try {
            visit.read();
        } catch (IOException e) {
            broken++;
            why.add(visit.answers + e.getMessage());
            key.cancel(); // counted as late; its visit is not used again
        }
    }

    private final class Visit {
        private final int port;
        private SocketChannel channel;
        private long run;
        private final byte[][] requests;
        private final ByteBuffer in = ByteBuffer.allocate(32 * 1024);
        private long due;
        private int step = STEPS;
        private double milliseconds;
        private String answers = "";

        Visit(int port, Wire.Ticket ticket, String words) throws IOException {
            this.port = port;
            channel = connect();
            requests = new byte[][] {
                ticket.press(
                        "act", "check", "urgent", "no", "words", words, "name", "Corn Crake", "contact", "by the mill"),
                ticket.press("act", "send"),
                ticket.get(),
                ticket.press("act", "written")
            };
        }

        private SocketChannel connect() throws IOException {
            SocketChannel opened = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opened.configureBlocking(false);
            opened.register(selector, SelectionKey.OP_READ, this);
            return opened;
        }

        void begin(long at) throws IOException {
            if (!channel.isOpen()) {
                channel = connect();
            }
            run = runs;
            due = at;
            answers = "";
            step = 0;
            write();
        }

        private void write() throws IOException {
            in.clear();
            ByteBuffer out = ByteBuffer.wrap(requests[step]);
            while (out.hasRemaining()) { // 5 kB fit the socket's buffer at once
                channel.write(out);
            }
        }

        void read() throws IOException {
            if (channel.read(in) < 0) {
                channel.close();
                if (step == STEPS) { // at rest for half a minute: the gate closes such a connection
                    return;
                }
                throw new IOException("the gate hung up on a report");
            }
            if (Wire.length(in.array(), in.position()) != in.position()) {
                return;
            }
            answers += new String(in.array(), "HTTP/1.1 ".length(), 3, ISO_8859_1) + " ";
            if (step == SEND) {
                milliseconds = (System.nanoTime() - due) / 1e6;
            }
            if (step == LOOK) { // only the page says whether the report was taken
                if (!new String(in.array(), 0, in.position(), ISO_8859_1).contains("value=\"written\"")) {
                    throw new IOException("no receipt");
                }
                if (run == runs) { // one of an earlier run counted as late there
                    took[answered++] = milliseconds;
                }
                sent++;
            }
            step++;
            if (step < STEPS) {
                write();
            } else {
                free.add(this);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Visit visit : visits) {
            visit.channel.close();
        }
        selector.close();
    }
}
