// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.fact.GroupFact.MemberNoted;
import org.lapwing.entry.Id;

/** The group itself: members by code name, and the bodies it writes to. */
public final class Group {
    private final Casebook casebook;

    Group(Casebook casebook) {
        this.casebook = casebook;
    }

    public Optional<Noted<MemberNoted>> member(Id member) {
        return casebook.last(member, MemberNoted.class);
    }

    /** The code name to show for a member; a member without one is shown by the first letters of the id. */
    public String nameOf(Id member) {
        return member(member)
                .map(each -> each.fact().codeName())
                .orElseGet(() -> "member " + member.toString().substring(0, 6));
    }

    /** Every member once, as last noted. */
    public List<Noted<MemberNoted>> members() {
        return casebook.all(MemberNoted.class).stream()
                .map(each -> each.fact().member())
                .distinct()
                .flatMap(each -> member(each).stream())
                .toList();
    }

    public Optional<Noted<BodyRecorded>> body(Id body) {
        return casebook.last(body, BodyRecorded.class);
    }

    /** Every body once, as last recorded. */
    public List<Noted<BodyRecorded>> bodies() {
        return casebook.all(BodyRecorded.class).stream()
                .map(each -> each.fact().body())
                .distinct()
                .flatMap(each -> body(each).stream())
                .toList();
    }
}
