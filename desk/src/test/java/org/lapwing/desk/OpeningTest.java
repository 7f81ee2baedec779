// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.desk.doors.Founding.FirstSecrets;
import org.lapwing.seal.Totp;

/** While the casebook is being opened a member is told so, and sees the page that they asked for once it is there. */
class OpeningTest {
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @TempDir
    Path folder;

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address).header("Accept-Language", "en").build(), BodyHandlers.ofString(UTF_8));
    }

    @Test
    void saysWhatIsBeingOpenedAndLooksAgainWithoutScripts() throws Exception {
        try (DeskFixture desk = DeskFixture.in(folder, Duration.ZERO)) {
            FirstSecrets own = desk.secretsOf(DeskFixture.INTAKE);
            HttpResponse<String> door = get(desk.address().resolve("/"));
            String csrf = door.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
            HttpResponse<String> first = client.send(
                    HttpRequest.newBuilder(desk.address().resolve("/unlock"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept-Language", "en")
                            .POST(BodyPublishers.ofString("_csrf=" + encoded(csrf) + "&handle=" + own.handle()
                                    + "&passphrase=" + encoded(own.passphrase()) + "&code="
                                    + Totp.parse(own.oneTimeSecret()).revealCode(Instant.now())))
                            .build(),
                    BodyHandlers.ofString(UTF_8));

            assertThat(first.uri().getPath()).isEqualTo("/home");
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Refresh")).hasValue("2");
            assertThat(first.body())
                    .contains("Being opened", "looks again every two seconds", "action=\"/lock\"", "href=\"/home\"")
                    .doesNotContain("http-equiv");

            HttpResponse<String> home = first;
            while (home.headers().firstValue("Refresh").isPresent()) {
                home = get(first.uri());
            }
            assertThat(home.body()).contains("What waits").doesNotContain("Being opened");
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
