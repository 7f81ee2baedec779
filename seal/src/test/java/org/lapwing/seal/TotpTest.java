// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private final Totp totp = Totp.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    private final Instant now = Instant.ofEpochSecond(1_111_111_109);

    /** RFC 6238 appendix B, the SHA-1 column. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082", "1111111109, 07081804", "1111111111, 14050471",
        "1234567890, 89005924", "2000000000, 69279037", "20000000000, 65353130"
    })
    void givesTheCodesOfTheRfc(long seconds, String code) {
        assertThat(totp.code(Math.floorDiv(seconds, 30), 8)).isEqualTo(code);
        assertThat(totp.revealCode(Instant.ofEpochSecond(seconds))).isEqualTo(code.substring(2));
    }

    @Test
    void acceptsACodeOnce() {
        long step = totp.accept("081 804", now, Totp.NEVER).orElseThrow();
        assertThat(step).isEqualTo(1_111_111_109 / 30);
        assertThat(totp.accept("081804", now, step)).isEmpty();
        assertThat(totp.accept(totp.revealCode(now.plusSeconds(30)), now.plusSeconds(30), step))
                .hasValue(step + 1);
    }

    @Test
    void acceptsOneStepEitherWayAndNoMore() {
        assertThat(totp.accept("081804", now.plusSeconds(30), Totp.NEVER)).isPresent();
        assertThat(totp.accept("081804", now.minusSeconds(30), Totp.NEVER)).isPresent();
        assertThat(totp.accept("081804", now.plusSeconds(60), Totp.NEVER)).isEmpty();
        assertThat(totp.accept("081804", now.minusSeconds(60), Totp.NEVER)).isEmpty();
    }

    @Test
    void refusesOtherTexts() {
        for (String wrong : new String[] {"", "81804", "0081804", "081805", "abcdef", "٠٨١٨٠٤"}) {
            assertThat(totp.accept(wrong, now, Totp.NEVER)).isEmpty();
        }
    }

    @Test
    void spellsItsSecretAsAppsReadIt() {
        assertThat(totp.revealBase32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"); // RFC 4648 alphabet
        assertThat(totp.revealUri("a b")).isEqualTo("otpauth://totp/a%20b?secret=" + totp.revealBase32());
    }
}
