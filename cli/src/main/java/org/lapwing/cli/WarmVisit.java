// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A short walk through a throwaway demonstration, on loopback: the desk's pages as a member sees them, some hundred reports
 * at the gate.
 */
final class WarmVisit {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_PAGES = 40;
    /** The cache keeps what was learned of methods that ran often (JEP 515): the compiler then need not learn it again. */
    private static final int REPORTS = 300;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#?]*)\"");
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    private final int[] ports = new int[3];

    WarmVisit() throws IOException {
        for (int i = 0; i < ports.length; i++) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports[i] = free.getLocalPort();
            }
        }
    }

    String gatePort() {
        return Integer.toString(ports[0]);
    }

    String deskPort() {
        return Integer.toString(ports[1]);
    }

    String collectPort() {
        return Integer.toString(ports[2]);
    }

    void walk() throws IOException, InterruptedException {
        for (String handle : List.of("quiet-lark", "fair-owl", "high-rook")) { // of the demonstration's members
            walkDesk(handle);
        }
        Door gate = new Door(ports[0]);
        String page = gate.await("/", text -> text.contains("name=\"words\"")); // the desk has brought this week's key
        Map<String, String> token = hidden(page);
        String words = "Three doors. Eleven of us. Три двери. ".repeat(80);
        long until = System.nanoTime() + LONGEST.toNanos();
        for (int i = 0; i == 0 || (i < REPORTS && System.nanoTime() < until); i++) {
            gate.press(
                    token, "act", "check", "urgent", "no", "words", words, "name", "Corn Crake", "contact", "the mill");
            gate.press(token, "act", "send");
            gate.press(token, "act", "written");
        }
        gate.press(token, "act", "come-back");
    }

    private void walkDesk(String handle) throws IOException, InterruptedException {
        Door desk = new Door(ports[1]);
        String entrance = desk.await("/", text -> text.contains("<form"));
        Matcher form = FORM.matcher(entrance);
        while (form.find()) {
            Map<String, String> fields = hidden(form.group(2));
            if (handle.equals(fields.get("handle"))) {
                desk.follow(desk.submit(form.group(1), fields));
            }
        }
    }

    private static Map<String, String> hidden(String page) {
        var fields = new LinkedHashMap<String, String>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            Matcher name = NAME.matcher(hidden.group());
            Matcher value = VALUE.matcher(hidden.group());
            if (name.find()) {
                fields.put(name.group(1), value.find() ? value.group(1) : "");
            }
        }
        return fields;
    }

    private interface Seen {
        boolean in(String page);
    }

    private static final class Door {
        private static final String BOUNDARY = "warm-2f6b";
        private final URI address;
        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        Door(int port) {
            address = URI.create("http://127.0.0.1:" + port);
        }

        private HttpRequest.Builder to(String path) {
            return HttpRequest.newBuilder(address.resolve(path))
                    .header("Origin", address.toString())
                    .header("Accept-Language", "en")
                    .timeout(Duration.ofSeconds(60));
        }

        private String ask(HttpRequest request) throws IOException, InterruptedException {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }

        String await(String path, Seen seen) throws IOException, InterruptedException {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until) {
                try {
                    String page = ask(to(path).build());
                    if (seen.in(page)) {
                        return page;
                    }
                } catch (IOException _) {
                    // nobody listens yet
                }
                Thread.sleep(100);
            }
            throw new IOException("the demonstration that warms did not come up in time");
        }

        String submit(String action, Map<String, String> fields) throws IOException, InterruptedException {
            String body = fields.entrySet().stream()
                    .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                    .collect(Collectors.joining("&"));
            return ask(to(action)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        /** Each page that this one leads to, once, and theirs, as far as patience goes. */
        void follow(String page) throws IOException, InterruptedException {
            Set<String> links = new LinkedHashSet<>();
            collect(page, links);
            Set<String> seen = new LinkedHashSet<>();
            while (seen.size() < MOST_PAGES && seen.size() < links.size()) {
                String next = links.stream()
                        .filter(each -> !seen.contains(each))
                        .findFirst()
                        .orElseThrow();
                seen.add(next);
                collect(ask(to(next).build()), links);
            }
        }

        private static void collect(String page, Set<String> links) {
            Matcher link = LINK.matcher(page);
            while (link.find()) {
                links.add(link.group(1));
            }
        }

        /** @param fields names and values by turns */
        void press(Map<String, String> token, String... fields) throws IOException, InterruptedException {
            StringBuilder body = new StringBuilder();
            token.forEach((name, value) -> body.append(part(name, value)));
            for (int i = 0; i < fields.length; i += 2) {
                body.append(part(fields[i], fields[i + 1]));
            }
            var _ = ask(to("/").header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(HttpRequest.BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n"))
                    .build());
        }

        private static String part(String name, String value) {
            return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                    + "\r\n";
        }
    }
}
