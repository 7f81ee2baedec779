// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lapwing.figures.Bars;
import org.lapwing.figures.Caption;
import org.lapwing.figures.DataTable;
import org.lapwing.figures.Histogram;
import org.lapwing.figures.Language;
import org.lapwing.figures.Mark;
import org.lapwing.figures.Report;
import org.lapwing.figures.UpSet;
import org.lapwing.linkage.Linked;
import org.lapwing.linkage.block.Key;
import org.lapwing.linkage.cluster.Edges;
import org.lapwing.linkage.files.Outputs;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.Layout.Ignored;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.FieldModel;

/** The report of one run for people, in one file that needs no script. */
public final class LinkReport {

    private static final int REVIEWED = 12;
    private static final int WORST = 20;

    private final Linked linked;
    private final Records records;
    private final String[] names;
    private final Language language;
    private final boolean withValues;
    private final Report report;

    private LinkReport(Linked linked, String[] names, Language language, boolean withValues) {
        this.linked = linked;
        this.records = linked.records();
        this.names = names;
        this.language = language;
        this.withValues = withValues;
        this.report = new Report(language, say("Which records are the same person", "Какие записи об одном человеке"));
    }

    /** @param withValues whether cells may be shown, or ids only */
    public static String html(Linked linked, String[] names, Language language, boolean withValues) {
        return new LinkReport(linked, names, language, withValues).whole();
    }

    private String say(String english, String russian) {
        return language.of(english, russian);
    }

    private String number(long count) {
        return language.number((double) count);
    }

    private String whole() {
        summary();
        columns();
        blocking();
        weights();
        levels();
        reviewed();
        overlap();
        clusters();
        return report.html();
    }

    private void summary() {
        Linked.Persons persons = linked.persons();
        String low = number(persons.low());
        String high = number(persons.high());
        report.lead(say(
                number(records.size()) + " records are " + number(persons.linked())
                        + " persons as linked. Allowing for doubtful"
                        + " pairs, for what the model may get wrong and for pairs that were not compared, they are "
                        + low + " to " + high + ".",
                "Записей: " + number(records.size()) + ", людей по этим связям: " + number(persons.linked())
                        + ". С учётом сомнительных пар, возможных ошибок модели и пар, которые не сравнивались, людей"
                        + " от " + low + " до " + high + "."));
        linked.notes().forEach(report::paragraph);
        Doubts.of(linked.model()).forEach(doubt -> report.warning(doubt.in(language)));
    }

    private int[] listOf() {
        int[] listOf = new int[records.size()];
        for (int record = 0; record < listOf.length; record++) {
            listOf[record] = records.list(record);
        }
        return listOf;
    }

    private void columns() {
        report.heading(say("What the columns hold", "Что в столбцах"));
        List<List<String>> rows = new ArrayList<>();
        for (Field field : records.fields()) {
            rows.add(List.of(
                    String.join(", ", field.plan().columns()),
                    Words.in(language, field.plan().kind().words()),
                    number(Math.round(100 * field.filledShare())) + " %",
                    number(field.size() - 1)));
        }
        for (Ignored ignored : linked.model().layout().ignored()) {
            rows.add(List.of(
                    ignored.column(),
                    say("not compared: ", "не сравнивается: ") + Words.in(language, ignored.reason()),
                    "",
                    ""));
        }
        report.table(new DataTable(
                List.of(
                        say("columns", "столбцы"),
                        say("read as", "прочитано как"),
                        say("filled", "заполнено"),
                        say("different values", "разных значений")),
                rows));
        report.paragraph(
                say(
                        "If a column was misread, give it a plain name, such as family name or birth date, and link again.",
                        "Если столбец прочитан неверно, назовите его просто, например «фамилия» или «дата рождения», и запустите снова."));
    }

    private void blocking() {
        report.heading(say("Which pairs were compared", "Какие пары сравнены"));
        double lost = 100 * linked.model().loss();
        report.paragraph(say(
                number(linked.compared())
                        + " pairs were compared: those that share one of the keys below. An estimated "
                        + language.number(lost, 1) + " % of true pairs share none and were not seen.",
                "Сравнено пар: " + number(linked.compared())
                        + ", у которых общий хотя бы один из ключей ниже. По оценке, у " + language.number(lost, 1)
                        + " % истинных пар нет ни одного, и они не увидены."));
        report.list(linked.model().keys().stream().map(this::inWords).toList());
        if (linked.leftOut() > 0) {
            report.warning(say(
                    number(linked.leftOut()) + " pairs share a key with too many other records and were left out.",
                    number(linked.leftOut()) + " пар делят ключ со слишком многими записями и пропущены."));
        }
        int bare = 0;
        for (int record = 0; record < records.size(); record++) {
            int filled = 0;
            for (Field field : records.fields()) {
                filled += field.code(record) == 0 ? 0 : 1;
            }
            bare += filled < 2 ? 1 : 0;
        }
        report.paragraph(say(
                number(bare) + " records have fewer than two fields filled and cannot be linked.",
                "Записей, где заполнено меньше двух полей, и потому их нельзя связать: " + number(bare) + "."));
    }

    private String inWords(Key key) {
        return key.parts().stream()
                .map(part -> {
                    Field field = records.fields().get(part.field());
                    String which = Field.comparison(field.plan().kind()).keys().get(part.which());
                    return Words.in(language, field.plan().name()) + ": " + Words.in(language, which);
                })
                .collect(Collectors.joining(", "));
    }

    private void weights() {
        Edges edges = linked.edges();
        if (edges.size() == 0) {
            report.paragraph(say("No pair is likely to be one person.", "Нет пары, похожей на одного человека."));
            return;
        }
        report.heading(say("How sure the pairs are", "Насколько надёжны пары"));
        double[] values = new double[edges.size()];
        for (int e = 0; e < values.length; e++) {
            values[e] = Math.min(40, edges.weight(e));
        }
        report.figure(Histogram.of(
                        new Caption(
                                language,
                                say("Match weights", "Веса совпадения"),
                                say(
                                        "Pairs by weight. At 0 the odds are even; each further bit doubles them.",
                                        "Пары по весу. При 0 шансы равны; каждый следующий бит их удваивает.")),
                        say("weight in bits", "вес в битах"),
                        values,
                        30,
                        List.of(new Mark(0, say("even odds", "шансы равны"))))
                .draw());
    }

    private void levels() {
        report.heading(say("What agreement is worth", "Чего стоит совпадение"));
        report.paragraph(say(
                "Of pairs of one person (m) and of strangers (u), so many in a hundred stand at each level. Bits above 0 speak"
                        + " for one person.",
                "Сколько из ста пар одного человека (m) и чужих людей (u) стоит на каждой ступени. Биты выше 0 говорят за"
                        + " одного человека."));
        for (FieldModel field : linked.model().fields()) {
            report.subheading(
                    field.plan().name().equals(field.plan().kind().words())
                            ? Words.in(language, field.plan().name())
                            : field.plan().name());
            List<String> levels = Field.comparison(field.plan().kind()).levels();
            List<List<String>> rows = new ArrayList<>();
            for (int level = levels.size() - 1; level >= 0; level--) {
                rows.add(List.of(
                        Words.in(language, levels.get(level)),
                        language.number(100 * field.m()[level], 2),
                        language.number(100 * field.u()[level], 4),
                        language.number(StrictMath.log(field.m()[level] / field.u()[level]) / StrictMath.log(2), 1)));
            }
            report.table(new DataTable(List.of(say("level", "ступень"), "m, %", "u, %", say("bits", "биты")), rows));
        }
    }

    private void reviewed() {
        List<Integer> doubtful = Outputs.doubtful(linked.edges());
        report.heading(say("Pairs that people should look at", "Пары, на которые нужно посмотреть людям"));
        report.paragraph(say(
                number(doubtful.size()) + " pairs are between 5 and 95 in a hundred; all are in review.csv. The "
                        + Math.min(REVIEWED, doubtful.size()) + " most doubtful:",
                "Пар с вероятностью от 5 до 95 из ста: " + number(doubtful.size())
                        + "; все они в review.csv. Самые сомнительные:"));
        PairInWords words = new PairInWords(linked, language, withValues);
        doubtful.stream().limit(REVIEWED).forEach(e -> report.figure(words.waterfall(e)));
    }

    private void overlap() {
        int lists = records.lists().size();
        int[] counts = linked.clusters().overlap(listOf(), lists);
        if (lists < 2) {
            return;
        }
        List<UpSet.Overlap> overlaps = new ArrayList<>();
        for (int pattern = 1; pattern < counts.length; pattern++) {
            if (counts[pattern] > 0) {
                overlaps.add(new UpSet.Overlap(pattern, counts[pattern], number(counts[pattern])));
            }
        }
        report.heading(say("How the lists overlap", "Как списки пересекаются"));
        report.figure(new UpSet(
                        new Caption(
                                language,
                                say("Persons by lists", "Люди по спискам"),
                                say(
                                        "How many persons are on exactly these lists.",
                                        "Сколько людей именно на этих списках.")),
                        records.lists(),
                        overlaps,
                        20)
                .draw());
    }

    private void clusters() {
        int[] clusterOf = linked.clusters().clusterOf();
        int[] counts = new int[records.size()];
        for (int first : clusterOf) {
            counts[first]++;
        }
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (int count : counts) {
            if (count > 0) {
                sizes.merge(count, 1, Integer::sum);
            }
        }
        List<Bars.Row> rows = new ArrayList<>();
        sizes.forEach((size, count) -> rows.add(new Bars.Row(String.valueOf(size), count)));
        report.heading(say("Clusters", "Группы записей"));
        report.figure(new Bars(
                        new Caption(
                                language,
                                say("Records in a cluster", "Записей в группе"),
                                say("How many clusters have so many records.", "Сколько групп имеют столько записей.")),
                        List.of(say("clusters", "группы")),
                        rows.subList(0, Math.min(rows.size(), 25)))
                .draw());
        float[] probability = linked.clusters().probability();
        List<Integer> worst = IntStream.range(0, records.size())
                .filter(record -> clusterOf[record] == record && probability[record] < 0.9)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(first -> probability[first])
                        .thenComparing(first -> first))
                .limit(WORST)
                .toList();
        if (worst.isEmpty()) {
            return;
        }
        List<List<String>> table = new ArrayList<>();
        for (int first : worst) {
            table.add(List.of(
                    names[first],
                    language.number(100 * probability[first], 0),
                    IntStream.range(first, records.size())
                            .filter(record -> clusterOf[record] == first)
                            .mapToObj(this::id)
                            .limit(8)
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("")));
        }
        report.subheading(say("The least certain first", "Сначала наименее надёжные"));
        report.table(new DataTable(
                List.of(
                        say("cluster", "группа"),
                        say("chance in a hundred", "вероятность из ста"),
                        say("records", "записи")),
                table));
    }

    private String id(int record) {
        return records.lists().get(records.list(record)) + " " + records.id(record);
    }
}
