// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.util.List;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.Said;
import org.lapwing.figures.Language;

/** What the terminal shows of estimates: the sentence, then one line for each. */
final class EstimateText {
    private EstimateText() {}

    static String of(Said sentence, List<Estimate> estimates, Language reader) {
        StringBuilder text = new StringBuilder();
        if (!sentence.english().isEmpty()) {
            text.append(sentence.in(reader)).append("\n\n");
        }
        for (Estimate each : estimates) {
            String said = switch (each.answer()) {
                case Answer.Interval interval ->
                    reader.number(interval.estimate(), 0) + "   "
                            + (Double.isNaN(interval.lower())
                                    ? reader.of("no interval", "без интервала")
                                    : reader.number(interval.lower(), 0) + " – " + reader.number(interval.upper(), 0));
                case Answer.Refused(var because) -> reader.of("refused: ", "отказ: ") + because.in(reader);
            };
            text.append("%-44s %s%n".formatted(each.name(), said));
        }
        return text.toString();
    }
}
