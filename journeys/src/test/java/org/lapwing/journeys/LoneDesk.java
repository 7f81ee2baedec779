// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A desk of the demonstration as a process of its own, without a supervisor, and one browser without scripts before it. */
final class LoneDesk implements AutoCloseable {
    private static final Path PACKAGED = House.ROOT.resolve("target/lapwing");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern HIDDEN = Pattern.compile("name=\"(_csrf|position)\" value=\"([^\"]*)\"");

    private final Process process;
    private final URI door;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private LoneDesk(Process process, int port) {
        this.process = process;
        this.door = URI.create("http://127.0.0.1:" + port);
    }

    /** Makes the invented world in {@code folder}/desk. */
    static void demonstration(Path folder) throws IOException, InterruptedException {
        Process maker = java(folder, "org.lapwing.desk.demo.DemoMaker", List.of("--data", folder.toString()));
        if (maker.waitFor() != 0) {
            throw new AssertionError("the demonstration was not made");
        }
    }

    static LoneDesk start(Path folder, Optional<String> database) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> words = new ArrayList<>(List.of(
                "--data",
                folder.resolve("desk").toString(),
                "--port",
                Integer.toString(port),
                "--collect-every",
                "5",
                "--demonstration"));
        database.ifPresent(url -> words.addAll(List.of("--database", url)));
        return new LoneDesk(java(folder, "org.lapwing.desk.DeskMain", words), port);
    }

    private static Process java(Path folder, String main, List<String> words) throws IOException {
        if (!PACKAGED.resolve("desk").toFile().exists()) {
            Assumptions.abort("the packaged desk, target/lapwing/desk, is missing: run ./lapwing --version once");
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        // starts sooner; what is killed at once need not run fast
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "@" + PACKAGED.resolve("desk"), main));
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("desk.out").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("desk.err").toFile()))
                .start();
    }

    /** Waits until the first page is there; false when the process has ended before. */
    boolean awaitDoor() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                get("/");
                return true;
            } catch (IOException notYet) {
                Thread.onSpinWait();
                Thread.sleep(20);
            }
        }
        return false;
    }

    /** The one press beside a member's name; gives the first page within. */
    String unlock(String handle) throws IOException, InterruptedException {
        Matcher form =
                Pattern.compile("(?s)<form[^>]*action=\"/unlock\".*?</form>").matcher(get("/"));
        while (form.find()) {
            if (form.group().contains("name=\"handle\" value=\"" + handle + "\"")) {
                List<String> fields = new ArrayList<>();
                Matcher hidden =
                        Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(form.group());
                while (hidden.find()) {
                    fields.add(hidden.group(1));
                    fields.add(hidden.group(2));
                }
                post("/unlock", fields.toArray(String[]::new));
                return get("/home");
            }
        }
        throw new AssertionError("nobody of this name is at the door");
    }

    /** The page of this address, which must be one. */
    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(door.resolve(path))
                        .header("Accept-Language", "en")
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " was answered with " + answer.statusCode());
        }
        boolean opening =
                answer.headers().firstValue("Refresh").filter("2"::equals).isPresent();
        // as a browser does when a page says that it looks again
        return opening ? get(path) : answer.body();
    }

    /** What a page's form hides: its token, and the position where it stood. */
    static String[] hidden(String page) {
        List<String> fields = new ArrayList<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find() && fields.size() < 4) {
            if (!fields.contains(hidden.group(1))) {
                fields.add(hidden.group(1));
                fields.add(hidden.group(2));
            }
        }
        return fields.toArray(String[]::new);
    }

    /** Sends a form; gives where the answer leads, once the desk has said that all is written. */
    String post(String path, String... namesAndValues) throws IOException, InterruptedException {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(URLEncoder.encode(namesAndValues[i], UTF_8) + "="
                    + URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(door.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields)))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != 302) {
            throw new AssertionError(path + " was answered with " + answer.statusCode());
        }
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
