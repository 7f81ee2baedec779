// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.lapwing.fuzz.Parser.read;
import static org.lapwing.fuzz.Parser.same;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfException;
import org.lapwing.edtf.EdtfInput;
import org.lapwing.edtf.Precision;
import org.lapwing.edtf.Reading;
import org.lapwing.edtf.Words;
import org.lapwing.entry.Basis;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Entry;
import org.lapwing.entry.EntryException;
import org.lapwing.entry.Header;
import org.lapwing.entry.Json;
import org.lapwing.evacuation.EvacuationException;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.form.PlanJson;
import org.lapwing.evacuation.form.SituationReader;
import org.lapwing.evacuation.form.SituationWriter;

/** Dates, JSON and what is written in it. */
final class TextTargets {
    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.of("ru"));

    private TextTargets() {}

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    static void edtf(byte[] input) throws Exception {
        Optional<Edtf> value = read(EdtfException.class, () -> Edtf.parse(text(input)));
        if (value.isPresent()) {
            same(text(input), value.get().toString(), "a date");
            use(value.get());
        }
    }

    private static void use(Edtf value) {
        same(value, Edtf.parse(value.toString()), "a date");
        for (Locale locale : LOCALES) {
            Words.in(locale).of(value);
        }
        value.before(value);
        value.overlaps(value);
        value.contains(value.coarsen(Precision.MONTH));
        value.stated();
    }

    static void typedDate(byte[] input) {
        for (Locale locale : LOCALES) {
            if (EdtfInput.read(text(input), locale) instanceof Reading.Read(Edtf value)) {
                use(value);
            }
        }
    }

    static void json(byte[] input) throws Exception {
        Optional<Json> value = read(EntryException.class, () -> CanonicalJson.parse(input));
        if (value.isPresent()) {
            same(input, CanonicalJson.encode(value.get()), "JSON");
        }
    }

    /** A header in the first line, a body behind. */
    static void entry(byte[] input) throws Exception {
        int end = text(input).indexOf('\n');
        byte[] first = end < 0 ? input : text(input).substring(0, end).getBytes(StandardCharsets.UTF_8);
        Optional<Header> header = read(EntryException.class, () -> Header.decode(first));
        if (header.isPresent()) {
            same(first, header.get().encode(), "a header");
            byte[] body = text(input).substring(Math.max(end, -1) + 1).getBytes(StandardCharsets.UTF_8);
            Optional<Entry> entry = read(EntryException.class, () -> Entry.decode(header.get(), body));
            if (entry.isPresent()) {
                Entry again = Entry.decode(header.get(), entry.get().encodeBody());
                same(entry.get().toSign(), again.toSign(), "an entry");
                same(entry.get().basis(), again.basis(), "a basis");
                Entry.toSign(header.get(), entry.get().fieldTree().root(), Basis.NOTHING);
            }
        }
    }

    static void plan(byte[] input) throws Exception {
        Optional<Plan> plan = read(EvacuationException.class, () -> PlanJson.read(text(input)));
        if (plan.isPresent()) {
            same(plan.get(), PlanJson.read(PlanJson.write(plan.get())), "a plan");
        }
    }

    static void situation(byte[] input) throws Exception {
        Optional<Situation> situation = read(EvacuationException.class, () -> SituationReader.read(text(input)));
        if (situation.isPresent()) {
            String written = SituationWriter.write(situation.get(), "");
            same(written, SituationWriter.write(SituationReader.read(written), ""), "a situation");
        }
    }
}
