// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.stream.Stream;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;

/** One form on a finding's page as it came. */
record FindingForm(
        View view, Chrome chrome, HttpSession session, Finding finding, long position, Map<String, String> typed) {
    Id id() {
        return finding.id();
    }

    String path() {
        return "/findings/" + finding.id();
    }

    String words(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /** Claims, those who tell them, and statements: a later entry on any of them is news to a second reader. */
    Id[] weighed() {
        return Stream.concat(
                        finding.claims().stream()
                                .flatMap(each -> Stream.of(
                                        each.claim().id(), each.claim().source())),
                        finding.statements().stream()
                                .map(each -> each.statement().id()))
                .distinct()
                .toArray(Id[]::new);
    }
}
