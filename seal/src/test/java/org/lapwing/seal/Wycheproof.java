// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.seal.Vectors.member;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Wycheproof's files: groups of flat tests. */
final class Wycheproof {

    private static final Pattern TEST = Pattern.compile("\\{[^{}]*\"tcId\"[^{}]*}");

    private Wycheproof() {}

    /** One group, with what all its tests share. */
    record Group(String json) {

        int number(String name) {
            return Integer.parseInt(member(json, name));
        }

        List<String> tests() {
            List<String> tests = new ArrayList<>();
            Matcher matcher = TEST.matcher(json);
            while (matcher.find()) {
                tests.add(matcher.group());
            }
            return tests;
        }
    }

    /** The groups of a file, which must state {@code stated} tests. */
    static List<Group> groups(String file, int stated) throws IOException {
        String json = Vectors.text("C2SP+wycheproof/testvectors_v1/" + file);
        assertThat(Integer.parseInt(member(json, "numberOfTests"))).isEqualTo(stated);
        String groups = json.substring(json.indexOf("\"testGroups\""));
        return Arrays.stream(groups.split("(?=\\{\\s*\"(type|ivSize)\")"))
                .filter(group -> group.contains("\"tcId\""))
                .map(Group::new)
                .toList();
    }

    /** The tests of all groups, of which there must be {@code stated}. */
    static List<String> tests(String file, int stated) throws IOException {
        List<String> tests =
                groups(file, stated).stream().flatMap(g -> g.tests().stream()).toList();
        assertThat(tests).as(file).hasSize(stated);
        return tests;
    }
}
