// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lapwing.linkage.compare.Kind;
import org.lapwing.linkage.lists.Layout.Ignored;
import org.lapwing.tables.CodedTable;

/** Finds out what the columns of several lists hold, by their names first and their cells second. */
public final class Recognition {

    private final List<RecordList> lists;
    private final List<Ignored> ignored = new ArrayList<>();
    private final Set<String> ids = new LinkedHashSet<>();
    /** Columns by field; the fields of one kind that occurs once a list join across lists whatever they are called. */
    private final Map<String, List<Found>> fields = new LinkedHashMap<>();

    private record Found(int list, String column, Kind kind) {}

    private Recognition(List<RecordList> lists) {
        this.lists = lists;
    }

    public static Layout of(List<RecordList> lists) {
        Recognition recognition = new Recognition(lists);
        for (int i = 0; i < lists.size(); i++) {
            recognition.list(i);
        }
        return recognition.layout();
    }

    private void list(int at) {
        RecordList list = lists.get(at);
        Optional<String> id = idColumn(list);
        id.ifPresent(ids::add);
        Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
        for (int c = 0; c < list.header().size(); c++) {
            String column = list.header().get(c);
            if (id.isPresent() && id.get().equals(column)) {
                continue;
            }
            ColumnContent content = new ColumnContent(list.column(c));
            Optional<Kind> kind = kind(column, content);
            if (content.isEmpty() || content.isOneValue()) {
                ignored.add(new Ignored(
                        list.name(), column, content.isEmpty() ? "it is empty" : "all its cells hold one value"));
            } else if (kind.isEmpty()) {
                ignored.add(new Ignored(list.name(), column, "it holds long texts"));
            } else {
                int times = seen.merge(kind.get(), 1, Integer::sum);
                fields.computeIfAbsent(fieldName(column, kind.get(), times), _ -> new ArrayList<>())
                        .add(new Found(at, column, kind.get()));
            }
        }
    }

    private static Optional<Kind> kind(String column, ColumnContent content) {
        Optional<Kind> named = ColumnWords.kind(column);
        if (named.isEmpty()) {
            return content.isEmpty() ? Optional.empty() : content.kind();
        }
        boolean text = named.get() == Kind.PLACE || named.get() == Kind.TEXT;
        return text && content.isFewValues() ? Optional.of(Kind.CATEGORY) : named;
    }

    /** Names of persons and dates of birth are one field however many columns hold them; other columns go by name. */
    private static String fieldName(String column, Kind kind, int times) {
        return switch (kind) {
            case PERSON_NAME, GIVEN_NAME, FAMILY_NAME, PATRONYMIC, BIRTH_DATE, AGE -> kind.words();
            case EVENT_DATE, PLACE -> times == 1 ? kind.words() : ColumnWords.plain(column);
            case NUMBER, SHARED_CODE, CODE, CATEGORY, SET, TEXT -> ColumnWords.plain(column);
        };
    }

    private static Optional<String> idColumn(RecordList list) {
        for (String column : list.header()) {
            if (ColumnWords.isId(column)) {
                return Optional.of(column);
            }
        }
        String first = list.header().getFirst();
        boolean free = ColumnWords.kind(first).isEmpty() && list.size() > 1;
        return free && areDistinct(list.column(0)) ? Optional.of(first) : Optional.empty();
    }

    private static boolean areDistinct(CodedTable.Coded cells) {
        return cells.texts().size() == cells.codes().length && !cells.texts().hasEmpty();
    }

    private Layout layout() {
        joinNames();
        datesFromAges();
        List<FieldPlan> plans = new ArrayList<>();
        fields.forEach((name, found) -> plans.add(plan(name, found)));
        plans.sort(Comparator.comparing(FieldPlan::kind));
        while (plans.size() > Layout.MOST_FIELDS) {
            FieldPlan last = plans.removeLast();
            ignored.add(new Ignored("", String.join(", ", last.columns()), "more than 12 fields are not compared"));
        }
        return new Layout(List.copyOf(ids), plans, ignored);
    }

    /** If one list has whole names and another has parts, the parts are joined and compared as whole names. */
    private void joinNames() {
        List<Found> whole = fields.getOrDefault(Kind.PERSON_NAME.words(), List.of());
        boolean parts = fields.containsKey(Kind.FAMILY_NAME.words());
        Set<Integer> withWhole = new HashSet<>();
        whole.forEach(found -> withWhole.add(found.list()));
        if (whole.isEmpty() || !parts) {
            return;
        }
        List<Found> joined = new ArrayList<>(whole);
        for (Kind kind : List.of(Kind.GIVEN_NAME, Kind.PATRONYMIC, Kind.FAMILY_NAME)) {
            List<Found> part = fields.remove(kind.words());
            if (part != null) {
                part.stream().filter(found -> !withWhole.contains(found.list())).forEach(joined::add);
            }
        }
        fields.put(Kind.PERSON_NAME.words(), joined);
    }

    /** A list that tells an age on a date, beside lists that tell dates of birth, tells an interval of birth. */
    private void datesFromAges() {
        List<Found> births = fields.get(Kind.BIRTH_DATE.words());
        if (births == null) {
            return;
        }
        List<Found> ages = fields.getOrDefault(Kind.AGE.words(), List.of());
        List<Found> dates = fields.getOrDefault(Kind.EVENT_DATE.words(), List.of());
        for (Found age : ages) {
            boolean lacks = births.stream().noneMatch(birth -> birth.list() == age.list());
            dates.stream()
                    .filter(date -> lacks && date.list() == age.list())
                    .findFirst()
                    .ifPresent(date -> births.add(
                            new Found(age.list(), age.column() + FieldPlan.AGE_ON + date.column(), Kind.BIRTH_DATE)));
        }
    }

    private static FieldPlan plan(String name, List<Found> found) {
        List<Found> ordered = new ArrayList<>(found);
        boolean dateInParts = found.stream().anyMatch(each -> ColumnWords.partOfDate(each.column()) > 1);
        if (dateInParts) {
            ordered.sort(Comparator.comparingInt(each -> ColumnWords.partOfDate(each.column())));
        }
        List<String> columns = new ArrayList<>(
                new LinkedHashSet<>(ordered.stream().map(Found::column).toList()));
        Kind kind = name.equals(Kind.PERSON_NAME.words())
                ? Kind.PERSON_NAME
                : found.getFirst().kind();
        return new FieldPlan(name, kind, columns, dateInParts ? "-" : " ");
    }
}
