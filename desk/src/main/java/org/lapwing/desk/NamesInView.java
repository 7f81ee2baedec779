// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Party;
import org.lapwing.casebook.fact.Where;
import org.lapwing.desk.accounts.Labels;
import org.lapwing.desk.doors.Doors;
import org.lapwing.entry.Id;

/** Code names, as far as one reader's casebook has them. */
record NamesInView(Casebook casebook, Doors doors) implements Chrome.Names {
    @Override
    public String party(Party party) {
        return Labels.party(casebook, party);
    }

    @Override
    public String where(Where where) {
        return Labels.where(casebook, where);
    }

    @Override
    public String codeName(Id whom) {
        return Labels.codeName(casebook, whom);
    }

    @Override
    public String member(Id member) {
        return doors.founded() ? doors.handle(member) : "?";
    }
}
