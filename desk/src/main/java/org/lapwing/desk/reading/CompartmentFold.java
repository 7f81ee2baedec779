// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.CasebookFold;
import org.lapwing.casebook.CasebookForm;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.journal.Fold;
import org.lapwing.journal.Read;
import org.lapwing.journal.SnapshotCodec;

/** How the entries of one compartment become its part of the casebook, and how that lies in a snapshot. */
record CompartmentFold(Compartment compartment) implements Fold<Casebook>, SnapshotCodec<Casebook> {
    @Override
    public String name() {
        return "casebook";
    }

    @Override
    public Casebook empty() {
        return Casebook.holding(Set.of(compartment));
    }

    @Override
    public Casebook apply(Casebook casebook, Read read) {
        return switch (read) {
            case Read.Live live when !Casebook.FAMILY.has(live.header().kind()) -> casebook;
            case Read.Live live -> CasebookFold.apply(casebook, live.entry(), live.index());
            case Read.Erased gone ->
                CasebookFold.erase(casebook, List.of(gone.header().id()));
        };
    }

    @Override
    public int version() {
        return CasebookFold.VERSION;
    }

    @Override
    public Optional<SnapshotCodec<Casebook>> codec() {
        return Optional.of(this);
    }

    @Override
    public void encode(Casebook casebook, OutputStream out) throws IOException {
        CasebookForm.write(casebook, compartment, out);
    }

    @Override
    public Casebook decode(InputStream in) throws IOException {
        return CasebookForm.read(compartment, in);
    }
}
