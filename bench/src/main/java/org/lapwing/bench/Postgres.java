// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Debian's PostgreSQL with its own defaults, so durable, on a folder of its own and a free loopback port. */
record Postgres(Path programs, Path folder, int port) implements AutoCloseable {

    /** Empty where none is installed. */
    static Optional<Postgres> start() throws IOException, InterruptedException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        Optional<Path> programs;
        try (Stream<Path> all = Files.list(versions)) {
            programs = all.map(each -> each.resolve("bin"))
                    .filter(each -> Files.isExecutable(each.resolve("postgres")))
                    .max(Comparator.naturalOrder());
        }
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("lapwing-bench-postgres");
        if (isRoot()) {
            Child.finish(List.of("chown", "postgres:postgres", folder.toString()));
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Postgres server = new Postgres(programs.get(), folder, port);
        server.run("initdb", "-D", server.cluster(), "-A", "trust", "-U", "lapwing");
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
        server.run(
                "pg_ctl",
                "-D",
                server.cluster(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                options,
                "start");
        return Optional.of(server);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=lapwing";
    }

    String version() {
        return programs.getName(programs.getNameCount() - 2).toString();
    }

    private String cluster() {
        return folder.resolve("cluster").toString();
    }

    private void run(String program, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(words));
        Child.finish(command);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    @Override
    public void close() throws IOException {
        try {
            run("pg_ctl", "-D", cluster(), "-m", "fast", "-w", "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while PostgreSQL was ending", e);
        }
        Workplace.sweep(folder);
    }
}
