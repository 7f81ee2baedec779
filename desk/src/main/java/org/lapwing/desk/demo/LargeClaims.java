// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Part;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.ClaimKind;
import org.lapwing.casebook.term.FateKind;
import org.lapwing.casebook.term.Method;
import org.lapwing.casebook.term.Role;
import org.lapwing.casebook.term.TellerCertainty;
import org.lapwing.desk.demo.Numbered.Sort;
import org.lapwing.entry.Id;

/** What the claims of a large world assert: mostly acts at a place, then fates, presences and who somebody was. */
record LargeClaims(LargeCast cast, SplittableRandom random) {
    private static final List<ActType> ACTS = List.of(
            ActType.ARBITRARY_DETENTION,
            ActType.ARBITRARY_DETENTION,
            ActType.ENFORCED_DISAPPEARANCE,
            ActType.ABDUCTION,
            ActType.TORTURE,
            ActType.TORTURE,
            ActType.ILL_TREATMENT,
            ActType.EXTORTION,
            ActType.DEATH_THREAT,
            ActType.DOCUMENT_CONFISCATION);

    private static final List<Method> METHODS =
            List.of(Method.BEATING, Method.BLINDFOLDING, Method.ISOLATION, Method.THREATS, Method.OVERCROWDING);

    private static final List<FateKind> FATES =
            List.of(FateKind.TAKEN, FateKind.HELD, FateKind.RELEASED, FateKind.WHEREABOUTS_UNKNOWN);

    /** Whom and where an account tells of. */
    record Told(Id person, int place, int account, boolean themself) {}

    Coding coding(Told told) {
        Access access = access(told);
        Coding coding = switch (random.nextInt(6)) {
            case 0, 1, 2 -> act(told, access);
            case 3 -> Coding.fate(one(FATES), access).to(told.person()).when(day());
            case 4 ->
                Coding.of(ClaimKind.PRESENCE, access)
                        .by(Part.described("two men in black", Role.PRESENT))
                        .at(place(told))
                        .when(month());
            default -> Coding.of(ClaimKind.IDENTITY, access).to(told.person()).note("known to the teller");
        };
        return access.firstHand() || told.account() == 0 || random.nextBoolean()
                ? coding.sure(one(List.of(TellerCertainty.values())))
                : coding.derivedFrom(cast.numbered().id(Sort.SOURCE, cast.source(random.nextInt(told.account()))));
    }

    private Coding act(Told told, Access access) {
        Id unit = cast.numbered().id(Sort.UNIT, told.place() % cast.units());
        Coding act = Coding.act(one(ACTS), access)
                .to(told.person())
                .by(
                        random.nextInt(3) == 0
                                ? Part.ofUnit(unit, Role.DIRECT_PERPETRATOR)
                                : Part.described("men in black", Role.DIRECT_PERPETRATOR))
                .at(place(told))
                .when(random.nextBoolean() ? month() : day());
        return random.nextBoolean() ? act.with(one(METHODS)) : act;
    }

    private Access access(Told told) {
        return switch (random.nextInt(5)) {
            case 0 -> Access.HEARD;
            case 1 -> Access.RUMOUR;
            default -> told.themself() ? Access.SUFFERED : Access.SAW;
        };
    }

    private Id place(Told told) {
        return cast.numbered().id(Sort.PLACE, told.place());
    }

    private String month() {
        return String.format(Locale.ROOT, "%d-%02d", 2017 + random.nextInt(2), 1 + random.nextInt(12))
                + (random.nextInt(3) == 0 ? "~" : "");
    }

    private String day() {
        return String.format(
                Locale.ROOT, "%d-%02d-%02d", 2017 + random.nextInt(2), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
