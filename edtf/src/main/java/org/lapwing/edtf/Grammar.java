// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.time.YearMonth;
import java.util.List;
import org.lapwing.edtf.EdtfInterval.Limit;

/** The strict reader: ISO 8601-2 level 1, by the mask of digits, X and hyphens that a date shows. */
final class Grammar {

    static final String ACCEPTED = "2017, 2017-03, 2017-03-12, 2017-03-2X, 2017-03-XX, 2017-XX, 2017-XX-XX, 201X, 20XX,"
            + " 2017-21 (spring) to 2017-24 (winter), each with ?, ~ or % after it if need be;"
            + " intervals 2017-02/2017-04, ../2017-04, 2017-02/.. and with one side unknown /2017, 2017/";

    private static final int LONGEST = 64;
    private static final List<String> MASKS = List.of(
            "dddd", "dddX", "ddXX", "dddd-dd", "dddd-XX", "dddd-dd-dd", "dddd-dd-dX", "dddd-dd-XX", "dddd-XX-XX");

    private Grammar() {}

    static Edtf read(String text) {
        if (text.isEmpty()) {
            throw refused(0, "there is no date; leave what is not known out");
        }
        if (text.length() > LONGEST) {
            throw refused(LONGEST, "a date is at most " + LONGEST + " characters long");
        }
        refuseForeignCharacters(text);
        int slash = text.indexOf('/');
        return slash < 0 ? date(text, 0) : interval(text, slash);
    }

    private static Edtf interval(String text, int slash) {
        int second = text.indexOf('/', slash + 1);
        if (second >= 0) {
            throw refused(second, "an interval has one slash");
        }
        Limit start = limit(text.substring(0, slash), 0);
        Limit end = limit(text.substring(slash + 1), slash + 1);
        if (!(start instanceof Limit.At) && !(end instanceof Limit.At)) {
            throw refused(slash, "an interval needs a date on one side at least");
        }
        if (start instanceof Limit.At(EdtfDate from)
                && end instanceof Limit.At(EdtfDate to)
                && to.asStated().last().isBefore(from.asStated().first())) {
            throw refused(slash + 1, "the interval ends before it starts");
        }
        return new EdtfInterval(start, end);
    }

    private static Limit limit(String part, int at) {
        return switch (part) {
            case "" -> new Limit.Unknown();
            case ".." -> new Limit.Open();
            default -> new Limit.At(date(part, at));
        };
    }

    private static EdtfDate date(String part, int at) {
        Certainty certainty = certainty(part);
        String body = part.substring(0, part.length() - certainty.mark().length());
        String mask = mask(body);
        int year = MASKS.contains(mask) ? Integer.parseInt(body.substring(0, 4).replace('X', '0')) : 0;
        return switch (mask) {
            case "dddd" -> new EdtfDate(Form.YEAR, year, 0, 0, certainty);
            case "dddX" -> new EdtfDate(Form.DECADE, year, 0, 0, certainty);
            case "ddXX" -> new EdtfDate(Form.CENTURY, year, 0, 0, certainty);
            case "dddd-XX" -> new EdtfDate(Form.MONTH_UNKNOWN, year, 0, 0, certainty);
            case "dddd-XX-XX" -> new EdtfDate(Form.DAY_AND_MONTH_UNKNOWN, year, 0, 0, certainty);
            case "dddd-dd" -> {
                int month = number(body, 5);
                Form form = month > 20 && month < 25 ? Form.SEASON : Form.MONTH;
                yield new EdtfDate(form, year, form == Form.SEASON ? month : month(body, at), 0, certainty);
            }
            case "dddd-dd-XX" -> new EdtfDate(Form.DAY_UNKNOWN, year, month(body, at), 0, certainty);
            case "dddd-dd-dX" -> {
                int tens = (body.charAt(8) - '0') * 10;
                if (!EdtfDate.isTens(year, month(body, at), tens)) {
                    throw refused(at + 8, "that month has no two such days");
                }
                yield new EdtfDate(Form.TENS_OF_DAYS, year, month(body, at), tens, certainty);
            }
            case "dddd-dd-dd" -> {
                int day = number(body, 8);
                if (day < 1 || day > YearMonth.of(year, month(body, at)).lengthOfMonth()) {
                    throw refused(at + 8, "that month has no such day");
                }
                yield new EdtfDate(Form.DAY, year, month(body, at), day, certainty);
            }
            default -> throw departure(part, mask, at);
        };
    }

    private static int month(String body, int at) {
        int month = number(body, 5);
        if (month < 1 || month > 12) {
            throw refused(at + 5, "months are 01 to 12, and without a day seasons 21 to 24");
        }
        return month;
    }

    private static int number(String body, int from) {
        return Integer.parseInt(body.substring(from, from + 2));
    }

    private static Certainty certainty(String part) {
        for (Certainty c : Certainty.values()) {
            if (c != Certainty.EXACT && part.endsWith(c.mark())) {
                return c;
            }
        }
        return Certainty.EXACT;
    }

    private static String mask(String body) {
        return body.replaceAll("[0-9]", "d");
    }

    private static EdtfException departure(String part, String mask, int at) {
        if (part.startsWith("-")) {
            return refused(at, "years before 0000 are not kept here");
        }
        int agreed = MASKS.stream().mapToInt(m -> agreement(m, mask)).max().orElse(0);
        char next = agreed < part.length() ? part.charAt(agreed) : ' ';
        return switch (next) {
            case ' ' -> refused(at + agreed, "the date breaks off");
            case '?', '~', '%' ->
                refused(at + agreed, "one mark may stand at the end of a date; ? and ~ together are %");
            case 'X' ->
                refused(
                        at + agreed,
                        "X may stand for the last digits of a year, a whole month or day, or a last digit of a day");
            default -> refused(at + agreed, "no date goes on like this");
        };
    }

    private static int agreement(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    private static void refuseForeignCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("0123456789X?~%./-".indexOf(c) < 0) {
                throw refused(i, reason(c));
            }
        }
    }

    private static String reason(char c) {
        return switch (c) {
            case 'Y' -> "years of more than four digits are not kept here";
            case 'T', ':', 'Z' -> "times of day are not kept here";
            case 'x' -> "an unspecified digit is a capital X";
            case '[', ']', '{', '}', ',', 'S', 'E' -> "sets and other forms of level 2 are not kept here";
            default -> "this character has no place in a date";
        };
    }

    private static EdtfException refused(int at, String problem) {
        return new EdtfException(new Reading.Refused(at, problem, ACCEPTED));
    }
}
