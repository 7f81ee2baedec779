// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports that arrive at a fixed rate whether or not the gate keeps up, so that waiting counts: the time of each runs from
 * when it was due until the gate has answered the press that sent it, which it does when the report is durable. A report is two
 * presses: "check" with 4 kB of words, then "send". Visits are used again after their receipt was put away.
 */
final class Arrival implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"t\" value=\"([^\"]+)\"");
    private static final int VISITS = 300;
    private static final int WORDS = 4000;

    private final URI door;
    private final HttpClient client;
    private final ExecutorService visiting = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Visit> free = new LinkedBlockingQueue<>();
    private final List<String> words = new ArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();

    private record Visit(String cookie, String token) {}

    /** @param late those that had not been answered a few seconds after the last was due, or were refused */
    record Outcome(int due, int late, Rounds milliseconds) {
        boolean keptUp() {
            return late == 0 && milliseconds.quantile(0.99) < 50;
        }
    }

    Arrival(int port) throws IOException, InterruptedException {
        door = URI.create("http://127.0.0.1:" + port + "/");
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(visiting)
                .build();
        for (int i = 0; i < VISITS; i++) {
            free.add(begin());
            words.add(Workplace.words(i, WORDS));
        }
    }

    private Visit begin() throws IOException, InterruptedException {
        HttpResponse<String> page =
                client.send(HttpRequest.newBuilder(door).build(), HttpResponse.BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(page.body());
        String cookie = page.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        if (!token.find() || cookie.isEmpty()) {
            throw new IOException("the gate's first page has no form");
        }
        return new Visit(cookie, token.group(1));
    }

    /** How many were sent in all, by the gate's word. */
    int sent() {
        return sent.get();
    }

    Outcome run(int aSecond, int seconds) throws InterruptedException {
        var took = new ConcurrentLinkedQueue<Double>();
        int due = aSecond * seconds;
        long start = System.nanoTime();
        for (int i = 0; i < due; i++) {
            long at = start + i * 1_000_000_000L / aSecond;
            TimeUnit.NANOSECONDS.sleep(at - System.nanoTime());
            int number = i;
            visiting.execute(() -> report(words.get(number % VISITS), at, took));
        }
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (took.size() < due && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        double[] times = took.stream().mapToDouble(Double::doubleValue).toArray();
        return new Outcome(due, due - times.length, Rounds.of(times.length == 0 ? new double[] {Double.NaN} : times));
    }

    private void report(String text, long due, ConcurrentLinkedQueue<Double> took) {
        try {
            Visit visit = free.take();
            press(visit, Map.of("act", "check", "urgent", "no", "words", text));
            press(visit, Map.of("act", "send"));
            double milliseconds = (System.nanoTime() - due) / 1e6;
            if (showsReceipt(visit)) {
                took.add(milliseconds);
                sent.incrementAndGet();
            }
            press(visit, Map.of("act", "written"));
            free.add(visit);
        } catch (IOException _) {
            // counted as late; its visit is not used again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every press is answered with the way to the page; only the page says whether the report was taken. */
    private boolean showsReceipt(Visit visit) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(door)
                .header("Cookie", visit.cookie())
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("value=\"written\"");
    }

    private void press(Visit visit, Map<String, String> fields) throws IOException, InterruptedException {
        String boundary = "bench-7f3a1c";
        StringBuilder body = new StringBuilder(part(boundary, "t", visit.token()));
        fields.forEach((name, value) -> body.append(part(boundary, name, value)));
        body.append("--").append(boundary).append("--\r\n");
        HttpRequest request = HttpRequest.newBuilder(door)
                .header("Cookie", visit.cookie())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        var _ = client.send(request, HttpResponse.BodyHandlers.discarding());
    }

    private static String part(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Override
    public void close() {
        visiting.shutdownNow();
        client.close();
    }
}
