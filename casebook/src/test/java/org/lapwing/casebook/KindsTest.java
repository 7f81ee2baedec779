// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.Part;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.Role;
import org.lapwing.casebook.term.Term;
import org.lapwing.casebook.term.Terms;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Header;
import org.lapwing.entry.Id;

class KindsTest {
    private final Path root = Path.of(System.getProperty("lapwing.root", ".."));

    static Stream<Class<? extends Fact>> kinds() {
        return Examples.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasAGoldenFileThatReadsBack(Class<? extends Fact> kind) throws IOException {
        byte[] golden = Files.readAllBytes(Goldens.file(root, kind));
        Fact example = Examples.of(kind);
        Fact read = Casebook.FAMILY.read(kind.getSimpleName(), 1, Goldens.fields(golden));
        assertThat(read).isEqualTo(example);
        assertThat(Goldens.bytes(read)).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindMentionsItsSubjectsAndFitsAHeader(Class<? extends Fact> kind) {
        Fact example = Examples.of(kind);
        assertThat(example.mentions()).containsAll(example.subjects());
        assertThat(example.subjects()).hasSizeBetween(1, Header.MOST_SUBJECTS);
        Draft draft = Drafts.draft(example, new Id(7, 7));
        assertThat(draft.compartment()).isEqualTo(example.compartment().word());
        assertThat(Casebook.FAMILY.read(draft.kind(), draft.version(), draft.fields()))
                .isEqualTo(example);
    }

    @Test
    void goldenFilesAndKindsAreTheSameNumber() throws IOException {
        try (Stream<Path> files = Files.list(Goldens.folder(root))) {
            assertThat(files.count()).isEqualTo(Examples.kinds().size());
        }
        assertThat(Casebook.FAMILY.kinds()).hasSameSizeAs(Examples.kinds());
    }

    @Test
    void theListingOfKindsIsCurrent() throws IOException {
        assertThat(Files.readString(Goldens.listing(root)))
                .as("run Goldens.main to write docs/formats/kinds.md")
                .isEqualTo(Goldens.kindsPage());
    }

    @Test
    void everyCompartmentOfThisRoomHasKinds() {
        Set<Compartment> used = Examples.kinds().stream().map(Compartment::of).collect(Collectors.toSet());
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Compartment.values())
                        .filter(each -> each != Compartment.MOVING)
                        .toList());
    }

    @Test
    void thereIsNoFieldAndNoWordForOrientationReligionOrEthnicity() {
        var names = new HashSet<String>();
        Examples.kinds().forEach(kind -> gather(kind, names));
        Terms.all().forEach(term -> names.add(term.name().toLowerCase(Locale.ROOT)));
        assertThat(names)
                .contains("codename", "heardfrom")
                .allSatisfy(name -> assertThat(name)
                        .doesNotContainPattern(
                                "orient|sexuality|gender|gay|lgbt|homosex|relig|faith|ethnic|nationality|clan|race"));
    }

    private static void gather(Type type, Set<String> names) {
        if (type instanceof ParameterizedType held) {
            gather(held.getActualTypeArguments()[0], names);
        } else if (type instanceof Class<?> plain && plain.getName().startsWith("org.lapwing.casebook")) {
            if (plain.isRecord()) {
                for (RecordComponent part : plain.getRecordComponents()) {
                    names.add(part.getName().toLowerCase(Locale.ROOT));
                    gather(part.getGenericType(), names);
                }
            } else if (plain.isSealed()) {
                Arrays.stream(plain.getPermittedSubclasses()).forEach(each -> gather(each, names));
            }
        }
    }

    @Test
    void whoNamedWhomUnderTortureCannotBeWrittenDown() {
        Coding coerced = Coding.act(ActType.COERCED_NAMING, Access.SUFFERED);
        Id made = new Id(1, 1);
        Id named = new Id(1, 2);
        Id unit = new Id(1, 3);
        assertThat(coerced.to(made)
                        .by(Part.ofUnit(unit, Role.DIRECT_PERPETRATOR))
                        .victims())
                .containsExactly(made);
        assertThatThrownBy(() -> coerced.to(made, named)).hasMessageContaining("no place");
        assertThatThrownBy(() -> coerced.to(made).by(Part.of(named, Role.WITNESS)))
                .hasMessageContaining("no place");
    }

    @Test
    void everyTermHasALabelInBothLanguages() {
        for (Term term : Terms.all()) {
            String english = term.label(Locale.ENGLISH);
            String russian = term.label(Locale.of("ru"));
            assertThat(english).as(term.key()).isNotBlank().doesNotContainPattern("[а-яА-Я]");
            assertThat(russian).as(term.key()).containsPattern("[а-яА-Я]");
        }
        assertThat(Terms.lists()).hasSize(48);
    }

    @Test
    void theGlossaryHasEveryWordAsItIsShown() throws IOException {
        String glossary = Files.readString(root.resolve("GLOSSARY.md"));
        assertThat(glossary.substring(glossary.indexOf(Goldens.GLOSSARY_MARK)))
                .as("run Goldens.main to write the lists of GLOSSARY.md")
                .isEqualTo(Goldens.glossaryLists());
    }

    @Test
    void labelsWithoutATermAreRefused() {
        var keys = Terms.all().stream().map(Term::key).collect(Collectors.toSet());
        for (String language : new String[] {"en", "ru"}) {
            assertThat(java.util.ResourceBundle.getBundle("org.lapwing.casebook.casebook", Locale.of(language))
                            .keySet())
                    .isEqualTo(keys);
        }
    }

    @Test
    void theCrossWalkToHuridocsIsGivenWhereOneExists() {
        assertThat(ActType.TORTURE.huridocs()).contains("MT4 020111110000");
        assertThat(ActType.COERCED_NAMING.huridocs()).isEmpty();
        assertThat(Terms.all().stream().flatMap(term -> term.huridocs().stream()))
                .allMatch(code -> code.matches("MT(4|5|17|18|24|30) [0-9]{2,12}"));
    }
}
