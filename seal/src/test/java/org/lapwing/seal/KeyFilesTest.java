// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** Key files as text. */
class KeyFilesTest {

    private final SecureRandom random = new SecureRandom();
    private final HybridIdentity first = HybridIdentity.generate(random);
    private final HybridIdentity second = HybridIdentity.generate(random);

    @Test
    void readsWhatItWritesAndWhatAgeKeygenWrites() {
        assertThat(AgeKeyFile.read(AgeKeyFile.revealText(first))).containsExactly(first);
        String several = "# created: 2026-11-22T00:00:00Z\r\n" + first.revealSecretKey() + "\r\n\r\n#\n"
                + second.revealSecretKey();
        assertThat(AgeKeyFile.read(several)).containsExactly(first, second);
    }

    @Test
    void namesTheLineAtFaultAndNeverTheKey() {
        String key = first.revealSecretKey();
        String mistyped = key.substring(0, 30) + (key.charAt(30) == 'Q' ? 'P' : 'Q') + key.substring(31);
        assertThatThrownBy(() -> AgeKeyFile.read("# mine\n" + second.revealSecretKey() + "\n" + mistyped + "\n"))
                .isInstanceOf(SealException.class)
                .hasMessageStartingWith("line 3: ")
                .message()
                .doesNotContain(key.substring(40, 60));
        assertThatThrownBy(() -> AgeKeyFile.read(" " + key)).hasMessageStartingWith("line 1: ");
        assertThatThrownBy(() -> AgeKeyFile.read("# nothing\n\n")).hasMessageContaining("AGE-SECRET-KEY-PQ-1");
        assertThatThrownBy(() -> AgeKeyFile.read((key + "\n").repeat(AgeKeyFile.MAX_KEYS + 1)))
                .hasMessageStartingWith("line 1001: ");
    }

    @Test
    void keepsARootKeyInAFileOfItsOwn() {
        RootKey root = RootKey.generate(random);
        String text = RootKeyFile.revealText(root);
        assertThat(RootKeyFile.read(text).verifyKeys()).isEqualTo(root.verifyKeys());
        assertThat(text).contains("# public key: " + root.verifyKeys().text());
        assertThatThrownBy(() -> RootKeyFile.read(text + text)).isInstanceOf(SealException.class);
        assertThatThrownBy(() -> RootKeyFile.read(AgeKeyFile.revealText(first)))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("line 2");
    }
}
