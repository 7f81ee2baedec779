// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.text.Normalizer;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lapwing.edtf.EdtfInterval.Limit;

/**
 * Reads what a person types into a form: "March 2017", «около марта 2017», "3.04.2019", "between February and April 2017".
 *
 * <p>Both languages are understood whatever the locale; the locale is that of the refusal, which names accepted examples.
 * Exact {@link Edtf} text is understood first, so "2017-21" is spring 2017. Numbers with dots are day first; with slashes
 * they are refused, since countries disagree. Nothing is guessed: a missing day stays missing, a year needs four digits,
 * "yesterday" is refused. Show the result in {@link Words} beside the field, for the typist to check.
 */
public final class EdtfInput {

    private static final int LONGEST = 200;
    private static final Pattern FROM_TO = Pattern.compile("^(?:from |(?<about>примерно )?(?:с|со) )(?<rest>.+)$");
    private static final Pattern BETWEEN = Pattern.compile("^(?:between|между) (?<rest>.+)$");
    private static final Pattern OPEN_END =
            Pattern.compile("^(?:since (?<a>.+)|from (?<b>.+) on(?:wards)?|(?<c>.+) и (?:далее|дальше))$");
    private static final Pattern OPEN_START = Pattern.compile("^(?:up to|(?<about>примерно )?вплоть до) (?<date>.+)$");
    private static final Pattern UNKNOWN_START = Pattern.compile(
            "^(?:until|till|(?<about>примерно )?по) (?<date>.+?)(?:, (?:start unknown|начало неизвестно))?$");
    private static final Pattern UNKNOWN_END = Pattern.compile(
            "^(?:from|(?<about>примерно )?(?:с|со)) (?<date>.+?)(?:, (?:end unknown|конец неизвестен))?$");
    private static final Pattern PART_OF =
            Pattern.compile("^(?:in |at |в |во )?(?:the )?(?<part>early|mid|late|beginning of|start of|middle of|end of"
                    + "|начал[еоу]|середин[еау]|конец|конце)[ -](?<date>.+)$");

    private EdtfInput() {}

    public static Reading read(String typed, Locale locale) {
        if (typed.length() > LONGEST) {
            return InputProblem.TOO_LONG.in(locale);
        }
        String text = tidied(typed);
        if (text.isEmpty() || MonthNames.meansUnknown(text)) {
            return InputProblem.NOTHING.in(locale);
        }
        if (Edtf.tryParse(text.toUpperCase(Locale.ROOT)) instanceof Reading.Read exact) {
            return exact;
        }
        try {
            return whole(text)
                    .<Reading>map(Reading.Read::new)
                    .orElseGet(() -> PlainDate.problemOf(text).in(locale));
        } catch (IllegalArgumentException endsBeforeStart) {
            return InputProblem.ENDS_FIRST.in(locale);
        }
    }

    private static String tidied(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("[\\s\\u00a0\\u202f]+", " ")
                .strip()
                .replaceFirst("^(\\d{4})-(\\d{4})$", "$1–$2"); // two years, not a year and a month
    }

    private static Optional<Edtf> whole(String text) {
        Optional<Edtf> date = PlainDate.read(text).map(d -> d);
        return date.or(() -> partOf(text)).or(() -> between(text)).or(() -> halfOpen(text));
    }

    /** "early April": from its first day to about its tenth. Thirds, with "about" only where they meet. */
    private static Optional<Edtf> partOf(String text) {
        Matcher m = PART_OF.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int third = thirdOf(m.group("part"));
        return PlainDate.read(m.group("date"))
                .filter(d -> d.certainty() == Certainty.EXACT)
                .flatMap(d -> switch (d.form()) {
                    case MONTH -> Optional.of(thirdOfMonth(d, third));
                    case YEAR -> Optional.of(thirdOfYear(d, third));
                    case DAY,
                            TENS_OF_DAYS,
                            DAY_UNKNOWN,
                            SEASON,
                            MONTH_UNKNOWN,
                            DAY_AND_MONTH_UNKNOWN,
                            DECADE,
                            CENTURY -> Optional.<Edtf>empty();
                });
    }

    private static int thirdOf(String part) {
        return switch (part.charAt(0)) {
            case 'e' -> part.equals("early") ? 0 : 2;
            case 'b', 's', 'н' -> 0;
            case 'm', 'с' -> 1;
            default -> 2;
        };
    }

    private static Edtf thirdOfMonth(EdtfDate month, int third) {
        int last = third == 2 ? YearMonth.of(month.year(), month.month()).lengthOfMonth() : third * 10 + 10;
        return ofThirds(
                new EdtfDate(Form.DAY, month.year(), month.month(), third * 10 + 1, Certainty.EXACT),
                new EdtfDate(Form.DAY, month.year(), month.month(), last, Certainty.EXACT),
                third);
    }

    private static Edtf thirdOfYear(EdtfDate year, int third) {
        return ofThirds(
                EdtfDate.of(YearMonth.of(year.year(), third * 4 + 1)),
                EdtfDate.of(YearMonth.of(year.year(), third * 4 + 4)),
                third);
    }

    private static Edtf ofThirds(EdtfDate first, EdtfDate last, int third) {
        return EdtfInterval.between(
                third == 0 ? first : first.with(Certainty.APPROXIMATE),
                third == 2 ? last : last.with(Certainty.APPROXIMATE));
    }

    private static Optional<Edtf> between(String text) {
        Matcher between = BETWEEN.matcher(text);
        if (between.matches()) {
            return pair(between.group("rest"), List.of(" and ", " и "), "");
        }
        Matcher fromTo = FROM_TO.matcher(text);
        if (fromTo.matches()) {
            String about = fromTo.group("about") == null ? "" : "about ";
            Optional<Edtf> found =
                    pair(fromTo.group("rest"), List.of(" примерно по ", " по ", " to ", " until ", " till "), about);
            if (found.isPresent()) {
                return found;
            }
        }
        return pair(text, List.of(" – ", " — ", " - ", "–", "—", " to "), "");
    }

    /** The first place where a connecting word leaves a date on both sides: such a word may stand inside a date too. */
    private static Optional<Edtf> pair(String text, List<String> connectors, String aboutStart) {
        for (String connector : connectors) {
            String aboutEnd = connector.contains("примерно") ? "about " : "";
            for (int i = text.indexOf(connector); i >= 0; i = text.indexOf(connector, i + 1)) {
                Optional<EdtfDate> to = PlainDate.read(aboutEnd + text.substring(i + connector.length()));
                String left = aboutStart + text.substring(0, i);
                Optional<EdtfDate> from = to.flatMap(end -> startBefore(left, end));
                if (from.isPresent() && to.isPresent()) {
                    return Optional.of(EdtfInterval.between(from.get(), to.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** "February" or "3" takes its year, and month, from the date at the other end. */
    private static Optional<EdtfDate> startBefore(String text, EdtfDate end) {
        String year = " " + EnglishWords.year(end);
        Optional<EdtfDate> own = PlainDate.read(text);
        if (own.isPresent() || end.form() == Form.DECADE || end.form() == Form.CENTURY) {
            return own;
        }
        Optional<EdtfDate> withYear = PlainDate.read(text + year);
        if (withYear.isPresent() || !end.form().namesAMonth()) {
            return withYear;
        }
        return PlainDate.read(text + " " + MonthNames.english(end.month()) + year);
    }

    private static Optional<Edtf> halfOpen(String text) {
        Optional<EdtfInterval> found = matched(OPEN_END, text)
                .map(d -> new EdtfInterval(new Limit.At(d), new Limit.Open()))
                .or(() -> matched(OPEN_START, text).map(d -> new EdtfInterval(new Limit.Open(), new Limit.At(d))))
                .or(() -> matched(UNKNOWN_END, text).map(d -> new EdtfInterval(new Limit.At(d), new Limit.Unknown())))
                .or(() ->
                        matched(UNKNOWN_START, text).map(d -> new EdtfInterval(new Limit.Unknown(), new Limit.At(d))));
        return found.map(i -> i);
    }

    private static Optional<EdtfDate> matched(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        if (pattern == OPEN_END) {
            String since = m.group("a") != null ? m.group("a") : m.group("b");
            return PlainDate.read(since != null ? since : withoutSince(m.group("c")));
        }
        return PlainDate.read((m.group("about") == null ? "" : "about ") + m.group("date"));
    }

    private static String withoutSince(String russian) {
        return russian.replaceFirst("^примерно (?:с|со) ", "about ").replaceFirst("^(?:с|со) ", "");
    }
}
