// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.lapwing.gate.collection.CollectionDoor;
import org.lapwing.gate.spool.Bell;
import org.lapwing.gate.spool.DayStamp;
import org.lapwing.gate.spool.Replies;
import org.lapwing.gate.spool.Spool;
import org.lapwing.gate.trust.Trust;
import org.lapwing.gate.visit.PublicDoor;
import org.lapwing.gate.visit.Surroundings;

/** A running gate with both its listeners, on loopback: an onion service or a proxy of the group's stands before it. */
public final class Gate implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Trust trust;
    private final Spool spool;
    private final Replies replies;
    private final PublicDoor pages;
    private final Javalin open;
    private final Javalin desk;
    private final WipedBuffers buffers = new WipedBuffers();
    private final Afterwards afterwards = new Afterwards();
    private final ScheduledExecutorService sweeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sweep").factory());

    private Gate(GateSettings settings, Clock clock, SecureRandom random) throws IOException {
        Path data = settings.data();
        DayStamp days = new DayStamp(clock);
        this.trust = Trust.open(data, settings.roster(), days);
        this.spool = Spool.open(data.resolve("spool"), settings.limits(), days, random);
        this.replies = Replies.open(data.resolve("replies"), days);
        Bell bell = new Bell(data.resolve("bell"), days);
        this.pages = new PublicDoor(
                new Surroundings(
                        trust, spool, settings.limits(), replies, bell, days, random, settings.demonstration()),
                settings.idle(),
                settings.visits());
        CollectionDoor collection = new CollectionDoor(trust, spool, replies, bell, clock);
        this.open = listener(settings.port(), routes -> {
            routes.before(_ -> afterwards.somebodyCame());
            pages.route(routes);
        });
        this.desk = listener(settings.collectPort(), collection::route);
    }

    /**
     * Starts a gate in this process.
     *
     * @throws GateException if what it was handed over does not hold
     */
    public static Gate start(GateSettings settings, Clock clock, SecureRandom random) throws IOException {
        Files.createDirectories(settings.data());
        Gate gate = new Gate(settings, clock, random);
        gate.sweep();
        gate.listen(gate.open, settings.port(), "--port");
        gate.listen(gate.desk, settings.collectPort(), "--collect-port");
        var _ = gate.sweeping.scheduleWithFixedDelay(gate::sweep, 1, 1, TimeUnit.MINUTES);
        return gate;
    }

    private void listen(Javalin listener, int port, String option) throws IOException {
        try {
            listener.start();
        } catch (JavalinBindException taken) {
            close();
            throw new GateException(
                    "port " + port + " is taken on this machine; accepted is a free one after " + option);
        }
    }

    private Javalin listener(int port, Consumer<RoutesConfig> routes) {
        return Javalin.create((JavalinConfig config) -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.http.compressionStrategy = CompressionStrategy.NONE; // lengths of secrets and of pages stay apart
            config.http.generateEtags = false;
            config.router.treatMultipleSlashesAsSingleSlash = false;
            config.jetty.addConnector((server, http) -> connector(server, http, port));
            routes.accept(config.routes);
        });
    }

    private Connector connector(Server server, HttpConfiguration http, int port) {
        quiet(http);
        var connector = new ServerConnector(server, null, null, buffers, -1, -1, new HttpConnectionFactory(http));
        connector.setHost(HOST);
        connector.setPort(port);
        return connector;
    }

    private static void quiet(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(8 * 1024);
    }

    private void sweep() {
        try {
            pages.sweep();
            spool.sweep();
            replies.sweep();
            trust.sweep();
        } catch (IOException | RuntimeException e) {
            System.err.println("lapwing gate: cannot tidy up: " + e.getClass().getSimpleName());
        }
    }

    /** For a process that is nothing but this gate: from now on free memory is overwritten after visits. */
    void wipeAfterVisits() {
        var _ = sweeping.scheduleWithFixedDelay(this::wipe, 1, 1, TimeUnit.SECONDS);
    }

    private void wipe() {
        try {
            afterwards.wipeWhenQuiet();
        } catch (RuntimeException | OutOfMemoryError e) {
            System.err.println("lapwing gate: memory could not be overwritten: "
                    + e.getClass().getSimpleName());
        }
    }

    /** Both listeners, the public one first: for the test that tries every address that they answer at. */
    List<Javalin> listeners() {
        return List.of(open, desk);
    }

    /** Where the pages are. */
    public String address() {
        return "http://" + HOST + ":" + open.port() + "/";
    }

    /** Where the desk collects, without a slash at its end. */
    public String collectAddress() {
        return "http://" + HOST + ":" + desk.port();
    }

    /** Whether a report would be taken now. */
    public boolean takesReports() {
        return trust.takesReports();
    }

    @Override
    public void close() throws IOException {
        sweeping.shutdownNow();
        open.stop();
        desk.stop();
        pages.endAll();
    }
}
