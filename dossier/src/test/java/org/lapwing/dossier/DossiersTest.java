// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.FindingFact.FindingRevised;
import org.lapwing.casebook.fact.SourceFact.RetractionRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.CheckItem;
import org.lapwing.casebook.term.Control;
import org.lapwing.casebook.term.DetailKind;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Refusal;
import org.lapwing.casebook.term.RetractionKind;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Id;

class DossiersTest {
    private final DepotCasebook book = new DepotCasebook();

    private static String json(Prepared.Ready ready) {
        return CanonicalJson.text(ready.dossier().toJson());
    }

    private List<Obstacle> obstacles(Release release) {
        return ((Prepared.NotPublishable) book.prepare(release)).reasons();
    }

    @Test
    void holdsWhatWasAgreedToAndListsWhatWasRefused() {
        Prepared.Ready ready = book.ready(Tongue.ENGLISH);
        assertThat(ready.rows()).isEqualTo(2);
        assertThat(ready.refused()).hasSize(1);
        assertThat(ready.refused().getFirst().because())
                .anyMatch(each -> each.refusal() == Refusal.NO_CONSENT_OF_TELLER);
        assertThat(json(ready)).contains("крашенные зелёным").doesNotContain(DepotCasebook.PLANTED);
    }

    @Test
    void saysNoNumberFromWhichTheRefusedCouldBeCounted() {
        Chapter chapter = book.ready(Tongue.ENGLISH).dossier().findings().getFirst();
        assertThat(chapter.counts()).isEqualTo(new Counts.Withheld(5));
    }

    @Test
    void givesEverybodyAFreshNameAndWhoeverWasNotAskedNone() {
        Prepared.Ready ready = book.ready(Tongue.ENGLISH);
        String quoted = ready.dossier().findings().getFirst().tellings().stream()
                .flatMap(each -> each.words().stream())
                .map(words -> words.first().words())
                .filter(words -> words.contains("котлом"))
                .findFirst()
                .orElseThrow();
        String teller = ready.dossier().findings().getFirst().tellings().stream()
                .filter(each -> each.words().orElseThrow().first().words().contains("котлом"))
                .map(Chapter.Telling::teller)
                .findFirst()
                .orElseThrow();
        assertThat(quoted).isEqualTo("Нас держали в комнате с котлом. [кто-то] был рядом, и " + teller + " тоже.");
        assertThat(json(ready)).contains(teller + " drew for [a member] fits the survey; see [another finding].");
    }

    @Test
    void isAPureFunction() {
        assertThat(book.ready(Tongue.ENGLISH)).isEqualTo(book.ready(Tongue.ENGLISH));
    }

    @Test
    void keepsNoNameOrIdOfTheCasebookAnywhere(@TempDir Path folder) throws Exception {
        DossierPackage made = book.pack(book.ready(Tongue.ENGLISH, Tongue.RUSSIAN));
        StringBuilder words = new StringBuilder();
        StringBuilder bytes = new StringBuilder();
        for (var file : Zips.files(made.zip()).entrySet()) {
            String raw = new String(file.getValue(), StandardCharsets.UTF_8);
            bytes.append(file.getKey()).append(raw);
            if (file.getKey().equals(DossierPackage.PDF)) {
                inside(file.getValue(), words, bytes);
            } else {
                words.append(raw);
            }
        }
        String text = words.toString().toLowerCase(Locale.ROOT);
        String all = text + bytes.toString().toLowerCase(Locale.ROOT);
        assertThat(text).contains("крашенные зелёным").contains("second regiment");
        for (String name : List.of(
                "amber-heron",
                "grey-teal",
                "late-plover",
                "reed-warbler",
                "pale-finch",
                "fair-owl",
                "swift-dunlin",
                "a kitchen",
                "2019-04-20")) {
            assertThat(all.contains(name)).as(name).isFalse();
        }
        // Short ones would be found in compressed bytes by chance.
        for (String word : List.of("f-7", "f-3", "выйти", "2019-05")) {
            assertThat(text.contains(word)).as(word).isFalse();
        }
        assertThat(book.used).hasSizeGreaterThan(60);
        for (Id id : book.used) {
            assertThat(all.contains(id.toString())).isFalse();
            assertThat(all.contains(HexFormat.of().formatHex(id.bytes()))).isFalse();
        }
        Path file = folder.resolve("dossier.zip");
        Files.write(file, made.zip());
        assertThat(Verification.of(file, Samples.key(1).verifier())).isInstanceOf(Verification.Verified.class);
    }

    /** What a PDF says, and every stream of it inflated. */
    private static void inside(byte[] pdf, StringBuilder words, StringBuilder bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            words.append(new PDFTextStripper().getText(document));
            words.append(document.getDocumentInformation().getCOSObject());
            int streams = 0;
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                if (object.getObject() instanceof COSStream stream) {
                    bytes.append(new String(stream.createInputStream().readAllBytes(), StandardCharsets.UTF_8));
                    streams++;
                }
            }
            assertThat(streams).isGreaterThan(5);
        }
    }

    @Test
    void opensTheSentenceTheStandardAndTheReview() {
        Dossier dossier = book.ready(Tongue.ENGLISH).dossier();
        assertThat(dossier.proofs())
                .extracting(Proof::kind)
                .contains("FindingProposed", "FindingReviewed", "FindingReasoned");
        assertThat(dossier.proofs().stream().flatMap(each -> each.shows().values().stream()))
                .contains("/findings/0/sentence/0", "/findings/0/standard", "/findings/0/review/agrees");
        // The reason that named somebody was rewritten, so its entry stays closed.
        assertThat(dossier.proofs().stream().filter(each -> each.kind().equals("FindingReasoned")))
                .hasSize(dossier.findings().getFirst().reasons().size() - 1);
    }

    @Test
    void aWithdrawnConsentTakesTheAccountOutAndReopensTheFinding() {
        book.add(new ConsentWithdrawn(
                book.greyTeal, book.greyTeal, Optional.empty(), LocalDate.of(2019, 6, 1), "by receipt"));
        assertThat(obstacles(book.release(Tongue.ENGLISH)))
                .anyMatch(each -> each instanceof Obstacle.ChecklistOpen(var _, var item, var _)
                        && item == CheckItem.REVIEW_STANDS);
        book.review();
        Prepared.Ready next = book.ready(Tongue.ENGLISH);
        assertThat(next.rows()).isEqualTo(1);
        assertThat(json(next)).doesNotContain("зелёным");
    }

    @Test
    void aRecantationWithinReachOfTheAccusedFreezesWhatItsSourceTold() {
        book.add(new RetractionRecorded(
                book.id(),
                book.amberHeron,
                RetractionKind.PUBLIC_RECANTATION,
                "television",
                Control.WITHIN_REACH_OF_ACCUSED,
                Optional.empty(),
                Optional.of(Edtf.parse("2019-06")),
                Optional.of(new Text("Я этого не говорил.", "ru")),
                List.of()));
        Prepared.Ready next = book.ready(Tongue.ENGLISH);
        assertThat(next.refused())
                .anyMatch(row -> row.because().stream().anyMatch(each -> each.refusal() == Refusal.FROZEN));
        assertThat(json(next)).doesNotContain("котлом").doesNotContain("не говорил");
    }

    @Test
    void aDetailThatFewCouldHaveToldIsHeld() {
        book.exposure(DetailKind.WORDING, DepotCasebook.WAGONS, 4);
        assertThat(obstacles(book.release(Tongue.ENGLISH)))
                .anyMatch(each -> each instanceof Obstacle.DetailHeld(var _, var detail, var _)
                        && detail.phrase().equals(DepotCasebook.WAGONS));
    }

    @Test
    void aTranslationIsHeldUntilSomebodyEstimatedItsCrowd() {
        Id claim = book.casebook()
                .findings()
                .finding(book.finding)
                .orElseThrow()
                .claims()
                .getFirst()
                .claim()
                .id();
        Text english = new Text("They kept us in the room with the boiler.", "en");
        Release release = book.release(Tongue.ENGLISH).with(List.of(new Release.Rewording(claim, english)));
        assertThat(obstacles(release)).anyMatch(each -> each instanceof Obstacle.DetailHeld);
        book.exposure(DetailKind.WORDING, english.words(), 30);
        assertThat(book.prepare(release))
                .isInstanceOfSatisfying(
                        Prepared.Ready.class,
                        ready -> assertThat(json(ready))
                                .contains("room with the boiler")
                                .contains("комнате с котлом"));
    }

    @Test
    void aCoarserPhraseStandsInsteadAndItsEntryStaysClosed() {
        book.coarser(DetailKind.WORDING, "late February", "February");
        Prepared.Ready ready = book.ready(Tongue.ENGLISH);
        assertThat(json(ready)).contains("between [February] and mid April");
        assertThat(ready.dossier().proofs().stream().flatMap(each -> each.shows().values().stream()))
                .doesNotContain("/findings/0/sentence/0");
    }

    @Test
    void aCoarserPeriodAsksForASentenceThatDoesNotTellMore() {
        book.coarser(DetailKind.TIME, DepotCasebook.PERIOD, "2019-02/2019-04");
        assertThat(obstacles(book.release(Tongue.ENGLISH)))
                .containsExactly(new Obstacle.SentenceTellsMore(book.finding));
    }

    @Test
    void refusesWhatWasNotReviewedByASecondMember() {
        book.add(new FindingRevised(
                book.finding,
                2,
                new Text("Men were held at Tarsk.", "en"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
        assertThat(obstacles(book.release(Tongue.ENGLISH)))
                .anyMatch(each -> each instanceof Obstacle.ChecklistOpen(var _, var item, var _)
                        && item == CheckItem.SECOND_REVIEW);
    }

    @Test
    void refusesAPurposeThatLetsNothingOutAndABodyThatIsNotHere() {
        Release count = Release.of(List.of(book.finding), book.body, Purpose.COUNT, Samples.DAY, Tongue.ENGLISH);
        assertThat(obstacles(count)).contains(new Obstacle.KeptInside(Purpose.COUNT));
        Release nobody = Release.of(List.of(book.finding), book.depot, Purpose.SHARE, Samples.DAY, Tongue.ENGLISH);
        assertThat(obstacles(nobody)).contains(new Obstacle.NotHere(book.depot));
    }
}
