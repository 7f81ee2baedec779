// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.desk.demo.WorldFiles.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lapwing.edtf.Edtf;

/** Holds the demonstration's files to their README: counts, references, dates, and that claims rest on words. */
class DemoWorldFilesTest {
    private static final List<String> HEADERS = List.of(
            "id",
            "source",
            "channel",
            "told",
            "language",
            "setting",
            "interviewer",
            "interpreter",
            "present",
            "via",
            "earlier",
            "next",
            "consents",
            "summary",
            "labels");
    private static final List<String> CLAIM_PARTS =
            List.of("kind", "type", "method", "who", "to", "where", "when", "access", "from", "certainty", "ground");
    private static final Set<String> PURPOSES = Set.of(
            "record",
            "analyse",
            "count",
            "overlap",
            "share",
            "quote-anonymously",
            "quote-by-name",
            "court",
            "contact-again");

    private final WorldFiles files = new WorldFiles();
    private final Set<String> sources = files.keys("sources.csv", "key");
    private final Set<String> persons = files.keys("persons.csv", "key");
    private final Set<String> places = files.keys("places.csv", "key");
    private final Set<String> towns = files.keys("towns.csv", "key");
    private final Set<String> units = files.keys("units.csv", "key");
    private final Set<String> groups = files.keys("groups.csv", "key");
    private final Set<String> members = files.keys("members.csv", "handle");
    private final Set<String> contacts = files.keys("contacts.csv", "key");
    private final Map<String, AccountFile> accounts = files.folder("accounts").stream()
            .map(file -> AccountFile.parse(files.text(file)))
            .collect(Collectors.toMap(a -> a.header("id"), a -> a));

    @Test
    void countsAreThoseOfTheDesign() {
        var states = files.table("sources.csv").stream()
                .collect(Collectors.groupingBy(s -> cell(s, "state"), TreeMap::new, Collectors.counting()));
        assertThat(states).isEqualTo(Map.of("verified", 19L, "not-yet", 9L, "through-others", 13L));
        assertThat(places).hasSize(8);
        assertThat(groups).hasSize(4);
        assertThat(members).hasSize(10);
        assertThat(accounts).hasSizeBetween(115, 125);
        assertThat(files.keys("statements.csv", "key")).hasSize(5);
        assertThat(files.folder("findings")).hasSize(3);
        assertThat(files.folder("inbox").stream().map(files::text)).hasSize(6).satisfies(all -> {
            assertThat(all).filteredOn(r -> r.contains("\nurgent: yes\n")).hasSize(4);
            assertThat(all).filteredOn(r -> r.contains("\nbait: yes\n")).hasSize(1);
        });
    }

    @Test
    void everyCodeNameMeansOneThing() {
        var victims = files.table("persons.csv").stream()
                .filter(p -> cell(p, "role").equals("victim"))
                .map(p -> cell(p, "key"))
                .collect(Collectors.toSet());
        var both = new TreeSet<>(persons);
        both.retainAll(sources);
        assertThat(victims).containsAll(both);
        assertThat(members).doesNotContainAnyElementsOf(sources).doesNotContainAnyElementsOf(persons);
    }

    @Test
    void noTableHasAColumnForAProtectedTrait() {
        for (var table : List.of("persons.csv", "names.csv", "sources.csv", "consents.csv", "ties.csv")) {
            assertThat(files.table(table).getFirst().keySet())
                    .noneMatch(c -> c.matches(".*(orient|relig|ethnic|nation|faith|sex|gender).*"));
        }
    }

    @Test
    void tablesPointToWhatExists() {
        refer("places.csv", "town", towns);
        refer("places.csv", "unit", units);
        refer("units.csv", "parent", units);
        refer("units.csv", "commander", persons);
        refer("groups.csv", "refers_to", groups);
        refer("sources.csv", "verified_by", members);
        refer("names.csv", "person", persons);
        refer("names.csv", "said_by", union(sources, groups));
        refer("contacts.csv", "belongs_to", sources);
        refer("statements.csv", "speaker", persons);
        refer("retractions.csv", "source", sources);
        refer("retractions.csv", "account", accounts.keySet());
        refer("ties.csv", "a", sources);
        refer("ties.csv", "b", sources);
        refer("ties.csv", "place", places);
        refer("ties.csv", "known_from", accounts.keySet());
        refer("consents.csv", "account", accounts.keySet());
        refer("consents.csv", "giver", union(sources, persons));
        refer("consents.csv", "subject", union(sources, persons));
        refer("consents.csv", "purpose", PURPOSES);
        refer("lists/truth.csv", "list", groups);
        refer("lists/truth.csv", "person", persons);
    }

    @Test
    void everyDateIsOneThatTheHouseReads() {
        var dates = new ArrayList<String>();
        column("units.csv", "from", dates);
        column("groups.csv", "period", dates);
        column("statements.csv", "date", dates);
        column("retractions.csv", "date", dates);
        column("ties.csv", "when", dates);
        column("consents.csv", "date", dates);
        column("consents.csv", "withdrawn", dates);
        column("lists/harbour-line.csv", "taken", dates);
        column("lists/open-register.csv", "captured", dates);
        column("lists/night-desk.csv", "when", dates);
        column("lists/lirn-legal-aid.csv", "born", dates);
        column("lists/lirn-legal-aid.csv", "taken", dates);
        column("lists/lirn-legal-aid.csv", "complaint_lodged", dates);
        for (var person : files.table("persons.csv")) {
            Arrays.stream(cell(person, "fates").split("; "))
                    .map(fate -> fate.substring(fate.indexOf(' ') + 1))
                    .filter(date -> !date.isEmpty() && Character.isDigit(date.charAt(0)))
                    .forEach(dates::add);
        }
        for (var account : accounts.values()) {
            dates.add(account.header("told"));
            account.claims().forEach(c -> dates.add(c.part("when")));
        }
        dates.removeIf(date -> date.isEmpty() || date.equals("unknown"));
        assertThat(dates).hasSizeGreaterThan(1000).allSatisfy(Edtf::parse);
    }

    @Test
    void everyAccountHasItsHeadersInOrder() {
        for (var account : accounts.values()) {
            assertThat(account.headers().keySet()).as(account.header("id")).containsExactlyElementsOf(HEADERS);
            assertThat(sources).contains(account.header("source"));
            assertThat(account.header("interviewer")).isIn(union(members, Set.of("none")));
            assertThat(account.header("via")).isIn(union(sources, groups, Set.of("none")));
            assertThat(account.header("channel"))
                    .isIn("gate", "interview", "call", "messenger", "letter", "publication");
            assertThat(account.header("language")).isIn("ru", "en");
            assertThat(account.header("summary")).isIn("verbatim", "summary");
            if (!Set.of("none", "public").contains(account.header("consents"))) {
                assertThat(PURPOSES).contains(account.header("consents").split(", "));
            }
        }
        assertThat(accounts.values().stream().map(a -> a.header("source")).collect(Collectors.toSet()))
                .isEqualTo(sources);
    }

    @Test
    void sourcesKnownOnlyThroughOthersNeverSpeakDirectly() {
        for (var source : files.table("sources.csv")) {
            accounts.values().stream()
                    .filter(a -> a.header("source").equals(cell(source, "key")))
                    .forEach(a -> assertThat(a.header("via").equals("none"))
                            .as(a.header("id"))
                            .isEqualTo(!cell(source, "state").equals("through-others")));
        }
    }

    @Test
    void everyMarkPointsToWhatExistsAndNoneIsLeftOpen() {
        for (var account : accounts.values()) {
            for (var mark : account.marks()) {
                var known = Map.of("P", persons, "L", places, "C", contacts).getOrDefault(mark.kind(), Set.of());
                assertThat(known).as(account.header("id")).contains(mark.key());
            }
            assertThat(account.told()).as(account.header("id")).doesNotContain("{", "}", "[[", "]]", "|");
            assertThat(account.rendering()).doesNotContain("[[");
        }
        assertThat(accounts.values().stream().filter(a -> !a.rendering().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(a -> assertThat(a.rendering())
                        .matches("(?s)=== en, translator (%1$s), checked by (%1$s)\\n.+"
                                .formatted(String.join("|", members))));
    }

    @Test
    void everyClaimRestsOnWordsOfItsAccount() {
        for (var account : accounts.values()) {
            var id = account.header("id");
            var excerpts = account.excerpts();
            assertThat(account.claims().stream().map(AccountFile.Claim::key))
                    .as(id)
                    .containsExactlyElementsOf(excerpts.keySet());
            assertThat(excerpts.values()).as(id).allSatisfy(words -> {
                assertThat(words).isNotBlank();
                assertThat(account.told()).contains(words);
            });
        }
        assertThat(accounts.values().stream().mapToInt(a -> a.claims().size()).sum())
                .isGreaterThan(240);
    }

    @Test
    void everyClaimSpeaksOfWhatExists() {
        var actors = union(persons, sources, units, Set.of("unknown", "none"));
        for (var account : accounts.values()) {
            for (var claim : account.claims()) {
                var as = account.header("id") + " " + claim.key();
                var expected = new ArrayList<>(CLAIM_PARTS);
                expected.retainAll(claim.parts().keySet());
                assertThat(claim.parts().keySet()).as(as).containsExactlyElementsOf(expected);
                assertThat(claim.part("kind")).as(as).isIn("act", "presence", "fate", "identity", "command");
                assertThat(actors).as(as).containsAll(claim.list("who")).containsAll(claim.list("to"));
                assertThat(claim.part("where")).as(as).isIn(union(places, towns, Set.of("unknown")));
                assertThat(claim.part("certainty")).as(as).isIn("sure", "fairly", "unsure");
                var access = claim.part("access").split(":", 2);
                assertThat(access[0]).as(as).isIn("suffered", "saw", "heard", "rumour");
                if (access.length == 2) {
                    assertThat(access[1]).as(as).isIn(union(sources, persons, Set.of("unnamed")));
                }
                if (!claim.part("from").isEmpty()) {
                    var from = claim.part("from").split("\\.");
                    assertThat(claimsOf(from[0])).as(as).contains(from[1]);
                }
                if (claim.part("type").startsWith("coerced_naming")) {
                    assertThat(claim.list("to")).as(as + " names no pair").hasSize(1);
                }
            }
        }
    }

    @Test
    void aChainOfHearsayLeadsInThreeStepsBackToAmberHeron() {
        var heardFrom = new HashMap<String, String>();
        accounts.values()
                .forEach(a -> a.claims().stream()
                        .filter(c -> !c.part("from").isEmpty())
                        .forEach(c -> heardFrom.put(
                                a.header("source"), c.part("access").replace("heard:", ""))));
        assertThat(heardFrom)
                .containsEntry("wood-pipit", "amber-heron")
                .containsEntry("hill-finch", "wood-pipit")
                .containsEntry("tall-gull", "hill-finch");
    }

    @Test
    void atLeastTwelvePeopleStandOnTheTimelineOfTheDepot() {
        var held = new HashSet<String>();
        accounts.values()
                .forEach(a -> a.claims().stream()
                        .filter(c -> c.part("kind").equals("presence")
                                && c.part("type").equals("held"))
                        .filter(c -> c.part("where").equals("tarsk-depot"))
                        .filter(c -> Set.of("suffered", "saw").contains(c.part("access")))
                        .forEach(c -> held.addAll(c.list("to"))));
        held.retainAll(persons);
        assertThat(held).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void findingsPointToClaimsStatementsAndRetractions() {
        var statements = files.keys("statements.csv", "key");
        var retractions = files.keys("retractions.csv", "key");
        int unwritten = 0;
        for (var file : files.folder("findings")) {
            for (var line : files.text(file).lines().toList()) {
                var words = line.replaceFirst("^account ", "").split(" ");
                if (words[0].equals("statement")) {
                    assertThat(statements).as(line).contains(words[1]);
                } else if (words[0].equals("retraction")) {
                    assertThat(retractions).as(line).contains(words[1]);
                } else if (words[0].matches("A-\\d+")) {
                    assertThat(claimsOf(words[0])).as(line).contains(words[1].split(","));
                } else if (words[0].matches("proposer:|reviewer:")) {
                    assertThat(words[1]).isIn(union(members, Set.of("none")));
                }
                unwritten += line.contains("| unwritten |") ? 1 : 0;
            }
        }
        assertThat(unwritten).isEqualTo(1);
    }

    @Test
    void theFindingOnTarskCountsNineAccountsAsTheDrawnPageDoes() {
        var independence = files.folder("findings").stream()
                .filter(f -> f.endsWith("F-7.txt"))
                .flatMap(f -> files.text(f).lines())
                .filter(line -> line.matches("A-\\d+ \\S+ \\| (independent|undetermined|derived [a-z-]+) \\|.*"))
                .collect(Collectors.groupingBy(line -> line.split(" \\| ")[1], TreeMap::new, Collectors.counting()));
        assertThat(independence).isEqualTo(Map.of("independent", 4L, "undetermined", 3L, "derived amber-heron", 2L));
        assertThat(accounts).containsKey("A-31");
        assertThat(accounts.get("A-31")).extracting(a -> a.header("source")).isEqualTo("amber-heron");
    }

    private List<String> claimsOf(String account) {
        var found = accounts.get(account);
        return found == null
                ? List.of()
                : found.claims().stream().map(AccountFile.Claim::key).toList();
    }

    private void refer(String table, String column, Set<String> known) {
        for (var row : files.table(table)) {
            if (!cell(row, column).isEmpty()) {
                assertThat(known).as(table + " " + column).contains(cell(row, column));
            }
        }
    }

    private void column(String table, String column, List<String> into) {
        files.table(table).forEach(row -> into.add(cell(row, column)));
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Arrays.stream(sets).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
