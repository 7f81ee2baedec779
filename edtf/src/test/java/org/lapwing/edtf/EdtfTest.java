// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EdtfTest {

    @ParameterizedTest
    @CsvSource({
        "2017, 2017-01-01, 2017-12-31",
        "2017-03, 2017-03-01, 2017-03-31",
        "2016-02-2X, 2016-02-20, 2016-02-29",
        "2017-03-0X, 2017-03-01, 2017-03-09",
        "2017-03-3X, 2017-03-30, 2017-03-31",
        "2017-03-XX, 2017-03-01, 2017-03-31",
        "2017-XX-XX, 2017-01-01, 2017-12-31",
        "2017?, 2017-01-01, 2017-12-31",
        "2017-03-12~, 2017-03-09, 2017-03-15",
        "2017-03~, 2017-02-01, 2017-04-30",
        "2017-01~, 2016-12-01, 2017-02-28",
        "2017%, 2016-01-01, 2018-12-31",
        "201X, 2010-01-01, 2019-12-31",
        "201X~, 2005-01-01, 2024-12-31",
        "20XX, 2000-01-01, 2099-12-31",
        "2017-21, 2017-03-01, 2017-05-31",
        "2017-22~, 2017-05-01, 2017-09-30",
        "2017-24, 2016-12-01, 2018-02-28",
        "2017-02/2017-04, 2017-02-01, 2017-04-30",
        "../2017-04, , 2017-04-30",
        "/2017, , 2017-12-31",
        "2017-02~/.., 2017-01-01,",
    })
    void boundsEncloseEveryPossibleDay(String text, LocalDate earliest, LocalDate latest) {
        assertThat(Edtf.parse(text).earliest().orElse(null)).isEqualTo(earliest);
        assertThat(Edtf.parse(text).latest().orElse(null)).isEqualTo(latest);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-03, 2017-04, YES",
        "2017-03, 2017-03, MAYBE",
        "2017-03~, 2017-04, MAYBE",
        "2017-04, 2017-03, NO",
        "2017-03-12, 2017-03-12, NO",
        "2017-03-12, 2017-03, MAYBE",
        "2017-03-01, 2017-03, MAYBE",
        "2017-03-31, 2017-03, NO",
        "2017?, 2020, MAYBE",
        "2020, 2017?, MAYBE",
        "../2017, 2018, YES",
        "2018/.., 2017, NO",
        "/2017, ../1900, MAYBE",
    })
    void beforeIsSureOnlyWhenNoDayDisagrees(String a, String b, Answer answer) {
        assertThat(Edtf.parse(a).before(Edtf.parse(b))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "2017, 2017-03, YES", "2017-03, 2017, MAYBE", "2017-03, 2017-03-2X, YES", "2017-03, 2017-04, NO",
        "../2017-04, 2016, YES", "/2017-04, 2016, MAYBE", "/2017-04, 2018, NO", "2017-02/2017-04, 2017-03-12~, YES",
        "2017-03~, 2017-03-12, YES", "2017-03~, 2017-02-12, MAYBE", "2017, 2017-12-31~, MAYBE", "2017, 2017-03?, MAYBE",
    })
    void aPeriodContainsWhatCannotLieOutside(String period, String other, Answer answer) {
        assertThat(Edtf.parse(period).contains(Edtf.parse(other))).isEqualTo(answer);
        assertThat(Edtf.parse(other).certainlyWithin(Edtf.parse(period))).isEqualTo(answer == Answer.YES);
    }

    private record Run(int first, int last) {
        boolean shares(Run o) {
            return first <= o.last && o.first <= last;
        }

        boolean holds(Run o) {
            return first <= o.first && o.last <= last;
        }
    }

    private static final LocalDate ORIGIN = LocalDate.of(2017, 2, 20);
    private static final List<String> SMALL = List.of(
            "2017-03-01",
            "2017-03-04",
            "2017-03-07",
            "2017-03-0X",
            "2017-02-2X",
            "2017-03-04~",
            "2017-02-28/2017-03-02",
            "2017-03-03/2017-03-03",
            "2017-03-0X/2017-03-05",
            "2017-02-2X/2017-03-0X",
            "2017-03-01~/2017-03-02");

    /** All placings of every pair, one by one: the answers are what counting over them says. */
    @Test
    void answersAreThoseOfCountingEveryPlacing() {
        int pairs = 0;
        for (String x : SMALL) {
            for (String y : SMALL) {
                Edtf a = Edtf.parse(x);
                Edtf b = Edtf.parse(y);
                List<Run> as = placings(a);
                List<Run> bs = placings(b);
                assertThat(a.before(b)).as("%s before %s", x, y).isEqualTo(count(as, bs, (p, q) -> p.last < q.first));
                assertThat(a.overlaps(b)).as("%s overlaps %s", x, y).isEqualTo(count(as, bs, Run::shares));
                pairs++;
            }
        }
        assertThat(pairs).isEqualTo(121);
    }

    @Test
    void staysAreJudgedByEveryStartAndEnd() {
        int pairs = 0;
        for (String x : SMALL) {
            if (!(Edtf.parse(x) instanceof EdtfInterval stay)) {
                continue;
            }
            for (String y : SMALL) {
                Edtf other = Edtf.parse(y);
                assertThat(stay.throughout(other))
                        .as("%s throughout %s", x, y)
                        .isEqualTo(count(stays(stay), placings(other), Run::holds));
                if (other instanceof EdtfInterval stay2) {
                    assertThat(stay.meets(stay2))
                            .as("%s meets %s", x, y)
                            .isEqualTo(count(stays(stay), stays(stay2), Run::shares));
                    pairs++;
                }
            }
        }
        assertThat(pairs).isEqualTo(25);
    }

    @Test
    void openAndUnknownEndsOfStaysDiffer() {
        EdtfInterval open = (EdtfInterval) Edtf.parse("2017-02/..");
        EdtfInterval unknown = (EdtfInterval) Edtf.parse("2017-02/");
        assertThat(open.throughout(Edtf.parse("2018-05"))).isEqualTo(Answer.YES);
        assertThat(unknown.throughout(Edtf.parse("2018-05"))).isEqualTo(Answer.MAYBE);
        assertThat(open.meets((EdtfInterval) Edtf.parse("2018-05/2018-06"))).isEqualTo(Answer.YES);
        assertThat(unknown.meets((EdtfInterval) Edtf.parse("2018-05/2018-06"))).isEqualTo(Answer.MAYBE);
        assertThat(open.throughout(Edtf.parse("2016"))).isEqualTo(Answer.NO);
        assertThat(open.throughout(Edtf.parse("2018?"))).isEqualTo(Answer.MAYBE);
    }

    private interface Relation {
        boolean holds(Run a, Run b);
    }

    private static Answer count(List<Run> as, List<Run> bs, Relation relation) {
        boolean some = false;
        boolean all = true;
        for (Run a : as) {
            for (Run b : bs) {
                boolean holds = relation.holds(a, b);
                some |= holds;
                all &= holds;
            }
        }
        return all ? Answer.YES : some ? Answer.MAYBE : Answer.NO;
    }

    private static List<Run> placings(Edtf value) {
        int first = (int) ORIGIN.until(value.earliest().orElseThrow(), java.time.temporal.ChronoUnit.DAYS);
        int last = (int) ORIGIN.until(value.latest().orElseThrow(), java.time.temporal.ChronoUnit.DAYS);
        return runs(first, last, first, last);
    }

    private static List<Run> stays(EdtfInterval stay) {
        List<Run> start = placings(((EdtfInterval.Limit.At) stay.start()).date());
        List<Run> end = placings(((EdtfInterval.Limit.At) stay.end()).date());
        return runs(start.getFirst().first, start.getLast().last, end.getFirst().first, end.getLast().last);
    }

    private static List<Run> runs(int first0, int first1, int last0, int last1) {
        List<Run> runs = new ArrayList<>();
        for (int f = first0; f <= first1; f++) {
            for (int l = Math.max(f, last0); l <= last1; l++) {
                runs.add(new Run(f, l));
            }
        }
        return runs;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void coarseningNeverLosesAPossibleDayAndNeverGetsFiner(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 5_000; i++) {
            Edtf value = Samples.value(random);
            for (Precision precision : Precision.values()) {
                Edtf coarse = value.coarsen(precision);
                assertThat(coarse.earliest().orElse(LocalDate.MIN))
                        .as("%s to %s", value, precision)
                        .isBeforeOrEqualTo(value.earliest().orElse(LocalDate.MIN));
                assertThat(coarse.latest().orElse(LocalDate.MAX))
                        .as("%s to %s", value, precision)
                        .isAfterOrEqualTo(value.latest().orElse(LocalDate.MAX));
                assertThat(coarse.coarsen(precision)).isEqualTo(coarse);
                assertThat(coarse.doubted()).isEqualTo(value.doubted());
                if (coarse instanceof EdtfDate date) {
                    assertThat(precision.coarserThan(date.form().precision()))
                            .as("%s to %s", value, precision)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2017-03-12~, MONTH, 2017-03~",
        "2017-03-12, YEAR, 2017",
        "2017-03-12, TEN_DAYS, 2017-03-1X",
        "2017-04-30, TEN_DAYS, 2017-04",
        "2017-03-XX, MONTH, 2017-03",
        "2017-12, SEASON, 2017-24",
        "2017-24, YEAR, 2017~",
        "2017-XX-XX, MONTH, 2017-XX",
        "2017-02-03/.., MONTH, 2017-02/..",
        "2017, MONTH, 2017",
        "1987?, DECADE, 198X?",
    })
    void coarsensByName(String text, Precision precision, String coarse) {
        assertThat(Edtf.parse(text).coarsen(precision)).hasToString(coarse);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void everyValueRoundTripsThroughItsText(long seed) {
        for (Edtf value : Samples.values(new SplittableRandom(seed), 20_000)) {
            assertThat(Edtf.parse(value.toString())).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void answersOfSwappedQuestionsAgree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            Edtf a = Samples.value(random);
            Edtf b = Samples.value(random);
            assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a));
            if (a.before(b) == Answer.YES) {
                assertThat(b.before(a)).isEqualTo(Answer.NO);
                assertThat(a.overlaps(b)).isEqualTo(Answer.NO);
                assertThat(a.contains(b)).isEqualTo(Answer.NO);
            }
            if (a.doubted()) {
                assertThat(a.before(b)).isEqualTo(Answer.MAYBE);
                assertThat(a.stated().doubted()).isFalse();
            }
        }
    }

    @Test
    void theOrderIsTotalAndTellsEqualsApart() {
        List<Edtf> values = new ArrayList<>(new HashSet<>(Samples.values(new SplittableRandom(8), 300)));
        List<Edtf> sorted = values.stream().sorted(Edtf.CHRONOLOGICAL).toList();
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(Edtf.CHRONOLOGICAL.compare(sorted.get(i - 1), sorted.get(i)))
                    .isNegative();
        }
        assertThat(List.of("2017-03", "/2017", "2017", "2017-01", "../2016", "2017-03/..", "2017-01?").stream()
                        .map(Edtf::parse)
                        .sorted(Edtf.CHRONOLOGICAL)
                        .map(Edtf::toString))
                .containsExactly("../2016", "/2017", "2017-01", "2017-01?", "2017", "2017-03", "2017-03/..");
    }

    /** Words are read back as the value that they were written from: 40,000 values in two languages. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void peopleCanTypeWhatTheyAreShown(String language) {
        Locale locale = Locale.of(language);
        for (Edtf value : Samples.values(new SplittableRandom(9), 20_000)) {
            String words = Words.in(locale).of(value);
            assertThat(EdtfInput.read(words, locale)).as("%s: %s", value, words).isEqualTo(new Reading.Read(value));
        }
    }
}
