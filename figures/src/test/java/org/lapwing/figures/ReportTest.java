// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ReportTest {

    private static String report() {
        Report report = new Report(Language.RUSSIAN, "<script>alert(1)</script>");
        report.lead("A & B").heading("\"quoted\"").warning("careful").paragraph("bad \u202e direction \u0000 and nul");
        Samples.all().forEach(report::figure);
        return report.html();
    }

    @Test
    void escapesWhatItIsGiven() {
        assertThat(report())
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("A &amp; B")
                .contains("dunlin &amp; co")
                .doesNotContain("\u202e")
                .doesNotContain("\u0000");
    }

    @Test
    void asksNobodyForAnything() {
        String html = report().replace("http://www.w3.org/2000/svg", "");
        assertThat(html)
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("url(")
                .doesNotContain("src=");
        assertThat(html).doesNotContain("style=").doesNotContain("<script").doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void itsPolicyAdmitsItsOwnStyleSheetAndNoOther() throws Exception {
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(report());
        assertThat(style.find()).isTrue();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
        assertThat(report()).contains("default-src 'none'; style-src 'sha256-" + hash + "'");
    }

    @Test
    void eachPictureHasItsTableAndItsOwnId() {
        String html = report();
        assertThat(html.split("<svg ", -1)).hasSize(9);
        assertThat(html.split("<details>", -1)).hasSize(9);
        assertThat(html).contains("id=\"figure-8-title\"").contains("The same as a table");
    }

    @Test
    void sameInputSameBytes() {
        assertThat(report()).isEqualTo(report());
    }
}
