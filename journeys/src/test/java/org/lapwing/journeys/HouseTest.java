// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of rooms in ARCHITECTURE.md is the law; this compares the build files and sources with it. */
class HouseTest {
    private static final Path ROOT = Path.of(System.getProperty("lapwing.root"));
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d) \\| `([a-z]+)` \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern DIAGRAM =
            Pattern.compile("<!-- diagram: [^>]*-->\n```\n(.*?)```\n<!-- end of diagram -->", Pattern.DOTALL);
    /** What each third party's name in the table looks like in an import. */
    private static final Map<String, String> THIRD_PARTIES = Map.ofEntries(
            Map.entry("bouncycastle", "org.bouncycastle"),
            Map.entry("lucene", "org.apache.lucene"),
            Map.entry("pcollections", "org.pcollections"),
            Map.entry("sqlite", "org.sqlite"),
            Map.entry("postgresql", "org.postgresql"),
            Map.entry("openhtmltopdf", "com.openhtmltopdf"),
            Map.entry("jte", "gg.jte"),
            Map.entry("jetty", "org.eclipse.jetty"),
            Map.entry("javalin", "io.javalin"),
            Map.entry("springframework", "org.springframework"),
            Map.entry("picocli", "picocli"));

    record Room(int floor, String name, Set<String> mayUse) {}

    private static Map<String, Room> table() throws IOException {
        var rooms = new LinkedHashMap<String, Room>();
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("ARCHITECTURE.md")));
        while (row.find()) {
            Set<String> uses = Arrays.stream(row.group(3).split(","))
                    .map(String::strip)
                    .collect(Collectors.toCollection(TreeSet::new));
            rooms.put(row.group(2), new Room(Integer.parseInt(row.group(1)), row.group(2), uses));
        }
        for (Room room : rooms.values()) {
            if (room.mayUse().remove("every room below it")) {
                rooms.values().stream()
                        .filter(other ->
                                other.floor() <= room.floor() && !other.name().equals("gate"))
                        .filter(other -> !other.name().equals(room.name()))
                        .forEach(other -> room.mayUse().add(other.name()));
            }
        }
        return rooms;
    }

    private static Set<String> builtOn(String room) throws IOException {
        // `bench` stands in the table and outside the default build.
        if (!Files.exists(ROOT.resolve(room).resolve("pom.xml"))) {
            return Set.of();
        }
        Matcher used = Pattern.compile("<groupId>org.lapwing</groupId><artifactId>([a-z]+)</artifactId></dependency>")
                .matcher(Files.readString(ROOT.resolve(room).resolve("pom.xml")));
        var rooms = new TreeSet<String>();
        while (used.find()) {
            rooms.add(used.group(1));
        }
        return rooms;
    }

    @Test
    void eachModuleIsARoomOfTheTableAndEachRoomThatIsBuiltStandsInIt() throws IOException {
        Matcher module =
                Pattern.compile("<module>([a-z]+)</module>").matcher(Files.readString(ROOT.resolve("pom.xml")));
        var modules = new TreeSet<String>();
        while (module.find()) {
            modules.add(module.group(1));
        }
        assertThat(modules).isEqualTo(new TreeSet<>(table().keySet()));
    }

    @Test
    void noRoomIsBuiltOnAnotherThanTheTableSays() throws IOException {
        Map<String, Room> rooms = table();
        for (Room room : rooms.values()) {
            if (room.mayUse().contains("anything") || room.mayUse().contains("tests only")) {
                continue;
            }
            assertThat(room.mayUse()).as(room.name() + " may use").containsAll(builtOn(room.name()));
        }
    }

    @Test
    void whatOnlyTestsUseIsInNoRoomsProduct() throws IOException {
        Pattern use = Pattern.compile("<artifactId>testing</artifactId>(?!<scope>test</scope>)[^\\n]*</dependency>");
        for (String room : table().keySet()) {
            Path build = ROOT.resolve(room).resolve("pom.xml");
            assertThat(Files.readString(build)).as(room).doesNotContainPattern(use);
        }
    }

    @Test
    void noRoomUsesAnotherOfItsOwnFloorOrAbove() throws IOException {
        Map<String, Room> rooms = table();
        for (Room room : rooms.values()) {
            for (String used : builtOn(room.name())) {
                boolean sharedPages = used.equals("pages") && room.floor() == 3;
                assertThat(rooms.get(used).floor() < room.floor() || sharedPages || room.floor() == 4)
                        .as(room.name() + " is built on " + used)
                        .isTrue();
            }
        }
    }

    @Test
    void thirdPartyCodeAppearsWhereTheTableSaysAndNowhereElse() throws IOException {
        Pattern imported = Pattern.compile("^import (?:static )?([a-zA-Z0-9_.]+)", Pattern.MULTILINE);
        for (Room room : table().values()) {
            Path sources = ROOT.resolve(room.name()).resolve("src/main/java");
            if (room.mayUse().contains("anything") || !Files.isDirectory(sources)) {
                continue;
            }
            List<Path> files;
            try (var walk = Files.walk(sources)) {
                files = walk.filter(each -> each.toString().endsWith(".java")).toList();
            }
            for (Path file : files) {
                Matcher line = imported.matcher(Files.readString(file));
                while (line.find()) {
                    String name = line.group(1);
                    THIRD_PARTIES.forEach((party, prefix) -> {
                        if (name.startsWith(prefix + ".")) {
                            assertThat(room.mayUse())
                                    .as(ROOT.relativize(file) + " imports " + name)
                                    .contains(party);
                        }
                    });
                }
            }
        }
    }

    @Test
    void cryptographyIsCalledOnlyFromSealAndTheLog() throws IOException {
        Pattern cipher = Pattern.compile(
                "javax\\.crypto\\.(Cipher|KDF|KeyAgreement|KEM|SecretKeyFactory)|java\\.security\\.Signature\\b");
        for (String room : table().keySet()) {
            Path sources = ROOT.resolve(room).resolve("src/main/java");
            if (Set.of("seal", "tlog", "bench").contains(room) || !Files.isDirectory(sources)) {
                continue;
            }
            try (var walk = Files.walk(sources)) {
                for (Path file :
                        walk.filter(each -> each.toString().endsWith(".java")).toList()) {
                    assertThat(cipher.matcher(Files.readString(file)).find())
                            .as(ROOT.relativize(file) + " calls cryptography")
                            .isFalse();
                }
            }
        }
    }

    @Test
    void theDiagramInTheDocumentIsTheOneDrawnFromTheBuild() throws IOException {
        String drawn = draw();
        Matcher diagram = DIAGRAM.matcher(Files.readString(ROOT.resolve("ARCHITECTURE.md")));
        assertThat(diagram.find()).isTrue();
        assertThat(diagram.group(1))
                .as("paste this into ARCHITECTURE.md:\n" + drawn)
                .isEqualTo(drawn);
    }

    @Test
    void theArchitectureFitsTwoHundredLines() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("ARCHITECTURE.md"))).hasSizeLessThanOrEqualTo(200);
    }

    /** Floors from the top, each room with the rooms that it is built on. */
    private static String draw() throws IOException {
        var lines = new ArrayList<String>();
        Map<String, Room> rooms = table();
        for (int floor = 4; floor >= 0; floor--) {
            for (Room room : rooms.values()) {
                if (room.floor() == floor) {
                    Set<String> below = builtOn(room.name());
                    String arrow = below.isEmpty() ? "" : "─▶ " + String.join(", ", below);
                    lines.add(String.format("%d  %-11s%s", floor, room.name(), arrow)
                            .stripTrailing());
                }
            }
            if (floor > 0) {
                lines.add("");
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
