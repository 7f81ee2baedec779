// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class FiguresTest {

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void eachFigureIsWellFormedAndNamedForAScreenReader() throws Exception {
        List<Figure> all = Samples.all();
        assertThat(all).hasSize(8);
        for (Figure figure : all) {
            Element svg = parse(figure.svg("it")).getDocumentElement();
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("it-title it-desc");
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(figure.caption().title());
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .isEqualTo(figure.caption().sentence());
            assertThat(figure.data().rows()).isNotEmpty();
        }
    }

    @Test
    void longWordsAreBrokenIntoLinesAndNothingOfThemIsLost() {
        String words = "имя отца: похоже, записано иначе (Магомедсалихович / Magomed-Salikhovich, старший)";
        assertThat(Svg.lines(words, 40, 4))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40))
                .satisfies(lines -> assertThat(String.join(" ", lines)).isEqualTo(words));
        assertThat(Svg.lines("short", 40, 4)).containsExactly("short");
        assertThat(Svg.lines("a".repeat(100), 40, 2)).containsExactly("a".repeat(40), "a".repeat(39) + "…");
    }

    /** Two who came and went leave four free beds that do not lie beside each other. */
    @Test
    void whoFitsAHouseIsDrawnInsideOfIt() {
        NightGrid grid = new NightGrid(
                Samples.caption("nights"),
                List.of("1 May", "2 May", "3 May", "4 May"),
                List.of(new NightGrid.House("mill", 6)),
                List.of(
                        new NightGrid.Stay("pale-knot", 0, 2, 2, 4, false),
                        new NightGrid.Stay("grey-teal", 0, 0, 2, 2, false),
                        new NightGrid.Stay("red-knot", 0, 0, 3, 2, false),
                        new NightGrid.Stay("blue-ruff", 0, 0, 2, 2, false)));
        int oneMore = new NightGrid(
                        grid.caption(), grid.nights(), List.of(new NightGrid.House("mill", 7)), grid.stays())
                .draw()
                .height();
        assertThat(grid.draw().height()).isEqualTo(oneMore - 14);
        assertThat(grid.draw().svg("it")).containsPattern("pale-knot[^p]*.*pale-knot");
    }

    @Test
    void nothingIsDrawnOutsideOfItsPicture() throws Exception {
        for (Figure figure : Samples.all()) {
            var marks = parse(figure.svg("it")).getElementsByTagName("*");
            for (int i = 0; i < marks.getLength(); i++) {
                Element mark = (Element) marks.item(i);
                for (String x : List.of("x", "x1", "x2", "cx")) {
                    if (mark.hasAttribute(x)) {
                        assertThat(Double.parseDouble(mark.getAttribute(x)))
                                .as(figure.caption().title())
                                .isBetween(0.0, (double) figure.width());
                    }
                }
                for (String y : List.of("y", "y1", "y2", "cy")) {
                    if (mark.hasAttribute(y)) {
                        assertThat(Double.parseDouble(mark.getAttribute(y)))
                                .as(figure.caption().title())
                                .isBetween(0.0, (double) figure.height());
                    }
                }
            }
        }
    }

    @Test
    void theTableHoldsTheNumbersOfThePictureAlsoThoseBeyondItsScale() {
        assertThat(Samples.all().getFirst().data().rows())
                .contains(List.of("dunlin", "160", "130", "9,000"))
                .contains(List.of("plover", "not estimable, because no lists overlap", "", ""));
    }

    @Test
    void refusesWhatIsNotANumber() {
        assertThatThrownBy(() -> new IntervalForest(
                        Samples.caption("forest"),
                        List.of(new IntervalForest.Row.Interval("a", 1, Double.NaN, 2, false)),
                        List.of(),
                        9))
                .hasMessageContaining("forest");
    }

    /** Two names that differ only at their ends must not be cut to the same words. */
    @Test
    void aLongNameOfAnIntervalTakesTwoLinesAndNoneOfThemReachesAnother() throws Exception {
        Document svg = parse(new IntervalForest(
                        Samples.caption("forest"),
                        List.of(
                                new IntervalForest.Row.Interval(
                                        "a name of which only the end, one, differs", 1, 2, 3, false),
                                new IntervalForest.Row.Interval(
                                        "a name of which only the end, two, differs", 1, 2, 3, false)),
                        List.of(),
                        9)
                .draw()
                .svg("it"));
        var texts = svg.getElementsByTagName("text");
        List<Element> names = IntStream.range(0, texts.getLength())
                .mapToObj(i -> (Element) texts.item(i))
                .filter(text -> text.getAttribute("text-anchor").equals("end"))
                .toList();
        assertThat(names)
                .extracting(Element::getTextContent)
                .containsExactly(
                        "a name of which only the end, one,",
                        "differs",
                        "a name of which only the end, two,",
                        "differs");
        assertThat(Double.parseDouble(names.get(2).getAttribute("y"))
                        - Double.parseDouble(names.get(1).getAttribute("y")))
                .isGreaterThan(14);
    }

    @Test
    void aStayThatOverfillsAHouseIsDrawnBelowItsBeds() throws Exception {
        NightGrid grid = new NightGrid(
                Samples.caption("nights"),
                List.of("1", "2"),
                List.of(new NightGrid.House("mill", 1)),
                List.of(
                        new NightGrid.Stay("grey-teal", 0, 0, 1, 1, true),
                        new NightGrid.Stay("red-knot", 0, 0, 1, 1, true)));
        NightGrid within = new NightGrid(
                grid.caption(), grid.nights(), grid.houses(), grid.stays().subList(0, 1));
        assertThat(grid.draw().height()).isGreaterThan(within.draw().height());
    }

    @Test
    void writesNumbersAsEachLanguageDoes() {
        assertThat(Language.ENGLISH.number(10401)).isEqualTo("10,401");
        assertThat(Language.RUSSIAN.number(10401.5, 1)).isEqualTo("10\u00a0401,5");
        assertThat(Language.ENGLISH.number(-0.00001, 2)).isEqualTo("0.00");
        assertThat(Language.ENGLISH.number(-3)).isEqualTo("\u22123");
    }
}
