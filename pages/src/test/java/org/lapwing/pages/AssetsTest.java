// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssetsTest {
    @Test
    void aStyleSheetRefersToTheHashedAddress() {
        Assets assets = Assets.of(AssetsTest.class, List.of("dot.png", "uses.css"));
        assertThat(text(assets, "uses.css")).isEqualTo(".dot { background: url(" + assets.path("dot.png") + ") }\n");
        assertThat(assets.path("dot.png")).matches("/assets/[0-9a-f]{16}\\.png");
        assertThat(assets.at(assets.path("dot.png")).orElseThrow().type()).isEqualTo("image/png");
    }

    @Test
    void servesNothingButWhatItWasGiven() {
        Assets assets = Assets.of(AssetsTest.class, List.of("dot.png"));
        assertThat(assets.at("/assets/../messages_en.properties")).isEmpty();
        assertThat(assets.at("dot.png")).isEmpty();
        assertThatThrownBy(() -> Assets.of(AssetsTest.class, List.of("none.png")))
                .hasMessage("an asset is missing: none.png");
    }

    @Test
    void theDeskTakesNothingFromAnotherHost() {
        Assets desk = DeskAssets.load();
        String look = text(desk, "look.css");
        assertThat(look).doesNotContain("asset(", "@import", "//", "http");
        var addresses = Pattern.compile("url\\(([^)]*)\\)")
                .matcher(look)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(addresses)
                .hasSize(6)
                .allSatisfy(address -> assertThat(desk.at(address)).isPresent());
    }

    @Test
    void chechenLettersHaveAFont() {
        // U+04C0 and U+04CF, the palochka, lie in cyrillic-ext only.
        assertThat(text(DeskAssets.load(), "look.css")).contains("U+04B2-052F");
    }

    private static String text(Assets assets, String name) {
        return new String(assets.at(assets.path(name)).orElseThrow().content(), StandardCharsets.UTF_8);
    }
}
