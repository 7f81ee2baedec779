// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.util.List;
import org.lapwing.edtf.EdtfInterval.Limit;

/** «около марта 2017 года», «с 3 по 10 апреля 2019 года», «март 2017 года (день неизвестен)». */
record RussianWords() implements Words {

    /** «с» and «около» govern the genitive, «по» in this sense the accusative, «вплоть до» the genitive. */
    private enum Case {
        NOMINATIVE,
        GENITIVE,
        ACCUSATIVE
    }

    private static final List<String> MONTHS = List.of(
            "январь",
            "февраль",
            "март",
            "апрель",
            "май",
            "июнь",
            "июль",
            "август",
            "сентябрь",
            "октябрь",
            "ноябрь",
            "декабрь");
    private static final List<String> MONTHS_GENITIVE = List.of(
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря");

    @Override
    public String of(Edtf value) {
        return switch (value) {
            case EdtfDate date ->
                date.certainty().approximate()
                        ? "около " + body(date, Case.GENITIVE) + note(date)
                        : body(date, Case.NOMINATIVE) + note(date);
            case EdtfInterval interval -> interval(interval);
        };
    }

    private static String interval(EdtfInterval interval) {
        return switch (interval.start()) {
            case Limit.At(EdtfDate from) ->
                switch (interval.end()) {
                    case Limit.At(EdtfDate to) ->
                        since(from, shortened(from, to)) + " " + led(to, "по", body(to, Case.ACCUSATIVE));
                    case Limit.Open() -> since(from, body(from, Case.GENITIVE)) + " и далее";
                    case Limit.Unknown() -> since(from, body(from, Case.GENITIVE)) + ", конец неизвестен";
                };
            case Limit.Open() -> until(interval, "вплоть до", Case.GENITIVE);
            case Limit.Unknown() -> until(interval, "по", Case.ACCUSATIVE) + ", начало неизвестно";
        };
    }

    private static String until(EdtfInterval interval, String preposition, Case c) {
        return interval.end() instanceof Limit.At(EdtfDate to) ? led(to, preposition, body(to, c)) : "";
    }

    /** «со 2 апреля»: read aloud it is «со второго». */
    private static String since(EdtfDate from, String body) {
        return led(from, from.form() == Form.DAY && from.day() == 2 ? "со" : "с", body);
    }

    private static String led(EdtfDate date, String preposition, String body) {
        String about = date.certainty().approximate() ? "примерно " : "";
        return about + preposition + " " + body + note(date);
    }

    private static String shortened(EdtfDate from, EdtfDate to) {
        return switch (Shared.of(from, to)) {
            case YEAR ->
                from.form() == Form.DAY ? from.day() + " " + month(from, Case.GENITIVE) : month(from, Case.GENITIVE);
            case MONTH -> Integer.toString(from.day());
            case ONLY_THE_WORD_YEAR -> EnglishWords.year(from);
            case NOTHING -> body(from, Case.GENITIVE);
        };
    }

    private static String body(EdtfDate d, Case c) {
        String year = EnglishWords.year(d);
        return switch (d.form()) {
            case DAY -> d.day() + " " + month(d, Case.GENITIVE) + " " + year + " года";
            case TENS_OF_DAYS ->
                (c == Case.GENITIVE ? "одного" : "один") + " из дней " + EnglishWords.firstOfTens(d) + "–"
                        + EnglishWords.lastOfTens(d) + " " + month(d, Case.GENITIVE) + " " + year + " года";
            case DAY_UNKNOWN, MONTH -> month(d, c) + " " + year + " года";
            case SEASON -> season(d, c) + " " + year + " года";
            case MONTH_UNKNOWN, DAY_AND_MONTH_UNKNOWN, YEAR -> year + (c == Case.GENITIVE ? " года" : " год");
            case DECADE -> year + (c == Case.GENITIVE ? "-х годов" : "-е годы");
            case CENTURY -> year + "–" + EnglishWords.lastYear(d) + (c == Case.GENITIVE ? " годов" : " годы");
        };
    }

    private static String note(EdtfDate date) {
        String unknown = switch (date.form()) {
            case DAY_UNKNOWN -> "день неизвестен";
            case MONTH_UNKNOWN -> "месяц неизвестен";
            case DAY_AND_MONTH_UNKNOWN -> "день и месяц неизвестны";
            case DAY, TENS_OF_DAYS, MONTH, SEASON, YEAR, DECADE, CENTURY -> "";
        };
        String doubt = date.doubted() ? "под вопросом" : "";
        String note = unknown.isEmpty() || doubt.isEmpty() ? unknown + doubt : unknown + ", " + doubt;
        return note.isEmpty() ? "" : " (" + note + ")";
    }

    /** Months are masculine and inanimate: their accusative is their nominative. */
    private static String month(EdtfDate d, Case c) {
        return (c == Case.GENITIVE ? MONTHS_GENITIVE : MONTHS).get(d.month() - 1);
    }

    private static String season(EdtfDate d, Case c) {
        return switch (d.month()) {
            case 21 -> inCase(c, "весна", "весны", "весну");
            case 22 -> inCase(c, "лето", "лета", "лето");
            case 23 -> inCase(c, "осень", "осени", "осень");
            default -> inCase(c, "зима", "зимы", "зиму");
        };
    }

    private static String inCase(Case c, String nominative, String genitive, String accusative) {
        return switch (c) {
            case NOMINATIVE -> nominative;
            case GENITIVE -> genitive;
            case ACCUSATIVE -> accusative;
        };
    }
}
