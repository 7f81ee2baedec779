// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static org.lapwing.desk.demo.DemoCast.date;
import static org.lapwing.desk.demo.DemoCast.need;
import static org.lapwing.desk.demo.DemoCast.needTerm;
import static org.lapwing.desk.demo.DemoFiles.some;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.FindingFact.ExposureJudged;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.FindingFact.FindingReasoned;
import org.lapwing.casebook.fact.FindingFact.FindingReviewed;
import org.lapwing.casebook.fact.FindingFact.FindingRevised;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.TieFact.IndependenceJudged;
import org.lapwing.casebook.fact.WeighingFact.ClaimWeighed;
import org.lapwing.casebook.fact.WeighingFact.ContaminationAnswered;
import org.lapwing.casebook.fact.WeighingFact.ContaminationNoted;
import org.lapwing.casebook.fact.WeighingFact.ContradictionAnswered;
import org.lapwing.casebook.fact.WeighingFact.StatementWeighed;
import org.lapwing.casebook.term.DetailKind;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.Judgement;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.casebook.weigh.Contamination;
import org.lapwing.entry.Id;

/** The three findings of the demonstration, with all that lies on their scales. */
final class DemoFindings {
    private static final Pattern SECTION = Pattern.compile("(?m)^== ([a-z]+)\n((?:(?!== ).*\n?)*)");

    private final DemoWorld world;
    private final DemoCast cast;

    DemoFindings(DemoWorld world, DemoCast cast) {
        this.world = world;
        this.cast = cast;
    }

    void write() {
        for (int number = 1; number < 20; number++) {
            int known = number;
            DemoFiles.text("findings/F-" + number + ".txt").ifPresent(text -> finding(known, text));
        }
    }

    private void finding(int number, String text) {
        DemoHeaders headers = DemoFiles.headers(text);
        Map<String, List<String[]>> sections = sections(text);
        Id finding = world.newId();
        cast.findings.put("F-" + number, finding);
        String proposer = some(headers.getOrDefault("proposer", "none")).orElse("fair-owl");
        Standard standard = standard(headers.get("standard"));
        var facts = new ArrayList<Fact>();
        facts.add(new FindingProposed(
                finding,
                number,
                needTerm(FindingType.class, headers.get("type")),
                new Text(headers.get("proposition_en"), "en"),
                date(some(headers.get("period"))),
                some(headers.getOrDefault("place", "none")).map(key -> need(cast.places, key)),
                some(headers.getOrDefault("unit", "none")).map(key -> need(cast.units, key)),
                some(headers.getOrDefault("person", "none")).map(key -> need(cast.persons, key)).stream()
                        .toList(),
                standard));
        int version = Integer.parseInt(headers.getOrDefault("version", "1"));
        weigh(finding, sections, facts);
        reasons(finding, sections, facts);
        world.as(proposer, facts);
        world.as("fair-owl", independence(sections));
        answerWhatIsRaised(finding, proposer, sections);
        for (int v = 2; v <= version; v++) {
            world.as(proposer, List.of(revision(finding, v, headers)));
        }
        var exposures = exposures(finding, sections);
        if (!exposures.isEmpty()) {
            world.as("high-rook", exposures);
        }
        some(headers.getOrDefault("reviewer", "none"))
                .filter(cast.members::containsKey)
                .ifPresent(reviewer -> world.as(
                        reviewer,
                        List.of(new FindingReviewed(
                                finding,
                                version,
                                standard,
                                true,
                                "Read against the accounts. What is missing is said; nothing above this standard."))));
    }

    private FindingRevised revision(Id finding, int version, DemoHeaders headers) {
        return new FindingRevised(
                finding,
                version,
                new Text(headers.get("proposition_en"), "en"),
                date(some(headers.get("period"))),
                some(headers.getOrDefault("place", "none")).map(key -> need(cast.places, key)),
                some(headers.getOrDefault("unit", "none")).map(key -> need(cast.units, key)),
                some(headers.getOrDefault("person", "none")).map(key -> need(cast.persons, key)).stream()
                        .toList());
    }

    private static Standard standard(String word) {
        return DemoCast.term(Standard.class, word)
                .orElseGet(() -> word.startsWith("contradicted") || word.startsWith("allegation")
                        ? Standard.ALLEGATION_RECORDED
                        : Standard.REASONABLE_SUSPICION);
    }

    private static Map<String, List<String[]>> sections(String text) {
        var sections = new HashMap<String, List<String[]>>();
        Matcher section = SECTION.matcher(text);
        while (section.find()) {
            sections.put(
                    section.group(1),
                    section.group(2)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .map(line -> line.split(" \\| "))
                            .toList());
        }
        return sections;
    }

    private static List<String[]> of(Map<String, List<String[]>> sections, String name) {
        return sections.getOrDefault(name, List.of());
    }

    private void weigh(Id finding, Map<String, List<String[]>> sections, List<Fact> facts) {
        for (String[] item : of(sections, "for")) {
            claims(item[0])
                    .forEach(claim ->
                            facts.add(new ClaimWeighed(finding, claim, Side.FOR, Optional.of(item[item.length - 1]))));
        }
        for (String[] item : of(sections, "against")) {
            String[] words = item[0].split(" ");
            switch (words[0]) {
                case "statement" ->
                    facts.add(new StatementWeighed(finding, need(cast.statements, words[1]), Side.AGAINST));
                case "account" ->
                    claims(item[0].substring("account ".length()))
                            .forEach(claim ->
                                    facts.add(new ClaimWeighed(finding, claim, Side.AGAINST, Optional.empty())));
                default -> {
                    // a retraction lies on the scale by itself, through its source's account
                }
            }
        }
        for (String[] item : of(sections, "contradictions")) {
            if (item.length > 2 && item[1].equals("answered")) {
                facts.add(new ContradictionAnswered(finding, contradiction(item[0]), item[2]));
            }
        }
        for (String[] item : of(sections, "contamination")) {
            String[] words = item[0].split(" ");
            List<Id> sources = new ArrayList<>();
            for (String word : words) {
                Optional.ofNullable(cast.sources.get(word)).ifPresent(sources::add);
            }
            Id risk = world.newId();
            facts.add(new ContaminationNoted(risk, finding, DemoTies.tie(words[0]), sources, item[1]));
            if (item.length > 2 && some(item[2]).isPresent()) {
                facts.add(new ContaminationAnswered(risk, finding, item[2]));
            }
        }
    }

    /** The casebook raises questions of its own; where the file answers one of that kind, its answer stands for them all. */
    private void answerWhatIsRaised(Id finding, String proposer, Map<String, List<String[]>> sections) {
        var answers = new HashMap<TieKind, String>();
        for (String[] item : of(sections, "contamination")) {
            if (item.length > 2 && some(item[2]).isPresent()) {
                answers.put(DemoTies.tie(item[0].split(" ")[0]), item[2]);
            }
        }
        var facts = new ArrayList<Fact>();
        for (Contamination.Question question : world.raised(proposer, finding)) {
            Optional.ofNullable(answers.get(question.kind())).ifPresent(answer -> {
                Id risk = question.risk().orElseGet(world::newId);
                if (question.risk().isEmpty()) {
                    facts.add(new ContaminationNoted(
                            risk,
                            finding,
                            question.kind(),
                            question.sources(),
                            "Could details have passed between them?"));
                }
                facts.add(new ContaminationAnswered(risk, finding, answer));
            });
        }
        if (!facts.isEmpty()) {
            world.as(proposer, facts);
        }
    }

    private Id contradiction(String words) {
        String[] parts = words.split(" ", 2);
        return switch (parts[0]) {
            case "statement" -> need(cast.statements, parts[1]);
            case "retraction" -> need(cast.retractions, parts[1]);
            default -> claims(parts[1]).getFirst();
        };
    }

    /** {@code A-31 c3,c4}: the claims of an account. */
    private List<Id> claims(String words) {
        String[] parts = words.split(" ");
        var claims = new ArrayList<Id>();
        for (String claim : parts[1].split(",")) {
            claims.add(need(cast.claims, parts[0] + " " + claim));
        }
        return claims;
    }

    private static void reasons(Id finding, Map<String, List<String[]>> sections, List<Fact> facts) {
        for (String[] item : of(sections, "reasons")) {
            String line = String.join(" | ", item);
            int colon = line.indexOf(": ");
            ReasonKind kind = line.startsWith("consistency")
                    ? ReasonKind.CONSISTENCY_WITH_PATTERN
                    : ReasonKind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
            facts.add(new FindingReasoned(finding, kind, line.substring(colon + 2)));
        }
    }

    private List<Fact> independence(Map<String, List<String[]>> sections) {
        var facts = new ArrayList<Fact>();
        for (String[] item : of(sections, "for")) {
            if (item.length > 2 && !item[1].startsWith("derived")) {
                String account = item[0].split(" ")[0];
                facts.add(new IndependenceJudged(
                        world.newId(),
                        need(cast.sources, Objects.requireNonNull(cast.sourceOfAccount.get(account))),
                        Optional.empty(),
                        item[1].equals("independent") ? Judgement.INDEPENDENT : Judgement.UNDETERMINED,
                        item[2]));
            }
        }
        return facts;
    }

    private List<Fact> exposures(Id finding, Map<String, List<String[]>> sections) {
        var facts = new ArrayList<Fact>();
        for (String[] item : of(sections, "exposure")) {
            String coarser = item[item.length - 1].replaceFirst("^coarser: ", "");
            facts.add(new ExposureJudged(
                    world.newId(),
                    finding,
                    DemoCast.term(DetailKind.class, item[0]).orElse(DetailKind.WORDING),
                    item[1],
                    Optional.of(Integer.parseInt(item[2].replace("crowd=", ""))),
                    coarser.startsWith("none") ? Optional.empty() : Optional.of(coarser),
                    false));
        }
        return facts;
    }
}
