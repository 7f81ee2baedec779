// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Part;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.Where;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.ClaimKind;
import org.lapwing.casebook.term.FateKind;
import org.lapwing.casebook.term.Method;
import org.lapwing.casebook.term.Role;
import org.lapwing.casebook.term.TellerCertainty;
import org.lapwing.entry.Id;

/** How a claim line of the demonstration's files is coded. */
final class DemoClaims {
    private final DemoCast cast;

    DemoClaims(DemoCast cast) {
        this.cast = cast;
    }

    Coding coding(DemoAccount.Claim claim, String language) {
        String type = claim.part("type").orElse("");
        ClaimKind kind = DemoCast.needTerm(ClaimKind.class, claim.part("kind").orElseThrow());
        Optional<ActType> act = kind == ClaimKind.ACT ? act(type) : Optional.empty();
        Optional<FateKind> fate = kind == ClaimKind.FATE ? DemoCast.term(FateKind.class, type) : Optional.empty();
        // What the vocabulary has no term for is an observation: kept as one, with the file's word in the note.
        if ((kind == ClaimKind.ACT && act.isEmpty()) || (kind == ClaimKind.FATE && fate.isEmpty())) {
            kind = ClaimKind.IDENTITY;
        }
        Access access = access(claim.part("access").orElse("rumour"));
        Optional<Id> heardFrom = heardFrom(claim);
        return new Coding(
                kind,
                act,
                methods(claim),
                fate,
                by(claim, kind, act),
                to(claim, act),
                where(claim),
                DemoCast.date(claim.part("when")),
                access,
                access.firstHand() ? Optional.empty() : heardFrom,
                access.firstHand() ? Optional.empty() : derivedFrom(claim),
                claim.part("certainty").map(DemoClaims::certainty),
                claim.part("ground").map(words -> new Text(words, language)),
                note(kind, type));
    }

    private static Optional<ActType> act(String type) {
        return DemoCast.term(
                ActType.class,
                switch (type) {
                    case "coerced_naming_of_others" -> "coerced_naming";
                    case "threats" -> "threat_to_self";
                    default -> type;
                });
    }

    private static Optional<String> note(ClaimKind kind, String type) {
        return (kind == ClaimKind.ACT || kind == ClaimKind.FATE || type.equals("held"))
                ? Optional.empty()
                : DemoFiles.some(type.replace('-', ' ').replace('_', ' '));
    }

    private static List<Method> methods(DemoAccount.Claim claim) {
        return claim.part("method").stream()
                .flatMap(each -> List.of(each.split(",")).stream())
                .flatMap(each -> DemoCast.term(Method.class, each).stream())
                .toList();
    }

    private List<Part> by(DemoAccount.Claim claim, ClaimKind kind, Optional<ActType> act) {
        Role role = switch (kind) {
            case ACT, PRESENCE -> Role.DIRECT_PERPETRATOR;
            case COMMAND -> Role.ORDERED;
            default -> act.isPresent() ? Role.DIRECT_PERPETRATOR : Role.PRESENT;
        };
        return parts(claim.part("who"), role);
    }

    private List<Part> to(DemoAccount.Claim claim, Optional<ActType> act) {
        List<Part> to = parts(claim.part("to"), Role.VICTIM);
        return act.filter(type -> type == ActType.COERCED_NAMING).isPresent() && to.size() > 1 ? to.subList(0, 1) : to;
    }

    private List<Part> parts(Optional<String> keys, Role role) {
        var parts = new ArrayList<Part>();
        for (String key :
                keys.stream().flatMap(each -> List.of(each.split(",")).stream()).toList()) {
            if (cast.persons.containsKey(key)) {
                parts.add(Part.of(DemoCast.need(cast.persons, key), role));
            } else if (cast.units.containsKey(key)) {
                parts.add(Part.ofUnit(DemoCast.need(cast.units, key), role));
            } else if (DemoFiles.some(key).isPresent()) {
                parts.add(Part.described("the teller, who is no person of this casebook", role));
            }
        }
        return parts;
    }

    private Optional<Where> where(DemoAccount.Claim claim) {
        return claim.part("where")
                .map(key -> cast.places.containsKey(key)
                        ? new Where.At(DemoCast.need(cast.places, key))
                        : new Where.Described(key));
    }

    private static Access access(String words) {
        return DemoCast.needTerm(Access.class, words.split(":")[0]);
    }

    private Optional<Id> heardFrom(DemoAccount.Claim claim) {
        return claim.part("access")
                .filter(words -> words.startsWith("heard:"))
                .map(words -> words.substring("heard:".length()))
                .flatMap(key -> Optional.ofNullable(cast.sources.get(key))
                        .or(() -> Optional.ofNullable(cast.persons.get(key))));
    }

    /** The source whose knowledge it is: of the claim it derives from, else whoever told it, if a source. */
    private Optional<Id> derivedFrom(DemoAccount.Claim claim) {
        return claim.part("from")
                .map(from -> from.substring(0, from.indexOf('.')))
                .flatMap(account -> Optional.ofNullable(cast.sourceOfAccount.get(account)))
                .or(() -> claim.part("access")
                        .filter(words -> words.startsWith("heard:"))
                        .map(words -> words.substring("heard:".length())))
                .flatMap(key -> Optional.ofNullable(cast.sources.get(key)));
    }

    private static TellerCertainty certainty(String word) {
        return switch (word) {
            case "sure" -> TellerCertainty.CERTAIN;
            case "fairly" -> TellerCertainty.FAIRLY_SURE;
            default -> TellerCertainty.UNSURE;
        };
    }
}
