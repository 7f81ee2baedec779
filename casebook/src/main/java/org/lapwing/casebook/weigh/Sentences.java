// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.term.Knowledge;
import org.lapwing.casebook.term.Standard;
import org.lapwing.entry.Id;

/** The sentences that a finding page shows beside its numbers, in English and Russian. */
public final class Sentences {
    private final Locale locale;

    public Sentences(Locale locale) {
        this.locale = locale;
    }

    private boolean russian() {
        return locale.getLanguage().equals("ru");
    }

    /**
     * "9 accounts: 4 shown independent, 3 undetermined, 2 derived (heard it from amber-heron)". Parts that are none are left
     * out.
     */
    public String independence(Independence independence, Casebook casebook) {
        var parts = new ArrayList<String>();
        for (Knowledge knowledge : Knowledge.values()) {
            int count = independence.count(knowledge);
            if (count > 0) {
                parts.add(count + " " + knowledge.label(locale)
                        + (knowledge == Knowledge.DERIVED ? heardFrom(independence, casebook) : ""));
            }
        }
        String accounts = accounts(independence.accounts());
        return parts.isEmpty() ? accounts : accounts + ": " + String.join(", ", parts);
    }

    /** "2 accounts heard it from amber-heron and do not count again." One sentence for each origin. */
    public List<String> derived(Independence independence, Casebook casebook) {
        return independence.repeated().stream()
                .map(origin -> {
                    int times = (int) independence.lines().stream()
                            .filter(line -> line.knowledge() == Knowledge.DERIVED
                                    && line.from().equals(Optional.of(origin)))
                            .count();
                    String name = name(origin, casebook);
                    return russian()
                            ? accounts(times) + " — со слов " + name + ", ещё раз не считаются."
                            : accounts(times) + " heard it from " + name + " and " + (times == 1 ? "does" : "do")
                                    + " not count again.";
                })
                .toList();
    }

    /**
     * "By 30 November 2019 we documented 108 people (64 at reasonable grounds to believe). Others are certainly missing from
     * these lists; how many is not known." A documented figure never stands alone.
     *
     * @param day in words of the same language
     */
    public String documented(Counting counting, String day) {
        int people = counting.people().size();
        int sure = counting.atLeast(Standard.REASONABLE_GROUNDS_TO_BELIEVE);
        String standard = Standard.REASONABLE_GROUNDS_TO_BELIEVE.label(locale);
        return russian()
                ? "К " + day + " задокументировано: " + people + " чел. (из них " + sure + " — «" + standard
                        + "»). Других в этих списках заведомо нет; сколько их, неизвестно."
                : "By " + day + " we documented " + people + (people == 1 ? " person" : " people") + " (" + sure
                        + " at " + standard
                        + "). Others are certainly missing from these lists; how many is not known.";
    }

    private String heardFrom(Independence independence, Casebook casebook) {
        List<String> names = independence.repeated().stream()
                .map(origin -> name(origin, casebook))
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        return (russian() ? " (со слов " : " (heard it from ") + String.join(", ", names) + ")";
    }

    private static String name(Id origin, Casebook casebook) {
        return casebook.sources()
                .source(origin)
                .map(Source::codeName)
                .or(() -> casebook.people().person(origin).map(Person::codeName))
                .orElse("?");
    }

    private String accounts(int count) {
        if (!russian()) {
            return count + (count == 1 ? " account" : " accounts");
        }
        int tens = count % 100;
        int ones = count % 10;
        String word =
                (tens >= 11 && tens <= 14) || ones == 0 || ones > 4 ? "рассказов" : ones == 1 ? "рассказ" : "рассказа";
        return count + " " + word;
    }
}
