// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ResourceBundle;
import org.lapwing.casebook.term.Term;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.Words;

/** The words of a package in one tongue that nobody told us: headings, terms, dates. */
final class Labels {
    private final Tongue tongue;
    private final ResourceBundle bundle;
    private final Words dates;

    Labels(Tongue tongue) {
        this.tongue = tongue;
        this.bundle = ResourceBundle.getBundle(
                "org.lapwing.dossier.dossier",
                tongue.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.dates = Words.in(tongue.locale());
    }

    String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), tongue.locale()).format(values);
    }

    String of(Term term) {
        return term.label(tongue.locale());
    }

    String date(Edtf date) {
        return dates.of(date);
    }

    String date(LocalDate day) {
        return dates.of(Edtf.parse(day.toString()));
    }
}
