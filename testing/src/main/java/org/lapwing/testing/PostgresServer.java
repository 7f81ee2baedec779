// SPDX-License-Identifier: Apache-2.0
package org.lapwing.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's PostgreSQL on a folder of its own and a free loopback port, as user postgres where the tests run as root. Its
 * clients are killed, never the server or the machine, so it need not sync.
 */
@SuppressWarnings("try") // a test that is interrupted while it tidies up has ended, and nobody closes again
public final class PostgresServer implements AutoCloseable {
    private static final Path BIN = Path.of("/usr/lib/postgresql/15/bin");

    private final Path folder;
    private final int port;

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server, or reports the test as skipped where there is none to start. */
    public static PostgresServer start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(BIN.resolve("postgres")), "PostgreSQL 15 is not installed (postgresql-15)");
        Path folder = Files.createTempDirectory("lapwing-postgres");
        if (root()) {
            run(List.of("chown", "postgres:postgres", folder.toString()));
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PostgresServer server = new PostgresServer(folder, port);
        server.asPostgres("initdb", "-D", server.cluster(), "-A", "trust", "-U", "lapwing", "--no-sync");
        server.asPostgres(
                "pg_ctl",
                "-D",
                server.cluster(),
                "-w",
                "-l",
                folder.resolve("server.log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories=''",
                "start");
        return server;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=lapwing";
    }

    /** Gives the server's user a folder, for a tablespace. */
    public void owns(Path other) throws IOException, InterruptedException {
        if (root()) {
            run(List.of("chown", "postgres:postgres", other.toString()));
        }
    }

    private String cluster() {
        return folder.resolve("cluster").toString();
    }

    private void asPostgres(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(BIN.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .directory(Path.of("/").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        asPostgres("pg_ctl", "-D", cluster(), "-m", "immediate", "-w", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
