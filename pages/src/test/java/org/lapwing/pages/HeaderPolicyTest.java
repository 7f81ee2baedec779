// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderPolicyTest {
    @Test
    void theGateRunsNoScriptAndLoadsNoFont() {
        assertThat(HeaderPolicy.gate().get("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("script-src", "font-src", "connect-src", "unsafe", "data:", "report");
    }

    @Test
    void theDeskTakesScriptsFontsAndRequestsFromItselfOnly() {
        assertThat(HeaderPolicy.desk().get("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("script-src 'self';", "font-src 'self';", "connect-src 'self';")
                .doesNotContain("unsafe", "http", "*", "report");
    }

    @Test
    void bothDoorsKeepNothingTellNothingAndAreFramedByNobody() {
        for (Map<String, String> headers : List.of(HeaderPolicy.gate(), HeaderPolicy.desk())) {
            assertThat(headers)
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry("Referrer-Policy", "no-referrer")
                    .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
                    .containsEntry("Cross-Origin-Embedder-Policy", "require-corp")
                    .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("X-Robots-Tag", "noindex, nofollow")
                    .doesNotContainKeys("Server", "Strict-Transport-Security", "Report-To");
            assertThat(headers.get("Content-Security-Policy"))
                    .contains("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");
            assertThat(headers.get("Permissions-Policy"))
                    .contains("camera=()", "microphone=()", "geolocation=()")
                    .doesNotContain("self", "*");
        }
    }
}
