// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate as its own process. */
class ProcessTest {

    @TempDir
    Path folder;

    private Process start(List<String> java, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), GateMain.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private String[] words() throws IOException {
        Path roster = new Group(LocalDate.now(ZoneOffset.UTC)).handOver(folder.resolve("group"));
        return new String[] {
            "--data",
            folder.resolve("data").toString(),
            "--roster",
            roster.toString(),
            "--port",
            "0",
            "--collect-port",
            "0",
            "--child",
            "--demonstration"
        };
    }

    @Test
    void saysWhereItAnswersAndEndsWithWhoeverStartedIt() throws Exception {
        Process gate = start(List.of(), words());
        try (BufferedReader out = gate.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            assertThat(line).as(errors()).matches("The gate answers at http://127\\.0\\.0\\.1:[0-9]+/");
            URI address = URI.create(line.substring(line.indexOf("http")));
            String page = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(page).contains("This is a demonstration");
            gate.getOutputStream().close();
            assertThat(gate.waitFor()).isZero();
            assertThat(out.readLine()).isNull();
        }
        try (Stream<Path> left = Files.list(folder.resolve("data/tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void refusesBadWordsAMissingRosterATakenPortAndHeapDumpsWithExitCode2() throws Exception {
        assertThat(start(List.of(), "--port").waitFor()).isEqualTo(2);
        assertThat(errors()).contains("accepted are --data DIR");
        String[] words = words();
        words[3] = folder.resolve("nowhere").toString();
        assertThat(start(List.of(), words).waitFor()).isEqualTo(2);
        assertThat(errors()).contains("root.pin").doesNotContain("Exception");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            words = words();
            words[7] = Integer.toString(taken.getLocalPort());
            assertThat(start(List.of(), words).waitFor()).isEqualTo(2);
            assertThat(errors()).contains("accepted is a free one after --collect-port");
        }
        assertThat(start(List.of("-XX:+HeapDumpOnOutOfMemoryError"), words()).waitFor())
                .isEqualTo(2);
        assertThat(errors()).contains("HeapDumpOnOutOfMemoryError");
    }
}
