// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One date in words or numbers, tidied and in lower case; whatever is not wholly understood is empty. */
final class PlainDate {

    private static final Pattern ABOUT = Pattern.compile(
            "^(?:about|around|approximately|roughly|circa|c\\.|ca\\.|~|около|примерно|приблизительно|ок\\.) ?(?<rest>.+)$");
    private static final Pattern DOUBT = Pattern.compile(
            "^(?:maybe|possibly|perhaps|probably|возможно|может быть|наверное|вероятно),? (?<rest>.+)$");
    private static final Pattern NOTE = Pattern.compile("^(?<rest>.+) \\((?<note>[^()]+)\\)$");
    private static final Pattern MARK = Pattern.compile("^(?<rest>.+?) ?(?<mark>[?~%])$");
    private static final Pattern LEAD = Pattern.compile("^(?:in|on|the|during|в|во) (?<rest>.+)$");
    private static final Pattern YEAR_WORD =
            Pattern.compile("^(?<rest>.*\\d(?:-[ех])?) ?(?:год|года|году|годы|годов|годах|г\\.|г|гг\\.|гг)$");

    private static final String WORD = "(?<word>[a-zа-я]+)\\.?";
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("^(?<day>\\d{1,2})(?:st|nd|rd|th|-го|-е)? (?:of )?" + WORD + ",? (?<year>\\d{4})$");
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile("^" + WORD + " (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})$");
    private static final Pattern MONTH_YEAR = Pattern.compile("^" + WORD + ",? (?:of )?(?<year>\\d{4})$");
    private static final Pattern DOTTED =
            Pattern.compile("^(?:(?<day>\\d{1,2})\\.)?(?<month>\\d{1,2})\\.(?<year>\\d{4})$");
    private static final Pattern MONTH_SLASH_YEAR = Pattern.compile("^(?<month>\\d{1,2})/(?<year>\\d{4})$");
    private static final Pattern HYPHENED = Pattern.compile("^(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})$");
    private static final Pattern YEAR = Pattern.compile("^\\d{4}$");
    private static final Pattern DECADE = Pattern.compile("^(?<year>\\d{3}0)(?:'?s|-е|-х|-ые|-ых)$");
    private static final Pattern CENTURY = Pattern.compile("^(?:years )?(?<c>\\d\\d)00–\\k<c>99$");
    private static final Pattern TENS = Pattern.compile("^(?:some day in|один из дней|одного из дней)"
            + " (?<first>\\d{1,2})–(?<last>\\d{1,2}) " + WORD + " (?<year>\\d{4})$");

    private PlainDate() {}

    static Optional<EdtfDate> read(String text) {
        return read(text, Certainty.EXACT);
    }

    /** Peels one mark of doubt, approximation or "unknown" after the other, then reads what is left. */
    private static Optional<EdtfDate> read(String text, Certainty so) {
        Matcher about = ABOUT.matcher(text);
        if (about.matches()) {
            return read(about.group("rest"), Certainty.of(so.doubted(), true));
        }
        Matcher doubt = DOUBT.matcher(text);
        if (doubt.matches()) {
            return read(doubt.group("rest"), Certainty.of(true, so.approximate()));
        }
        Matcher note = NOTE.matcher(text);
        if (note.matches()) {
            return noted(note.group("rest"), note.group("note"), so);
        }
        Matcher mark = MARK.matcher(text);
        if (mark.matches()) {
            String m = mark.group("mark");
            return read(
                    mark.group("rest"),
                    Certainty.of(so.doubted() || !m.equals("~"), so.approximate() || !m.equals("?")));
        }
        Matcher lead = LEAD.matcher(text);
        return lead.matches() ? read(lead.group("rest"), so) : unmarked(text).map(d -> d.with(so));
    }

    private static Optional<EdtfDate> noted(String text, String note, Certainty so) {
        Certainty certainty = so;
        Optional<Form> unknown = Optional.empty();
        for (String part : note.split(", ", -1)) {
            switch (part) {
                case "uncertain", "под вопросом" -> certainty = Certainty.of(true, so.approximate());
                case "day unknown", "день неизвестен" -> unknown = Optional.of(Form.DAY_UNKNOWN);
                case "month unknown", "месяц неизвестен" -> unknown = Optional.of(Form.MONTH_UNKNOWN);
                case "day and month unknown", "день и месяц неизвестны" ->
                    unknown = Optional.of(Form.DAY_AND_MONTH_UNKNOWN);
                default -> {
                    return Optional.empty();
                }
            }
        }
        Optional<EdtfDate> date = read(text, certainty);
        Optional<Form> form = unknown;
        return form.isEmpty() ? date : date.flatMap(d -> reshaped(d, form.get()));
    }

    private static Optional<EdtfDate> reshaped(EdtfDate d, Form unknown) {
        Form needed = unknown == Form.DAY_UNKNOWN ? Form.MONTH : Form.YEAR;
        return d.form() == needed
                ? Optional.of(new EdtfDate(unknown, d.year(), d.month(), 0, d.certainty()))
                : Optional.empty();
    }

    private static Optional<EdtfDate> unmarked(String text) {
        Matcher yearWord = YEAR_WORD.matcher(text);
        String bare = yearWord.matches() ? yearWord.group("rest") : text;
        try {
            return inWords(bare).or(() -> inNumbers(bare));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<EdtfDate> inWords(String text) {
        Matcher day = DAY_MONTH_YEAR.matcher(text);
        if (day.matches()) {
            return month(day).map(m -> day(day, m));
        }
        Matcher american = MONTH_DAY_YEAR.matcher(text);
        if (american.matches()) {
            return month(american).map(m -> day(american, m));
        }
        Matcher tens = TENS.matcher(text);
        if (tens.matches()) {
            return month(tens).flatMap(m -> tens(tens, m));
        }
        Matcher month = MONTH_YEAR.matcher(text);
        if (month.matches()) {
            return MonthNames.number(month.group("word"))
                    .map(m -> new EdtfDate(m > 12 ? Form.SEASON : Form.MONTH, year(month), m, 0, Certainty.EXACT));
        }
        return Optional.empty();
    }

    private static Optional<EdtfDate> inNumbers(String text) {
        if (YEAR.matcher(text).matches()) {
            return Optional.of(EdtfDate.ofYear(Integer.parseInt(text)));
        }
        if (Edtf.tryParse(text.toUpperCase(Locale.ROOT)) instanceof Reading.Read(EdtfDate exact)) {
            return Optional.of(exact);
        }
        for (Pattern pattern : new Pattern[] {DOTTED, HYPHENED}) {
            Matcher m = pattern.matcher(text);
            if (m.matches()) {
                int month = Integer.parseInt(m.group("month"));
                return Optional.of(m.group("day") == null ? EdtfDate.of(YearMonth.of(year(m), month)) : day(m, month));
            }
        }
        Matcher slash = MONTH_SLASH_YEAR.matcher(text);
        if (slash.matches()) {
            return Optional.of(EdtfDate.of(YearMonth.of(year(slash), Integer.parseInt(slash.group("month")))));
        }
        Matcher decade = DECADE.matcher(text);
        if (decade.matches()) {
            return Optional.of(new EdtfDate(Form.DECADE, year(decade), 0, 0, Certainty.EXACT));
        }
        Matcher century = CENTURY.matcher(text);
        return century.matches()
                ? Optional.of(
                        new EdtfDate(Form.CENTURY, Integer.parseInt(century.group("c")) * 100, 0, 0, Certainty.EXACT))
                : Optional.empty();
    }

    private static Optional<Integer> month(Matcher m) {
        return MonthNames.number(m.group("word")).filter(n -> n <= 12);
    }

    private static int year(Matcher m) {
        return Integer.parseInt(m.group("year"));
    }

    private static EdtfDate day(Matcher m, int month) {
        return EdtfDate.of(LocalDate.of(year(m), month, Integer.parseInt(m.group("day"))));
    }

    private static Optional<EdtfDate> tens(Matcher m, int month) {
        int first = Integer.parseInt(m.group("first"));
        int tens = first == 1 ? 0 : first;
        if (tens % 10 != 0 || !EdtfDate.isTens(year(m), month, tens)) {
            return Optional.empty();
        }
        EdtfDate date = new EdtfDate(Form.TENS_OF_DAYS, year(m), month, tens, Certainty.EXACT);
        return EnglishWords.lastOfTens(date) == Integer.parseInt(m.group("last"))
                ? Optional.of(date)
                : Optional.empty();
    }

    /** Why a text that no reading fits is refused: the likeliest slip. */
    static InputProblem problemOf(String text) {
        if (text.matches(".*\\d{1,2}/\\d{1,2}/\\d{2,4}.*")) {
            return InputProblem.DAY_OR_MONTH_FIRST;
        }
        boolean datelike = text.matches(".*\\d.*") || hasMonth(text);
        if (datelike && !text.matches(".*(?<!\\d)\\d{4}(?!\\d).*")) {
            return InputProblem.NO_YEAR;
        }
        boolean looksWhole = hasMonth(text) || text.matches("[\\d./-]+");
        return datelike && looksWhole && text.matches(".*\\d{1,2}.*\\d{4}.*|.*\\d{4}-.*")
                ? InputProblem.NO_SUCH_DAY
                : InputProblem.NOT_UNDERSTOOD;
    }

    private static boolean hasMonth(String text) {
        for (String word : text.split("[^a-zа-я]+", -1)) {
            if (MonthNames.number(word).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
