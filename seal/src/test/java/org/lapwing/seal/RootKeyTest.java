// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RootKeyTest {

    private final RootKey root = RootKey.generate(new Fixed.Counting(0));

    @Test
    void readsItsOwnText() {
        assertThat(root.revealText()).startsWith("LAPWING-ROOT-KEY-1 ");
        assertThat(RootKey.parse(root.revealText() + "\n").verifyKeys()).isEqualTo(root.verifyKeys());
        assertThat(RootVerifyKeys.parse(root.verifyKeys().text())).isEqualTo(root.verifyKeys());
    }

    @Test
    void refusesAnotherTextWithoutRepeatingIt() {
        String secret = root.revealText();
        for (String wrong : new String[] {
            secret.substring(0, secret.length() - 4),
            secret.replace("KEY-1", "KEY-2"),
            secret + "AAAA",
            secret.replace('A', '*'),
            root.verifyKeys().text()
        }) {
            assertThatThrownBy(() -> RootKey.parse(wrong))
                    .isInstanceOf(SealException.class)
                    .hasNoCause()
                    .hasMessage("this is not a root's secret key: accepted is \"LAPWING-ROOT-KEY-1 \" and the base64 of"
                            + " 64 bytes");
        }
    }

    @Test
    void showsNothingOfItself() {
        assertThat(root).hasToString("RootKey");
    }
}
