// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;

/**
 * What one helper must know of one move, and nothing else: no other household, no other place, not even the one that these
 * people come from. Meeting point, hour and code word are filled in by hand, shortly before.
 *
 * @param house where to; empty if the way leads out of the country
 */
public record Sheet(String helper, LocalDate day, Household household, Optional<String> house) {

    /** All sheets of a plan from a day on, in order of days. */
    public static List<Sheet> of(Situation situation, Plan plan, int today) {
        List<Sheet> sheets = new ArrayList<>();
        for (Plan.Route route : plan.routes()) {
            Household household = situation.household(route.household()).orElseThrow();
            for (Plan.Leg leg : route.legs()) {
                int day = leg.nights().from();
                if (day >= today && leg.escort().isPresent()) {
                    sheets.add(new Sheet(leg.escort().get(), situation.date(day), household, Optional.of(leg.house())));
                }
            }
            route.departure()
                    .filter(each -> each.day() >= today && each.escort().isPresent())
                    .ifPresent(each -> sheets.add(new Sheet(
                            each.escort().orElseThrow(), situation.date(each.day()), household, Optional.empty())));
        }
        sheets.sort(java.util.Comparator.comparing(Sheet::day).thenComparing(Sheet::helper));
        return sheets;
    }

    public String fileName() {
        return helper.replace(' ', '-') + "-" + day + ".txt";
    }

    /** In English and Russian. */
    public String text() {
        Household.People people = household.people();
        String languages = String.join(", ", new TreeSet<>(household.needs().languages()));
        StringBuilder text = new StringBuilder();
        line(text, "For", "Для", helper);
        line(text, "Day", "День", day.toString());
        line(text, "Who", "Кто", household.name());
        line(text, "How many", "Сколько", Integer.toString(people.count()));
        if (people.minors() > 0) {
            line(
                    text,
                    "Of them under 18 or of unknown age",
                    "Из них младше 18 или возраст неизвестен",
                    people.minors() + "");
        }
        line(text, "They speak", "Говорят на", languages.isEmpty() ? "?" : languages);
        if (household.needs().stepFree()) {
            line(text, "They cannot climb steps", "Не могут подниматься по ступеням", "!");
        }
        line(text, "To", "Куда", house.orElse("the way out / выезд"));
        line(text, "Meeting point", "Место встречи", "______________________");
        line(text, "Hour", "Час", "______________________");
        line(text, "Code word", "Кодовое слово", "______________________");
        text.append("""

                You know this one move. Ask nothing about the rest, and tell nobody.
                If anything is wrong, do not go on: call whoever gave you this sheet. Burn it afterwards.

                Вы знаете только этот переезд. Не спрашивайте об остальном и никому не говорите.
                Если что-то не так, не продолжайте: позвоните тому, кто дал вам этот лист. Потом сожгите его.
                """);
        return text.toString();
    }

    private static void line(StringBuilder text, String english, String russian, String value) {
        text.append(english)
                .append(" / ")
                .append(russian)
                .append(": ")
                .append(value)
                .append('\n');
    }
}
