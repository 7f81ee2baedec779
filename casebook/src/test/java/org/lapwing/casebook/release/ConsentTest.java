// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lapwing.casebook.Telling;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.ConsentFact.ProtectionPath;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PersonFact.PersonReviewed;
import org.lapwing.casebook.fact.PersonFact.ThreatNoted;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.SourceFact.RetractionRecorded;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.Control;
import org.lapwing.casebook.term.NameReceiver;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Refusal;
import org.lapwing.casebook.term.Relation;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.casebook.term.RetractionKind;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.Standing;
import org.lapwing.entry.Id;

class ConsentTest {
    private static final LocalDate TODAY = LocalDate.of(2019, 6, 1);

    private final Telling telling = new Telling();
    private final Id mechanism = telling.id();
    private final Id heron = telling.survivor("amber-heron");
    private final Id account = telling.account(heron, "words");
    private final Id ownClaim =
            telling.claim(account, Coding.act(ActType.TORTURE, Access.SUFFERED).to(telling.personOf(heron)));

    private Permission may(What what, Purpose purpose) {
        return Consent.permits(telling.casebook(), Ask.of(what, purpose, TODAY));
    }

    private Permission mayShare(Id claim) {
        return Consent.permits(
                telling.casebook(),
                Ask.of(new What.OfClaim(claim), Purpose.SHARE, TODAY).to(mechanism));
    }

    private void assertRefused(Permission permission, Refusal... refusals) {
        assertThat(permission)
                .isInstanceOfSatisfying(
                        Permission.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Permission.Because::refusal)
                                .containsExactlyInAnyOrder(refusals));
    }

    private Id gives(Id giver, Id subject, Relation relation, Purpose purpose) {
        return gives(giver, subject, relation, purpose, Optional.empty(), Optional.empty());
    }

    private Id gives(
            Id giver,
            Id subject,
            Relation relation,
            Purpose purpose,
            Optional<LocalDate> expires,
            Optional<ProtectionPath> path) {
        Id consent = telling.id();
        telling.add(new ConsentGiven(
                consent,
                giver,
                subject,
                relation,
                Optional.empty(),
                purpose,
                purpose == Purpose.SHARE ? Optional.of(mechanism) : Optional.empty(),
                "as shown",
                true,
                true,
                "ru",
                "none",
                "by telephone, alone",
                LocalDate.of(2019, 5, 2),
                expires,
                path));
        return consent;
    }

    @Test
    void nothingIsPermittedUntilTheTellerAgreedToThatVeryPurpose() {
        assertRefused(may(new What.OfAccount(account), Purpose.ANALYSE), Refusal.NO_CONSENT_OF_TELLER);
        Id consent = gives(heron, heron, Relation.SELF, Purpose.ANALYSE);
        assertThat(may(new What.OfAccount(account), Purpose.ANALYSE))
                .isEqualTo(new Permission.Permitted(List.of(consent)));
        assertRefused(may(new What.OfAccount(account), Purpose.QUOTE_ANONYMOUSLY), Refusal.NO_CONSENT_OF_TELLER);
        assertThat(Consent.agreed(telling.casebook(), heron, Purpose.ANALYSE, TODAY))
                .isTrue();
        assertThat(Consent.agreed(telling.casebook(), heron, Purpose.COUNT, TODAY))
                .isFalse();
    }

    @Test
    void consentToOneBodyIsNotConsentToAnother() {
        gives(heron, heron, Relation.SELF, Purpose.SHARE);
        assertThat(mayShare(ownClaim).permitted()).isTrue();
        assertRefused(
                Consent.permits(
                        telling.casebook(),
                        Ask.of(new What.OfClaim(ownClaim), Purpose.SHARE, TODAY).to(telling.id())),
                Refusal.ANOTHER_BODY);
    }

    @Test
    void aReleaseNeedsEveryLivingPersonToldAboutOrTheirRemoval() {
        gives(heron, heron, Relation.SELF, Purpose.SHARE);
        Id other = telling.person("reed-warbler");
        telling.add(new PersonReviewed(other, true, LocalDate.of(2019, 9, 1), "three describe him"));
        Id claim =
                telling.claim(account, Coding.act(ActType.ABDUCTION, Access.SAW).to(other));
        assertRefused(mayShare(claim), Refusal.NO_CONSENT_OF_SUBJECT);
        assertThat(Consent.permits(
                                telling.casebook(),
                                Ask.of(new What.OfClaim(claim), Purpose.SHARE, TODAY)
                                        .to(mechanism)
                                        .without(Set.of(other)))
                        .permitted())
                .isTrue();
        Id mother = telling.person("plain-dove");
        gives(mother, other, Relation.PARENT_OR_GUARDIAN, Purpose.SHARE);
        assertThat(mayShare(claim).permitted()).isTrue();
    }

    @Test
    void aPersonKnownOnlyThroughOthersIsMaskedUntilReviewed() {
        gives(heron, heron, Relation.SELF, Purpose.SHARE);
        gives(heron, heron, Relation.SELF, Purpose.COUNT);
        Id claim =
                telling.claim(account, Coding.act(ActType.ABDUCTION, Access.SAW).to(telling.person("reed-warbler")));
        assertRefused(mayShare(claim), Refusal.MASKED, Refusal.NO_CONSENT_OF_SUBJECT);
        assertRefused(may(new What.OfClaim(claim), Purpose.COUNT), Refusal.MASKED);
    }

    @Test
    void aRelativeWhoIsAThreatNeitherGivesNorWithdraws() {
        gives(heron, heron, Relation.SELF, Purpose.SHARE);
        Id other = telling.person("reed-warbler");
        telling.add(new PersonReviewed(other, true, LocalDate.of(2019, 9, 1), "three describe him"));
        Id claim =
                telling.claim(account, Coding.act(ActType.ABDUCTION, Access.SAW).to(other));
        Id uncle = telling.person("grey-gull");
        telling.add(new ThreatNoted(uncle, "was told what to do with him"));
        gives(uncle, other, Relation.RELATIVE, Purpose.SHARE);
        assertRefused(mayShare(claim), Refusal.GIVEN_BY_A_THREAT);
        gives(telling.person("plain-dove"), other, Relation.RELATIVE, Purpose.SHARE);
        assertThat(mayShare(claim).permitted()).isTrue();
        telling.add(new ConsentWithdrawn(uncle, other, Optional.empty(), TODAY, "by call"));
        assertThat(mayShare(claim).permitted()).isTrue();
        telling.add(new ConsentWithdrawn(other, other, Optional.empty(), TODAY, "by call"));
        assertRefused(mayShare(claim), Refusal.WITHDRAWN);
    }

    @Test
    void underEighteenOrOfUnknownAgeTakesThePathOfProtection() {
        Id child = telling.id();
        telling.add(new PersonOpened(child, "small-plover", List.of(PersonRole.VICTIM), AgeGroup.UNKNOWN));
        Id source = telling.source("small-plover", SourceKind.SURVIVOR, Optional.of(child));
        Id claim = telling.claim(
                telling.account(source, "words"),
                Coding.act(ActType.ABDUCTION, Access.SUFFERED).to(child));
        gives(source, source, Relation.SELF, Purpose.SHARE);
        assertRefused(mayShare(claim), Refusal.PROTECTION_PATH_MISSING);
        gives(
                source,
                source,
                Relation.SELF,
                Purpose.SHARE,
                Optional.empty(),
                Optional.of(new ProtectionPath(Telling.OWL, Telling.DUNLIN, telling.id())));
        assertThat(mayShare(claim).permitted()).isTrue();
        assertThatThrownBy(() -> new ProtectionPath(Telling.OWL, Telling.DUNLIN, Telling.DUNLIN))
                .hasMessageContaining("three people");
    }

    @Test
    void nobodyConsentsForAnAdultWhoTells() {
        gives(telling.person("plain-dove"), heron, Relation.RELATIVE, Purpose.SHARE);
        assertRefused(mayShare(ownClaim), Refusal.GIVEN_FOR_ANOTHER);
    }

    @Test
    void consentEndsOnItsDayAndWhenItIsWithdrawn() {
        gives(heron, heron, Relation.SELF, Purpose.SHARE, Optional.of(TODAY.minusDays(1)), Optional.empty());
        assertRefused(mayShare(ownClaim), Refusal.EXPIRED);
        gives(heron, heron, Relation.SELF, Purpose.SHARE, Optional.of(TODAY), Optional.empty());
        assertThat(mayShare(ownClaim).permitted()).isTrue();
        telling.add(new ConsentWithdrawn(heron, heron, Optional.of(Purpose.QUOTE_BY_NAME), TODAY, "by call"));
        assertThat(mayShare(ownClaim).permitted()).isTrue();
        telling.add(new ConsentWithdrawn(heron, heron, Optional.of(Purpose.SHARE), TODAY, "by call"));
        assertRefused(mayShare(ownClaim), Refusal.WITHDRAWN);
        gives(heron, heron, Relation.SELF, Purpose.SHARE);
        assertThat(mayShare(ownClaim).permitted()).isTrue();
    }

    @Test
    void aRecantationWithinReachFreezesWhatWouldBeShared() {
        gives(heron, heron, Relation.SELF, Purpose.SHARE);
        gives(heron, heron, Relation.SELF, Purpose.ANALYSE);
        telling.add(new RetractionRecorded(
                telling.id(),
                heron,
                RetractionKind.PUBLIC_RECANTATION,
                "regional television",
                Control.WITHIN_REACH_OF_ACCUSED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
        assertRefused(mayShare(ownClaim), Refusal.FROZEN);
        assertThat(may(new What.OfClaim(ownClaim), Purpose.ANALYSE).permitted()).isTrue();
    }

    @Test
    void theHolderOfTheReceiptStopsReleasesAtOnce() {
        Id report = telling.id();
        Id source = telling.id();
        telling.add(report(report, ReportKind.REPORT, Optional.empty()));
        telling.add(new SourceOpened(
                source,
                "late-plover",
                SourceKind.EYEWITNESS,
                List.of("ru"),
                Optional.empty(),
                Optional.of(report),
                Optional.empty(),
                Optional.empty()));
        Id claim = telling.claim(telling.account(source, "words"), Coding.act(ActType.RAID, Access.SAW));
        gives(source, source, Relation.SELF, Purpose.SHARE);
        assertThat(mayShare(claim).permitted()).isTrue();
        telling.add(report(telling.id(), ReportKind.WITHDRAWAL, Optional.of(report)));
        assertRefused(mayShare(claim), Refusal.STOPPED_BY_RECEIPT);
        assertThat(telling.casebook().reports().all())
                .singleElement()
                .satisfies(each -> assertThat(each.stopped()).isTrue());
    }

    private static ReportReceived report(Id id, ReportKind kind, Optional<Id> follows) {
        return new ReportReceived(
                id,
                TODAY,
                false,
                "ru",
                "слова",
                List.of(),
                Optional.empty(),
                "locator",
                "age1pq1",
                "prove",
                kind,
                follows);
    }

    @Test
    void aSafeHouseNeverLeaves() {
        gives(heron, heron, Relation.SELF, Purpose.SHARE);
        Id house = telling.id();
        telling.add(new PlaceOpened(
                house,
                List.of("house two"),
                PlaceType.SAFE_HOUSE,
                Standing.UNOFFICIAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        Id claim = telling.claim(
                account,
                Coding.act(ActType.RAID, Access.SUFFERED)
                        .to(telling.personOf(heron))
                        .at(house));
        assertRefused(mayShare(claim), Refusal.SAFE_HOUSE);
    }

    @Test
    void theWordingAlwaysSaysWhoReceivesTheName() {
        List<BodyRecorded> bodies = SampleBodies.of(new Random(1));
        assertThat(bodies).hasSize(4);
        for (BodyRecorded body : bodies) {
            assertThat(new ConsentWording(Locale.ENGLISH).of(Purpose.SHARE, body))
                    .contains(body.name())
                    .containsPattern("(?i)your name")
                    .contains("help does not depend on it");
            assertThat(new ConsentWording(Locale.of("ru")).of(Purpose.SHARE, body))
                    .contains("имя");
        }
        assertThat(bodies.getFirst().nameReceiver()).isEqualTo(NameReceiver.ACCUSED_STATE);
        assertThat(new ConsentWording(Locale.ENGLISH).of(Purpose.SHARE, bodies.getFirst()))
                .contains("Your name goes to your government.");
        assertThat(new ConsentWording(Locale.ENGLISH).of(Purpose.COURT, bodies.get(2)))
                .contains("The accused and their lawyers may read it.");
        assertThatThrownBy(() -> new ConsentWording(Locale.ENGLISH).of(Purpose.SHARE))
                .hasMessageContaining("one body");
    }
}
