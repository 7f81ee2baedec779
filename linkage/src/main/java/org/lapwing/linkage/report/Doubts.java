// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.report;

import java.util.ArrayList;
import java.util.List;
import org.lapwing.figures.Language;
import org.lapwing.linkage.compare.Kind;
import org.lapwing.linkage.compare.Kind.Sharing;
import org.lapwing.linkage.model.FieldModel;
import org.lapwing.linkage.model.Model;

/**
 * Signs that learning may have taken another class of pairs for one person: brothers, namesakes, or nothing in particular.
 * Without labels nobody can be sure; people should then look at pairs before they trust the counts.
 */
public final class Doubts {

    /** What tells a person from kin differs seldom within one person: on all labelled lists in less than 9 in 100 pairs. */
    private static final double OFTEN = 0.25;

    private static final double HARDLY_TELLING = 4;

    private Doubts() {}

    /** One sign, in both languages. */
    public record Doubt(String english, String russian) {
        public String in(Language language) {
            return language.of(english, russian);
        }
    }

    public static List<Doubt> of(Model model) {
        List<Doubt> doubts = new ArrayList<>();
        double bits = 0;
        for (FieldModel field : model.fields()) {
            Kind kind = field.plan().kind();
            int top = field.m().length - 1;
            bits += Math.max(0, StrictMath.log(field.m()[top] / field.u()[top]) / StrictMath.log(2));
            if (kind.sharing() == Sharing.INDIVIDUAL && field.m()[0] > OFTEN) {
                doubts.add(differing(field));
            }
        }
        if (bits < HARDLY_TELLING) {
            doubts.add(new Doubt(
                    "The columns hardly tell people apart: even records that agree in all of them are often different people.",
                    "Столбцы почти не различают людей: даже записи, где совпадает всё, часто о разных людях."));
        }
        return doubts;
    }

    private static Doubt differing(FieldModel field) {
        long often = Math.round(100 * field.m()[0]);
        String name = field.plan().name();
        return new Doubt(
                name + ": of the pairs taken for one person, " + often
                        + " in a hundred differ in it. The model may have taken family members or namesakes for one person;"
                        + " look at some pairs before you use the counts.",
                name + ": среди пар, принятых за одного человека, различие здесь у " + often
                        + " из ста. Возможно, модель приняла родных или тёзок за одного человека; посмотрите на несколько"
                        + " пар, прежде чем пользоваться числами.");
    }
}
